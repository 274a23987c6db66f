package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.supervision.Line;
import org.shuqi.supervision.Match;
import org.shuqi.supervision.Supervision;
import org.shuqi.supervision.ThreeLists;

/** The three lists: what meets a demand, what the negative list rests on, what may be shared, what is covered, what ends. */
@Controller("/api/v1")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ThreeListsController {

    private static final Set<String> NAMES = Set.of("organization", "at", "knownAt");
    private static final int USUAL_HORIZON = 30;

    private final ThreeLists lists;

    ThreeListsController(Supervision supervision) {
        this.lists = supervision.lists();
    }

    @Get("/lists/{+id}/matches")
    HttpResponse<byte[]> matches(String id, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var given = Given.of(request, Set.of("at", "knownAt"));
        var found = lists.matches(id, question(given));
        var proposed = found.rows().stream()
                .filter(match -> match.kind().equals("responsibility"))
                .map(match -> match.entry().toString())
                .toList();
        var body = new LinkedHashMap<String, Object>();
        body.put("at", found.at().toString());
        // what the authority would do next with a demand: the step and what it takes
        if (found.rows().stream().noneMatch(match -> match.kind().equals("demand"))) {
            body.put(
                    "proposal",
                    proposed.isEmpty()
                            ? Map.of("to", "uncatalogued")
                            : Map.of("to", "matched", "with", Map.of("matchedBy", proposed.subList(0, 1))));
        }
        return Found.page(request, found, body, ThreeListsController::form);
    }

    @Get("/supervision/negative-list")
    HttpResponse<byte[]> negative(HttpRequest<?> request) {
        var given = Given.of(request, Set.of("organization", "at", "knownAt", "insufficient"));
        var only = given.one("insufficient").map(word -> word.equals("true")).orElse(false);
        return page(request, lists.negative(question(given), only));
    }

    @Get("/supervision/sharable")
    HttpResponse<byte[]> sharable(HttpRequest<?> request) {
        return page(request, lists.sharable(question(Given.of(request, NAMES))));
    }

    @Get("/supervision/coverage")
    HttpResponse<byte[]> coverage(HttpRequest<?> request) {
        return page(request, lists.coverage(question(Given.of(request, NAMES))));
    }

    @Get("/supervision/expiring")
    HttpResponse<byte[]> expiring(HttpRequest<?> request) {
        var given = Given.of(request, Set.of("organization", "at", "knownAt", "within", "kind"));
        var days = given.one("within").map(ThreeListsController::days).orElse(USUAL_HORIZON);
        return page(request, lists.expiring(question(given), days, given.one("kind")));
    }

    private static int days(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "参数 `within` 的值 `%s` 不是天数；应为正整数",
                    "the parameter `within` is `%s`; give a number of days",
                    text);
        }
        return Integer.parseInt(text);
    }

    private static ThreeLists.Question question(Given given) {
        return new ThreeLists.Question(given.one("organization"), given.one("at"), given.revision());
    }

    private static HttpResponse<byte[]> page(HttpRequest<?> request, Supervision.Found<Line> found) {
        Format.wanted(request, List.of(Format.JSON));
        return Found.page(request, found, Map.of("at", found.at().toString()), ThreeListsController::form);
    }

    private static Map<String, Object> form(Line line) {
        var form = new LinkedHashMap<String, Object>();
        form.put("record", line.record().toString());
        form.put("name", Replies.both(line.name()));
        line.party().ifPresent(party -> form.put("organization", party.toString()));
        line.partyName().ifPresent(name -> form.put("organizationName", Replies.both(name)));
        form.putAll(line.facts());
        return form;
    }

    private static Map<String, Object> form(Match match) {
        var form = new LinkedHashMap<String, Object>();
        form.put("entry", match.entry().toString());
        form.put("kind", match.kind());
        form.put("name", Replies.both(match.name()));
        form.put("organization", match.party().toString());
        form.put("organizationName", Replies.both(match.partyName()));
        form.put("score", match.score());
        form.put("matched", match.matched());
        form.put(
                "reasons",
                match.reasons().stream()
                        .map(reason -> Map.of(
                                "code", reason.code(),
                                "points", reason.points(),
                                "zh", reason.text().zh(),
                                "en", reason.text().en()))
                        .toList());
        return form;
    }
}
