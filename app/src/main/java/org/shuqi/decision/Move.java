package org.shuqi.decision;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One thing that might be changed.
 *
 * @param words says it; asked only if it helps
 * @param effect what would be so afterwards
 */
record Move(Supplier<Answer.Step> words, UnaryOperator<Scenario> effect) {

    /** In words. */
    Answer.Step step() {
        return words.get();
    }
}
