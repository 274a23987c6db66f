package org.shuqi.decision;

import java.util.List;
import java.util.function.UnaryOperator;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Terms;

/**
 * What would be if.
 *
 * @param heard a question with the facts it would meet, some of them supposed
 */
record Scenario(Hearing heard) {

    /** Kinds of supposed records: request, agreement, assessment. */
    private static final int KINDS = 3;

    Scenario with(Grant grant) {
        return new Scenario(heard.supposing(heard.supposed().and(grant)));
    }

    Scenario with(Evidence paper) {
        return new Scenario(heard.supposing(heard.supposed().and(paper)));
    }

    Scenario hearing(UnaryOperator<Hearing> change) {
        return new Scenario(change.apply(heard));
    }

    Index index() {
        return heard.index();
    }

    Question question() {
        return heard.question();
    }

    static Ids ids(List<Item> items) {
        return Ids.of(items.stream().mapToInt(Item::iri).toArray());
    }

    /** The id of a record that is only supposed: one for each thing it is about and kind it is of. */
    static int supposed(int about, int kind) {
        return Terms.NONE - 1 - (about * KINDS + kind);
    }

    boolean permits() {
        return Rule.permits(heard);
    }
}
