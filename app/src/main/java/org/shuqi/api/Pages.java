package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.Listing;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Search;

/** Lists of records, page by page; the total is exact. */
final class Pages {

    private static final int USUAL = 50;
    private static final Set<String> RESERVED = Set.of("q", "page", "size", "offset", "limit");

    private Pages() {}

    static MutableHttpResponse<byte[]> of(RecordKind kind, Records records, HttpRequest<?> request, Format format) {
        var search = search(request);
        var listing = records.list(kind, search);
        var reply = format == Format.JSON || format == Format.JSON_LD
                ? json(listing, search, request, format)
                : Replies.of(HttpStatus.OK, format.mediaType(), RdfText.write(listing.records(), format));
        reply.header("X-Total-Count", Long.toString(listing.total()));
        reply.header(Revisions.REVISION, Long.toString(listing.revision()));
        next(listing, search, request).ifPresent(link -> reply.header("Link", "<" + link + ">; rel=\"next\""));
        return reply;
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
            next(listing, search, request).ifPresent(link -> body.put("next", link));
        }
        var items = body.putArray(linked ? "@graph" : "items");
        listing.records().forEach(record -> items.add(record.json()));
        return Replies.of(HttpStatus.OK, format.mediaType(), JsonTree.bytes(body));
    }

    private static Optional<String> next(Listing listing, Search search, HttpRequest<?> request) {
        var offset = search.offset() + listing.records().size();
        if (offset >= listing.total() || listing.records().isEmpty()) {
            return Optional.empty();
        }
        var query = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> !Set.of("page", "size", "offset", "limit").contains(parameter.getKey()))
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return Optional.of(Links.absolute(request, request.getUri().getRawPath()) + "?"
                + (query.isEmpty() ? "" : query + "&") + "offset=" + offset + "&limit=" + search.limit());
    }

    private static Search search(HttpRequest<?> request) {
        var given = request.getParameters().asMap();
        var limit = number(given, "limit").or(() -> number(given, "size")).orElse((long) USUAL);
        if (limit < 1 || limit > Search.LARGEST_PAGE) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "每页条数 %d 不可用；应在 1 到 %d 之间",
                    "a page of %d is of no use; ask for 1 to %d",
                    limit,
                    Search.LARGEST_PAGE);
        }
        var offset = number(given, "offset")
                .or(() -> number(given, "page").map(page -> (Math.max(page, 1) - 1) * limit))
                .orElse(0L);
        return new Search(filters(given), words(given), offset, limit.intValue());
    }

    private static Map<String, List<String>> filters(Map<String, List<String>> given) {
        var filters = new LinkedHashMap<String, List<String>>();
        given.forEach((name, values) -> {
            if (!RESERVED.contains(name)) {
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

    private static Optional<Long> number(Map<String, List<String>> given, String name) {
        return given.getOrDefault(name, List.of()).stream().findFirst().map(text -> {
            if (!text.matches("\\d{1,9}")) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "参数 `%s` 的值 `%s` 不是数字；应为非负整数",
                        "the parameter `%s` has the value `%s`; it has to be a whole number",
                        name,
                        text);
            }
            return Long.parseLong(text);
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
