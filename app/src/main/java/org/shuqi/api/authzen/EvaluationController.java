package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.shuqi.api.Bytes;
import org.shuqi.api.Problems;
import org.shuqi.api.Replies;
import org.shuqi.api.Tongue;
import org.shuqi.decision.Decisions;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Access Evaluation and Access Evaluations. Source: AuthZEN Authorization API 1.0, sections 6 and 7.
 *
 * <p>The decision is true exactly when the outcome is permit; the context of the response is the full answer.
 */
@Controller("/access/v1")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EvaluationController {

    private static final int MOST = 10_000;

    private final Decisions decisions;

    EvaluationController(Decisions decisions) {
        this.decisions = decisions;
    }

    @Post("/evaluation")
    HttpResponse<byte[]> evaluation(HttpRequest<?> request, @Body @Nullable byte[] body) {
        return one(request, Envelope.opened(request, Bytes.of(body)));
    }

    private HttpResponse<byte[]> one(HttpRequest<?> request, ObjectNode asked) {
        var detail = Detail.of(asked.path("options"));
        return Replies.json(detail.decided(decisions, new Tuple(asked), Tongue.of(request)));
    }

    @Post("/evaluations")
    HttpResponse<byte[]> evaluations(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var asked = Envelope.opened(request, Bytes.of(body));
        var list = asked.path("evaluations");
        if (list.isMissingNode() || list.isNull() || (list.isArray() && list.isEmpty())) {
            // section 7.1: without evaluations the request is one evaluation, and is answered as one
            return one(request, asked);
        }
        if (!list.isArray() || list.size() > MOST) {
            throw Refusal.of(
                    Kind.UNUSABLE, "`evaluations` 须是不超过 %d 项的列表", "`evaluations` has to be a list of at most %d", MOST);
        }
        var detail = Detail.of(asked.path("options"));
        var semantic = Semantic.of(asked.path("options"));
        var language = Tongue.of(request);
        var results = new ArrayList<Map<String, Object>>(list.size());
        for (var each : list) {
            var result = decidedOrClosed(detail, each, asked, language);
            results.add(result);
            if (semantic.endsAt(Boolean.TRUE.equals(result.get("decision")))) {
                break;
            }
        }
        return Replies.json(Map.of("evaluations", results));
    }

    /** Section 7.2.1: an evaluation that cannot be made is closed, and its context says why. */
    private Map<String, Object> decidedOrClosed(Detail detail, JsonNode one, JsonNode defaults, Locale language) {
        try {
            if (!one.isObject()) {
                throw Refusal.of(Kind.UNUSABLE, "每一项须是 JSON 对象", "each evaluation has to be a JSON object");
            }
            return detail.decided(decisions, new Tuple(one, defaults), language);
        } catch (Refusal refusal) {
            var error = Problems.body(refusal.problem(), language);
            error.put("message", refusal.problem().detail().in(language));
            return Map.of("decision", false, "context", Map.of("error", error));
        }
    }
}
