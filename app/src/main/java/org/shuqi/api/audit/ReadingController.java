package org.shuqi.api.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuqi.access.Caller;
import org.shuqi.api.Format;
import org.shuqi.api.Given;
import org.shuqi.api.Paging;
import org.shuqi.api.Replies;
import org.shuqi.audit.Readings;
import org.shuqi.journal.Entry;
import org.shuqi.journal.Journal;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.registry.Registry;

/** Who took data out, who was denied classified data, and how many decisions were made; the newest first. */
@Controller("/api/v1/audit/readings")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReadingController {

    private static final Set<String> NAMES = Set.of("kind", "account", "from", "until", "before");

    private final Readings readings;
    private final AuditWords words;

    ReadingController(Registry registry) {
        this.readings = Readings.over(registry.store(), registry.rights(), registry.journal());
        this.words = new AuditWords(registry.records(), registry.settings().zone());
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        Format.wanted(request, List.of(Format.JSON));
        var given = Given.of(request, NAMES);
        AuditWords.requireNoOffset(given);
        var page = readings.page(
                new Journal.Wanted(
                        given.one("kind").map(ReadingController::sorts).orElse(Set.of()),
                        given.one("account").map(words::account),
                        given.one("from").map(words::instant),
                        given.one("until").map(words::instant),
                        AuditWords.number(given, "before"),
                        Paging.of(request).limit()),
                caller);
        var body = JsonTree.object();
        var items = body.putArray("items");
        page.entries().forEach(entry -> items.add(form(entry)));
        page.next().ifPresent(before -> body.put("next", AuditWords.next(request, "/api/v1/audit/readings", before)));
        return Replies.json(body);
    }

    @Get("/{number}")
    HttpResponse<byte[]> read(String number, HttpRequest<?> request, Caller caller) {
        Format.wanted(request, List.of(Format.JSON));
        Given.of(request, Set.of());
        return Replies.json(Optional.of(number)
                .filter(digits -> digits.matches("[1-9]\\d{0,17}"))
                .flatMap(digits -> readings.entry(Long.parseLong(digits), caller))
                .map(ReadingController::form)
                .orElseThrow(() ->
                        Refusal.of(Kind.UNKNOWN, "没有编号为 `%s` 的取用记录", "there is no line `%s` in the journal", number)));
    }

    private static ObjectNode form(Entry entry) {
        return entry.form();
    }

    private static Set<Entry.Sort> sorts(String code) {
        return Set.of(Entry.Sort.of(code)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`kind` 的值 `%s` 不可用；可用 %s",
                        "`kind` is `%s`; use %s",
                        code,
                        java.util.Arrays.stream(Entry.Sort.values())
                                .map(Entry.Sort::code)
                                .collect(Collectors.joining(", ")))));
    }
}
