package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Terms;

/**
 * A question whose identifiers are all known.
 *
 * @param recipient organisation
 * @param dataset entry
 * @param items items of the entry, at least one
 * @param purpose concept
 * @param manner how and what for
 * @param provider organisation; {@link Terms#NONE} for the one that publishes the dataset
 * @param region division; {@link Terms#NONE} for the whole dataset
 * @param at the instant asked about
 */
record Question(
        int recipient,
        Dataset dataset,
        List<Item> items,
        int purpose,
        Manner manner,
        int provider,
        int region,
        Instant at) {

    /**
     * How data are to flow, and where to.
     *
     * @param method how
     * @param action what for
     * @param thirdParty organisation, for redistribute; else {@link Terms#NONE}
     * @param destination country code, for transfer abroad
     */
    record Manner(Method method, Action action, int thirdParty, Optional<String> destination) {

        /** To keep. */
        static Manner receive(Method method) {
            return new Manner(method, Action.RECEIVE, Terms.NONE, Optional.empty());
        }
    }

    /** The question of the doors without parameters: by query, for all items, to keep. */
    static Question plain(Dataset dataset, int recipient, int purpose, Instant at) {
        return new Question(
                recipient, dataset, dataset.items(), purpose, Manner.receive(Method.QUERY), Terms.NONE, Terms.NONE, at);
    }

    Method method() {
        return manner.method;
    }

    Action action() {
        return manner.action;
    }

    /** The third party, or {@link Terms#NONE}. */
    int thirdParty() {
        return manner.thirdParty;
    }

    Optional<String> destination() {
        return manner.destination;
    }

    Question at(Instant other) {
        return new Question(recipient, dataset, items, purpose, manner, provider, region, other);
    }

    Question by(Method other) {
        return asked(items, new Manner(other, manner.action, manner.thirdParty, manner.destination), provider);
    }

    Question about(List<Item> others) {
        return asked(others, manner, provider);
    }

    Question from(int other) {
        return asked(items, manner, other);
    }

    private Question asked(List<Item> what, Manner how, int from) {
        return new Question(recipient, dataset, what, purpose, how, from, region, at);
    }

    /** The same data for somebody else, to keep. */
    Question receivedBy(int other) {
        return new Question(other, dataset, items, purpose, Manner.receive(manner.method), provider, region, at);
    }
}
