package org.shuqi.api.authzen;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuqi.api.Problems;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Outcome;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Many evaluations. Source: AuthZEN Authorization API 1.0, section 7.
 *
 * @param defaults what stands for all of them
 * @param detail how much is to be said about each
 * @param semantic when the list ends
 * @param language of the caller
 */
record Batch(Said defaults, Detail detail, Semantic semantic, Locale language) {

    static Batch of(Said request, Locale language) {
        var options = Options.of(request.of("options"));
        return new Batch(request, Detail.of(options), Semantic.of(options), language);
    }

    /** Decides them in order and writes the response. */
    void decided(Decisions decisions, List<?> evaluations, JsonGenerator into) throws IOException {
        into.writeStartObject();
        into.writeArrayFieldStart("evaluations");
        for (var each : evaluations) {
            if (semantic.endsAt(decidedOrClosed(decisions, each, into))) {
                break;
            }
        }
        into.writeEndArray();
        into.writeEndObject();
    }

    /** Section 7.2.1: an evaluation that cannot be made is closed, and its context says why. */
    private boolean decidedOrClosed(Decisions decisions, Object one, JsonGenerator into) throws IOException {
        try {
            if (!(one instanceof Said said)) {
                throw Refusal.of(Kind.UNUSABLE, "每一项须是 JSON 对象", "each evaluation has to be a JSON object");
            }
            var form = new Tuple(said, defaults).form();
            return detail.decided(decisions, form, () -> language, into) == Outcome.PERMIT;
        } catch (Refusal refusal) {
            var error = Problems.body(refusal.problem(), language);
            error.put("message", refusal.problem().detail().in(language));
            into.writeStartObject();
            into.writeBooleanField("decision", false);
            into.writeFieldName("context");
            into.writePOJO(Map.of("error", error));
            into.writeEndObject();
            return false;
        }
    }
}
