package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Search;

/**
 * Which page of a list the caller wants: {@code limit} and {@code offset}, or {@code size} and {@code page}.
 *
 * @param offset how many rows to skip
 * @param limit how many to return at most
 */
public record Paging(long offset, int limit) {

    /** The parameters that paging takes. */
    public static final Set<String> NAMES = Set.of("page", "size", "offset", "limit");

    private static final int USUAL = 50;

    /** Reads the parameters. */
    public static Paging of(HttpRequest<?> request) {
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
        return new Paging(offset, limit.intValue());
    }

    /** The address of the next page, if there is one after so many shown. */
    public Optional<String> next(HttpRequest<?> request, long total, int shown) {
        var from = offset + shown;
        if (from >= total || shown == 0) {
            return Optional.empty();
        }
        var query = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> !NAMES.contains(parameter.getKey()))
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return Optional.of(Links.absolute(request, request.getUri().getRawPath()) + "?"
                + (query.isEmpty() ? "" : query + "&") + "offset=" + from + "&limit=" + limit);
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
