package org.shuqi.decision;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Terms;

/**
 * What would be if: a question and the facts it would meet.
 *
 * @param index the facts, some of them supposed
 * @param question the question
 */
record Scenario(Index index, Question question) {

    /** Kinds of supposed records: request, agreement, assessment. */
    private static final int KINDS = 3;

    Scenario with(UnaryOperator<Index> change) {
        return new Scenario(change.apply(index), question);
    }

    Scenario asking(UnaryOperator<Question> change) {
        return new Scenario(index, change.apply(question));
    }

    Hearing heard(Jurisdiction jurisdiction) {
        return new Hearing(index, jurisdiction, question);
    }

    /** The IRIs of a party and of items. */
    List<String> iris(int party, List<Item> items) {
        return Stream.concat(Stream.of(party), items.stream().map(Item::iri))
                .map(index::iri)
                .toList();
    }

    static Ids ids(List<Item> items) {
        return Ids.of(items.stream().mapToInt(Item::iri).toArray());
    }

    /** The id of a record that is only supposed: one for each thing it is about and kind it is of. */
    static int supposed(int about, int kind) {
        return Terms.NONE - 1 - (about * KINDS + kind);
    }

    boolean permits(Jurisdiction jurisdiction) {
        return Rule.permits(index, jurisdiction, question);
    }
}
