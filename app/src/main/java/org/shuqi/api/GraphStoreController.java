package org.shuqi.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.List;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.change.Receipt;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.WholeGraphs;

/** {@code /data}, writing; the queries' room reads it. Source: SPARQL 1.1 Graph Store HTTP Protocol. */
@Controller("/data")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphStoreController {

    private static final List<Format> TRIPLES =
            List.of(Format.TURTLE, Format.N_TRIPLES, Format.RDF_XML, Format.JSON_LD);

    private final WholeGraphs graphs;

    GraphStoreController(Changes changes, Clock clock) {
        this.graphs = new WholeGraphs(changes, clock);
    }

    @Put
    HttpResponse<?> put(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var graph = graph(request);
        var lang = Format.sent(request, TRIPLES).lang().orElseThrow();
        return written(
                request, graphs.put(graph, lang, Bytes.of(body), Etags.terms(request, caller, "PUT /data " + graph)));
    }

    @Post
    HttpResponse<?> add(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var graph = graph(request);
        var lang = Format.sent(request, TRIPLES).lang().orElseThrow();
        return written(
                request, graphs.add(graph, lang, Bytes.of(body), Etags.terms(request, caller, "POST /data " + graph)));
    }

    @Delete
    HttpResponse<?> delete(HttpRequest<?> request, Caller caller) {
        var graph = graph(request);
        return revised(
                request,
                HttpStatus.NO_CONTENT,
                graphs.delete(graph, Etags.terms(request, caller, "DELETE /data " + graph)));
    }

    /** The union of all graphs is nobody's to write. */
    private static String graph(HttpRequest<?> request) {
        var named = request.getParameters().getAll("graph");
        if (named.size() != 1 || request.getParameters().contains("default")) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "请以 `?graph=IRI` 指明要写的一个命名图；缺省图是所有图的并集，不能写入",
                    "name the one graph to write with `?graph=IRI`; the default graph is the union of all and is not written");
        }
        return named.get(0);
    }

    private static HttpResponse<?> written(HttpRequest<?> request, WholeGraphs.Outcome outcome) {
        var status = outcome.created() ? HttpStatus.CREATED : HttpStatus.NO_CONTENT;
        return revised(request, status, outcome.receipt()).header("ETag", Etags.of(outcome.tag()));
    }

    private static MutableHttpResponse<?> revised(HttpRequest<?> request, HttpStatus status, Receipt receipt) {
        var reply = HttpResponse.status(status).header(Revisions.REVISION, Long.toString(receipt.revision()));
        Links.warnings(reply, receipt, Tongue.of(request));
        return reply;
    }
}
