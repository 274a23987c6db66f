package org.shuqi.api.audit;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shuqi.api.Given;
import org.shuqi.api.Links;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Records;
import org.shuqi.time.Instants;

/**
 * Reads what callers write when they ask about the audit.
 *
 * @param records what names stand for
 * @param zone where a plain date begins
 */
record AuditWords(Records records, ZoneId zone) {

    String account(String name) {
        // the operator and the parts of the service are no accounts and have no IRI
        return name.contains(":")
                        || List.of("operator", "shuqi-release", "shuqi").contains(name)
                ? name
                : records.baseIri() + "account/" + name;
    }

    Instant instant(String text) {
        return Instants.parse(text.replaceFirst("(T[0-9:.]+) (\\d\\d:\\d\\d)$", "$1+$2"), zone)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`%s` 不是时间；请写成 2026-03-01T09:00:00+08:00",
                        "`%s` is no instant; write 2026-03-01T09:00:00+08:00",
                        text));
    }

    static OptionalLong number(Given given, String name) {
        var text = given.one(name);
        if (text.filter(digits -> !digits.matches("\\d{1,18}")).isPresent()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "参数 `%s` 的值 `%s` 不是数字；应为非负整数",
                    "the parameter `%s` has the value `%s`; it has to be a whole number",
                    name,
                    text.get());
        }
        return text.map(digits -> OptionalLong.of(Long.parseLong(digits))).orElseGet(OptionalLong::empty);
    }

    static void requireNoOffset(Given given) {
        if (given.one("offset").or(() -> given.one("page")).isPresent()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "日志按 before 翻页，没有 offset；请用回答中的 next",
                    "the log is paged by `before`, not by `offset`; follow `next` of the answer");
        }
    }

    /** The address of the page that goes on before a revision or line. */
    static String next(HttpRequest<?> request, String path, long before) {
        var query = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("before"))
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> Links.path(parameter.getKey()) + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return Links.absolute(request, path) + "?" + (query.isEmpty() ? "" : query + "&") + "before=" + before;
    }
}
