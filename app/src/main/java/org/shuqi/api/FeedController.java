package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Search;

/** The registry as a catalogue that portals harvest, page by page. */
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {

    private static final Map<String, Format> ENDINGS =
            Map.of("ttl", Format.TURTLE, "jsonld", Format.JSON_LD, "rdf", Format.RDF_XML);

    private final Records records;

    FeedController(Records records) {
        this.records = records;
    }

    @Get("/catalog.{ending}")
    HttpResponse<byte[]> feed(String ending, HttpRequest<?> request) {
        var format = Optional.ofNullable(ENDINGS.get(ending))
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN,
                        "没有 /catalog.%s；可用 ttl、jsonld、rdf",
                        "there is no /catalog.%s; use ttl, jsonld or rdf",
                        ending));
        var paging = Paging.of(request);
        var page = paging.offset() / paging.limit() + 1;
        var search = new Search(Map.of(), Optional.empty(), (page - 1) * paging.limit(), paging.limit());
        var listing = records.list(RecordKind.DATASETS, search);
        var address = Links.absolute(request, "/catalog." + ending);
        var graph = Feed.of(listing, records, address, page, paging.limit());
        return Replies.of(HttpStatus.OK, format.mediaType(), RdfText.write(graph, format))
                .header(Revisions.REVISION, Long.toString(listing.revision()));
    }
}
