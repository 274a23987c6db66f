package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Terms;

/** Entity tags: the revision that last changed the record, in quotes. Source: RFC 9110, sections 8.8.3 and 13.1. */
final class Etags {

    private Etags() {}

    static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /** Whether the caller has this representation already. */
    static boolean isKnown(HttpRequest<?> request, String tag) {
        return tags(request, "If-None-Match").stream()
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals("*") || each.equals(tag));
    }

    /** The conditions of a write. */
    static Terms terms(HttpRequest<?> request, Caller caller, String deed) {
        var ifMatch = tags(request, "If-Match");
        var ifNoneMatch = tags(request, "If-None-Match");
        if (!ifNoneMatch.isEmpty() && !ifNoneMatch.equals(List.of("*"))) {
            throw Refusal.of(Kind.UNUSABLE, "写入时 If-None-Match 只能是 `*`", "in a write If-None-Match can only be `*`");
        }
        var any = ifMatch.contains("*");
        var expected = any || ifMatch.isEmpty() ? OptionalLong.empty() : OptionalLong.of(revision(ifMatch));
        return new Terms(reason(request, deed), expected, !ifNoneMatch.isEmpty(), any, caller);
    }

    private static String reason(HttpRequest<?> request, String deed) {
        return request.getParameters()
                .getFirst("reason")
                .or(() -> java.util.Optional.ofNullable(request.getHeaders().get("X-Shuqi-Reason")))
                .filter(reason -> !reason.isBlank())
                .map(reason -> reason.length() > 1000 ? reason.substring(0, 1000) : reason)
                .orElse(deed);
    }

    private static long revision(List<String> tags) {
        if (tags.size() > 1) {
            throw Refusal.of(Kind.UNUSABLE, "If-Match 只能带一个 ETag", "If-Match can carry one ETag only");
        }
        var tag = tags.get(0);
        // a weak tag never matches strongly, and a tag that is no revision was never ours
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : Terms.NEVER;
    }

    private static List<String> tags(HttpRequest<?> request, String header) {
        return request.getHeaders().getAll(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
