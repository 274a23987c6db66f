package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What representation a caller wants. Source: RFC 9110, section 12.5.1. */
public final class Accept {

    private Accept() {}

    /**
     * The best of the offered media types for the caller; the first one if the caller has no wish.
     *
     * @throws Refusal NOT_ACCEPTABLE if the caller wants none of them
     */
    public static String best(HttpRequest<?> request, List<String> offered) {
        var header = String.join(",", request.getHeaders().getAll("Accept"));
        if (header.isBlank() || header.equals("*/*")) {
            return offered.get(0);
        }
        var ranges = ranges(header);
        return offered.stream()
                .filter(type -> quality(ranges, type) > 0)
                .max(Comparator.comparingDouble((String type) -> quality(ranges, type))
                        .thenComparing(Comparator.comparingInt(offered::indexOf).reversed()))
                .orElseThrow(() -> Refusal.of(
                        Kind.NOT_ACCEPTABLE,
                        "无法以 `%s` 提供；可选 %s",
                        "there is no `%s`; choose one of %s",
                        header,
                        String.join(", ", offered)));
    }

    private static List<MediaType> ranges(String header) {
        try {
            return Arrays.stream(header.split(","))
                    .map(String::strip)
                    .filter(range -> !range.isEmpty())
                    .map(MediaType::of)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "Accept `%s` 写法有误；应如 text/turtle, */*;q=0.1",
                    "the Accept header `%s` is malformed; write it like text/turtle, */*;q=0.1",
                    header);
        }
    }

    /** The quality of the most specific range that matches; 0 if none does. */
    private static double quality(List<MediaType> ranges, String offered) {
        var type = MediaType.of(offered);
        return ranges.stream()
                .filter(range -> covers(range, type))
                .max(Comparator.comparingInt(Accept::precision))
                .map(range -> range.getQualityAsNumber().doubleValue())
                .orElse(0.0);
    }

    private static boolean covers(MediaType range, MediaType type) {
        return range.getType().equals("*")
                || (range.getType().equals(type.getType())
                        && (range.getSubtype().equals("*") || range.getSubtype().equals(type.getSubtype())));
    }

    private static int precision(MediaType range) {
        return range.getType().equals("*") ? 0 : range.getSubtype().equals("*") ? 1 : 2;
    }
}
