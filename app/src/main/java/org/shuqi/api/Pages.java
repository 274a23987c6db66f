package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuqi.record.JsonTree;
import org.shuqi.record.Listing;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Search;

/** Lists of records, page by page; the total is exact. */
final class Pages {

    private static final Set<String> RESERVED = Set.of("q");

    private Pages() {}

    static MutableHttpResponse<byte[]> of(RecordKind kind, Records records, HttpRequest<?> request, Format format) {
        var search = search(request);
        var listing = records.list(kind, search);
        var reply = format == Format.JSON || format == Format.JSON_LD
                ? json(listing, search, request, format)
                : Replies.of(HttpStatus.OK, format.mediaType(), RdfText.write(listing.records(), format));
        reply.header("X-Total-Count", Long.toString(listing.total()));
        reply.header(Revisions.REVISION, Long.toString(listing.revision()));
        next(listing, request).ifPresent(link -> reply.header("Link", "<" + link + ">; rel=\"next\""));
        return reply;
    }

    private static Optional<String> next(Listing listing, HttpRequest<?> request) {
        return Paging.of(request)
                .next(request, listing.total(), listing.records().size());
    }

    private static MutableHttpResponse<byte[]> json(
            Listing listing, Search search, HttpRequest<?> request, Format format) {
        var linked = format == Format.JSON_LD;
        var body = linked ? Replies.linked(JsonTree.object()) : JsonTree.object();
        if (!linked) {
            // paging is about the list and not about any record: JSON-LD tells it in headers
            body.put("total", listing.total());
            body.put("offset", search.offset());
            body.put("limit", search.limit());
            body.put("revision", listing.revision());
            next(listing, request).ifPresent(link -> body.put("next", link));
        }
        var items = body.putArray(linked ? "@graph" : "items");
        listing.records().forEach(record -> items.add(record.json()));
        return Replies.of(HttpStatus.OK, format.mediaType(), JsonTree.bytes(body));
    }

    private static Search search(HttpRequest<?> request) {
        var given = request.getParameters().asMap();
        var paging = Paging.of(request);
        return new Search(filters(given), words(given), paging.offset(), paging.limit());
    }

    private static Map<String, List<String>> filters(Map<String, List<String>> given) {
        var filters = new LinkedHashMap<String, List<String>>();
        given.forEach((name, values) -> {
            if (!RESERVED.contains(name) && !Paging.NAMES.contains(name)) {
                filters.put(name, values);
            }
        });
        return filters;
    }

    private static Optional<String> words(Map<String, List<String>> given) {
        return given.getOrDefault("q", List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
