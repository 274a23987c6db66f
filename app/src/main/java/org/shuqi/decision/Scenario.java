package org.shuqi.decision;

import java.util.function.UnaryOperator;
import org.shuqi.decision.fact.Index;

/**
 * What would be if: a question and the facts it would meet.
 *
 * @param index the facts, some of them supposed
 * @param question the question
 */
record Scenario(Index index, Question question) {

    Scenario with(UnaryOperator<Index> change) {
        return new Scenario(change.apply(index), question);
    }

    Scenario asking(UnaryOperator<Question> change) {
        return new Scenario(index, change.apply(question));
    }

    boolean permits(Jurisdiction jurisdiction) {
        return Rule.decide(index, jurisdiction, question).outcome() == Outcome.PERMIT;
    }
}
