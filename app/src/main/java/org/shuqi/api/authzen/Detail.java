package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.shuqi.decision.AnswerForm;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Outcome;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** How much the context of a decision says. An option of ours, as section 7.1.2 leaves room for. */
enum Detail {
    /** The whole answer: reasons, duties, how long it lasts, what would make it a permit. */
    ANSWER {
        @Override
        Map<String, Object> decided(Decisions decisions, Tuple tuple, Locale language) {
            var answer = decisions.answer(tuple.form());
            return response(answer.outcome(), AnswerForm.of(answer, language));
        }
    },
    /** Outcome, stage and revision, for many decisions at once. */
    OUTCOME {
        @Override
        Map<String, Object> decided(Decisions decisions, Tuple tuple, Locale language) {
            var brief = decisions.brief(tuple.form());
            var context = new LinkedHashMap<String, Object>();
            context.put("outcome", brief.outcome().code());
            context.put("stage", brief.stage());
            context.put("revision", brief.revision());
            return response(brief.outcome(), context);
        }
    };

    /** Decision and context of one evaluation. */
    abstract Map<String, Object> decided(Decisions decisions, Tuple tuple, Locale language);

    private static Map<String, Object> response(Outcome outcome, Map<String, Object> context) {
        var response = new LinkedHashMap<String, Object>();
        response.put("decision", outcome == Outcome.PERMIT);
        response.put("context", context);
        return response;
    }

    /** The one that the options name in {@code context}; the whole answer if they name none. */
    static Detail of(JsonNode options) {
        if (!options.isMissingNode() && !options.isNull() && !options.isObject()) {
            throw Refusal.of(Kind.UNUSABLE, "`options` 须是对象", "`options` has to be an object");
        }
        return switch (options.path("context").asText("answer")) {
            case "answer" -> ANSWER;
            case "outcome" -> OUTCOME;
            default ->
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "`options.context` 的值 `%s` 不可用；可用 answer、outcome",
                        "`options.context` is `%s`; use answer or outcome",
                        options.path("context").asText());
        };
    }
}
