package org.shuqi.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shuqi.agreement.Comparison;
import org.shuqi.agreement.Comparisons;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Difference;
import org.shuqi.graph.Store;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;

/** What another version of an agreement changes: clause by clause, and in the answers. */
@Controller("/api/v1/agreements/{+id}/comparison")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ComparisonController {

    private final Comparisons comparisons;
    private final Settings settings;

    ComparisonController(Store store, Records records, Decisions decisions, Settings settings) {
        this.comparisons = Comparisons.over(store, records, decisions, settings.zone(), settings.clock());
        this.settings = settings;
    }

    @Get
    HttpResponse<byte[]> compare(
            String id,
            HttpRequest<?> request,
            @QueryValue("with") @Nullable String with,
            @QueryValue("at") @Nullable String at) {
        Format.wanted(request, List.of(Format.JSON));
        var comparison = comparisons.compare(
                id,
                Optional.ofNullable(with).filter(name -> !name.isBlank()),
                Optional.ofNullable(at)
                        .filter(text -> !text.isBlank())
                        .map(text -> Fields.parse(text, settings.zone())));
        return Replies.json(body(comparison), comparison.revision());
    }

    private Map<String, Object> body(Comparison comparison) {
        var body = new LinkedHashMap<String, Object>();
        body.put("agreement", comparison.one());
        body.put("with", comparison.other());
        body.put(
                "clauses",
                comparison.clauses().stream().map(ComparisonController::body).toList());
        body.put(
                "at", comparison.at().atZone(settings.zone()).toOffsetDateTime().toString());
        body.put(
                "answers",
                comparison.answers().stream().map(ComparisonController::body).toList());
        body.put("revision", comparison.revision());
        return body;
    }

    private static Map<String, Object> body(Comparison.Clause clause) {
        var body = new LinkedHashMap<String, Object>();
        clause.part().ifPresent(part -> body.put("part", part));
        body.put("clause", clause.clause());
        body.put("label", Replies.both(clause.label()));
        body.put("change", clause.change().name().toLowerCase(Locale.ROOT));
        body.put(
                "before",
                clause.before().stream().map(ComparisonController::body).toList());
        body.put(
                "after", clause.after().stream().map(ComparisonController::body).toList());
        body.put("text", Replies.both(clause.text()));
        return body;
    }

    private static Map<String, Object> body(Comparison.Value value) {
        return Map.of("value", value.value(), "label", Replies.both(value.label()));
    }

    private static Map<String, Object> body(Difference difference) {
        var body = new LinkedHashMap<String, Object>();
        body.put("provider", difference.provider());
        body.put("dataset", difference.dataset());
        body.put("items", difference.items());
        body.put("recipient", difference.recipient());
        body.put("purpose", difference.purpose());
        body.put("method", difference.method());
        difference.thirdParty().ifPresent(third -> {
            body.put("action", "redistribute");
            body.put("thirdParty", third);
        });
        body.put("before", difference.before().code());
        body.put("after", difference.after().code());
        return body;
    }
}
