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
import java.util.List;
import java.util.Locale;
import org.shuqi.api.Bytes;
import org.shuqi.api.Format;
import org.shuqi.api.Problems;
import org.shuqi.api.Replies;
import org.shuqi.api.Tongue;
import org.shuqi.decision.AnswerForm;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Outcome;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

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
        return Replies.json(decided(new Tuple(object(request, Bytes.of(body)), JsonTree.object()), Tongue.of(request)));
    }

    @Post("/evaluations")
    HttpResponse<byte[]> evaluations(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var asked = object(request, Bytes.of(body));
        var list = asked.path("evaluations");
        var language = Tongue.of(request);
        if (list.isMissingNode() || (list.isArray() && list.isEmpty())) {
            // section 7.1: without evaluations the request is one evaluation, and is answered as one
            return Replies.json(decided(new Tuple(asked, JsonTree.object()), language));
        }
        if (!list.isArray() || list.size() > MOST) {
            throw Refusal.of(
                    Kind.UNUSABLE, "`evaluations` 须是不超过 %d 项的列表", "`evaluations` has to be a list of at most %d", MOST);
        }
        var semantic = Semantic.of(asked.path("options"));
        var response = JsonTree.object();
        var results = response.putArray("evaluations");
        for (var one : list) {
            var result = decidedOrClosed(one, asked, language);
            results.add(result);
            if (semantic.endsAt(result.path("decision").booleanValue())) {
                break;
            }
        }
        return Replies.json(response);
    }

    private ObjectNode decided(Tuple tuple, Locale language) {
        var answer = decisions.answer(tuple.form());
        var response = JsonTree.object();
        response.put("decision", answer.outcome() == Outcome.PERMIT);
        response.set("context", JsonTree.tree(AnswerForm.of(answer, language)));
        return response;
    }

    /** Section 7.2.1: an evaluation that cannot be made is closed, and its context says why. */
    private ObjectNode decidedOrClosed(JsonNode one, JsonNode defaults, Locale language) {
        try {
            if (!one.isObject()) {
                throw Refusal.of(Kind.UNUSABLE, "每一项须是 JSON 对象", "each evaluation has to be a JSON object");
            }
            return decided(new Tuple(one, defaults), language);
        } catch (Refusal refusal) {
            var closed = JsonTree.object().put("decision", false);
            var error = Problems.body(refusal.problem(), language);
            error.put("message", refusal.problem().detail().in(language));
            closed.putObject("context").set("error", error);
            return closed;
        }
    }

    private static ObjectNode object(HttpRequest<?> request, byte[] body) {
        Format.sent(request, List.of(Format.JSON));
        if (JsonTree.of(body) instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.of(Kind.MALFORMED, "请求须是一个 JSON 对象", "the request has to be one JSON object");
    }
}
