package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.supervision.Breach;
import org.shuqi.supervision.Supervision;
import org.shuqi.supervision.Tallies;

/** Violations of the Order that the records show, and putting one on file. */
@Controller("/api/v1/supervision/violations")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SupervisionController {

    private static final Set<String> NAMES = Set.of("code", "organization", "at", "knownAt");

    private final Supervision supervision;
    private final Tallies tallies;

    SupervisionController(Supervision supervision, Tallies tallies) {
        this.supervision = supervision;
        this.tallies = tallies;
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var given = Given.of(request, NAMES);
        var counted = tallies.violations(
                new Supervision.Question(
                        given.values("code"), given.one("organization"), given.one("at"), given.revision()),
                Tallies.Wanted.NEWEST);
        var rows = counted.all(Tallies.LONGEST).values().stream()
                .flatMap(List::stream)
                .toList();
        var about = counted.about();
        var found = new Supervision.Found<>(rows, about.revision(), about.until());
        var counts = new TreeMap<String, Integer>();
        found.rows().forEach(breach -> counts.merge(breach.code(), 1, Integer::sum));
        var body = new LinkedHashMap<String, Object>();
        body.put("at", found.at().toString());
        body.put("counts", counts);
        var language = Tongue.of(request);
        return Found.page(request, found, body, breach -> form(breach, language));
    }

    /** Puts one on file as a finding; a finding that is there already is answered as it stands. */
    @Post("/{id}/finding")
    HttpResponse<byte[]> record(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var format = Format.wanted(request, Format.DATA);
        var recorded = supervision.record(id, by(body), caller);
        return Replies.record(recorded.created() ? HttpStatus.CREATED : HttpStatus.OK, recorded.record(), format);
    }

    private static Optional<String> by(@Nullable byte[] body) {
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        JsonNode tree = JsonTree.of(body);
        var unknown = !tree.isObject() || tree.size() > (tree.has("by") ? 1 : 0);
        if (unknown || tree.has("by") && !tree.path("by").isTextual()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "内容须是 JSON 对象，只可写 by（认定单位）",
                    "the body has to be a JSON object with `by` (the organisation that finds it) and nothing else");
        }
        return Optional.of(tree.path("by").asText("")).filter(by -> !by.isBlank());
    }

    private static Map<String, Object> form(Breach breach, Locale language) {
        var form = new LinkedHashMap<String, Object>();
        form.put("id", breach.id());
        form.put("code", breach.code());
        form.put("organization", breach.party().toString());
        form.put("organizationName", Replies.both(breach.partyName()));
        form.put("records", breach.records().stream().map(Node::toString).toList());
        form.put("since", breach.since().toString());
        form.put("text", breach.text().in(language));
        form.put("zh", breach.text().zh());
        form.put("en", breach.text().en());
        form.put("legalBasis", breach.law().stream().map(Node::toString).toList());
        breach.finding().ifPresent(finding -> form.put("finding", finding.toString()));
        return form;
    }
}
