package org.shuqi.api.authzen;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.shuqi.decision.AnswerForm;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** How much the context of a decision says. An option of ours, as section 7.1.2 leaves room for. */
enum Detail {
    /** The whole answer: reasons, duties, how long it lasts, what would make it a permit. */
    ANSWER {
        @Override
        Outcome decided(Decisions decisions, QuestionForm form, Supplier<Locale> language, JsonGenerator into)
                throws IOException {
            var answer = decisions.answer(form);
            begin(answer.outcome(), into);
            into.writePOJO(AnswerForm.of(answer, language.get()));
            into.writeEndObject();
            return answer.outcome();
        }
    },
    /** Outcome, stage and revision, for many decisions at once. */
    OUTCOME {
        @Override
        Outcome decided(Decisions decisions, QuestionForm form, Supplier<Locale> language, JsonGenerator into)
                throws IOException {
            var brief = decisions.brief(form);
            write(brief, into);
            return brief.outcome();
        }
    };

    /**
     * Decides one evaluation, and writes decision and context.
     *
     * @throws Refusal before anything is written
     */
    abstract Outcome decided(Decisions decisions, QuestionForm form, Supplier<Locale> language, JsonGenerator into)
            throws IOException;

    /** Writes an outcome without reasons. */
    static void write(Decisions.Brief brief, JsonGenerator into) throws IOException {
        begin(brief.outcome(), into);
        into.writeStartObject();
        into.writeStringField("outcome", brief.outcome().code());
        into.writeStringField("stage", brief.stage());
        into.writeNumberField("revision", brief.revision());
        into.writeEndObject();
        into.writeEndObject();
    }

    private static void begin(Outcome outcome, JsonGenerator into) throws IOException {
        into.writeStartObject();
        into.writeBooleanField("decision", outcome == Outcome.PERMIT);
        into.writeFieldName("context");
    }

    /** The one that the options name in {@code context}; the whole answer if they name none. */
    static Detail of(Said options) {
        var named = options.of("context");
        var text = named == null ? "answer" : Options.text(named);
        return switch (text) {
            case "answer" -> ANSWER;
            case "outcome" -> OUTCOME;
            default ->
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "`options.context` 的值 `%s` 不可用；可用 answer、outcome",
                        "`options.context` is `%s`; use answer or outcome",
                        text);
        };
    }
}
