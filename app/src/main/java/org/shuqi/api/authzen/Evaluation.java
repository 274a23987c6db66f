package org.shuqi.api.authzen;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;

/**
 * One evaluation.
 *
 * @param detail how much is to be said about it
 * @param form the question
 */
record Evaluation(Detail detail, QuestionForm form) {

    /** The evaluation that a request asks for by itself. */
    static Evaluation of(Said request) {
        return new Evaluation(Detail.of(Options.of(request.of("options"))), new Tuple(request).form());
    }

    /** Whether deciding it takes microseconds: what was known at an older revision may have to be read first. */
    boolean isQuick() {
        return detail == Detail.OUTCOME && form.knownAt().isEmpty();
    }

    /** Decides it and writes decision and context; what is refused is refused before anything is written. */
    Outcome decided(Decisions decisions, Supplier<Locale> language, JsonGenerator into) throws IOException {
        return detail.decided(decisions, form, language, into);
    }
}
