package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Violation;
import org.shuqi.proposal.Rehearsal;
import org.shuqi.proposal.Rehearsals;
import org.shuqi.record.JsonTree;

/** What publishing a working copy of the words would do: begun, looked after while it is worked out, and read. */
@Controller("/api/v1/proposals")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RehearsalController {

    private final Rehearsals rehearsals;
    private final Decisions decisions;
    private final Store store;

    RehearsalController(Rehearsals rehearsals, Decisions decisions, Store store) {
        this.rehearsals = rehearsals;
        this.decisions = decisions;
        this.store = store;
    }

    /** Begins one; one that is under way for the same edits goes on. */
    @Post("/{id}/rehearsal")
    HttpResponse<byte[]> begin(String id, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var begun = rehearsals.begin(id);
        return Replies.of(HttpStatus.ACCEPTED, Format.JSON.mediaType(), JsonTree.bytes(form(begun)))
                .header("Location", Links.absolute(request, "/api/v1/proposals/" + Links.path(id) + "/rehearsal"));
    }

    /** Where it stands, and in the end what came of it. */
    @Get("/{id}/rehearsal")
    HttpResponse<byte[]> read(String id, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var state = rehearsals
                .of(id)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN,
                        "工作副本 `%s` 的现有改动还没有预演；请先 POST 到同一地址",
                        "the edits of working copy `%s` as they are now have not been rehearsed; POST to this address first",
                        id));
        return Replies.json(form(state));
    }

    private Map<String, Object> form(Rehearsals.State state) {
        var form = new LinkedHashMap<String, Object>();
        form.put("state", state.isOver() ? (state.failure().isPresent() ? "failed" : "done") : "running");
        form.put("edits", state.of());
        if (!state.isOver()) {
            form.put(
                    "stage",
                    state.stage()
                            .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                            .orElse("waiting"));
            form.put("done", state.done());
            form.put("total", state.total());
        }
        state.failure().ifPresent(failure -> form.put("failure", Replies.both(failure)));
        state.result().ifPresent(result -> {
            try (var now = store.read()) {
                form.put("result", form(result, now));
            }
        });
        return form;
    }

    private Map<String, Object> form(Rehearsal whole, Snapshot now) {
        var seen = whole.seenIn(now, decisions);
        var form = new LinkedHashMap<String, Object>();
        form.put("publishable", whole.isPublishable());
        form.put("revision", whole.revision());
        form.put("revisionsSince", Math.max(0, now.revision() - whole.revision()));
        form.put("at", whole.at().toString());
        form.put(
                "uses",
                whole.uses().stream()
                        .map(use -> Map.of("term", use.term(), "statements", use.statements()))
                        .toList());
        form.put("records", Map.of("looked", whole.looked(), "failing", whole.failing(), "warned", whole.warned()));
        form.put(
                "findings",
                seen.findings().stream().map(RehearsalController::form).toList());
        form.put(
                "faults", whole.faults().stream().map(RehearsalController::form).toList());
        var answers = new LinkedHashMap<String, Object>();
        answers.put("possible", whole.answers().possible());
        answers.put("asked", whole.answers().asked());
        answers.put("changed", whole.answers().changed());
        answers.put(
                "turns",
                whole.answers().turns().stream()
                        .map(turn -> Map.of(
                                "before", turn.before().code(),
                                "after", turn.after().code(),
                                "count", turn.count()))
                        .toList());
        answers.put(
                "first",
                seen.answers().first().stream()
                        .map(each -> Map.of(
                                "dataset", each.dataset(),
                                "recipient", each.recipient(),
                                "purpose", each.purpose(),
                                "method", each.method(),
                                "before", each.before().code(),
                                "after", each.after().code()))
                        .toList());
        form.put("answers", answers);
        return form;
    }

    private static Map<String, Object> form(Violation finding) {
        var form = new LinkedHashMap<String, Object>();
        form.put("focus", finding.focus());
        finding.path().ifPresent(path -> form.put("path", path));
        finding.value().ifPresent(value -> form.put("value", value));
        form.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        form.put("message", Replies.both(finding.message()));
        form.put("shape", finding.shape());
        return form;
    }
}
