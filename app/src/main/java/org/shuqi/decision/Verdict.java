package org.shuqi.decision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;

/**
 * The rulings on all items of a question, in the order asked.
 *
 * @param index the facts they rest on
 * @param rulings one for each item, at least one
 */
record Verdict(Index index, List<OnItem> rulings) {

    /** The least favourable ruling first; among equals the one that an earlier stage made. */
    private static final Comparator<Ruling> LEAST_FAVOURABLE =
            Comparator.comparing(Ruling::outcome).reversed().thenComparingInt(Ruling::stage);

    /**
     * One item's ruling.
     *
     * @param item the item
     * @param ruling the ruling
     */
    record OnItem(Item item, Ruling ruling) {}

    /** The ruling that stands for the whole. */
    Ruling whole() {
        var whole = rulings.get(0).ruling();
        for (var one : rulings) {
            if (LEAST_FAVOURABLE.compare(one.ruling(), whole) < 0) {
                whole = one.ruling();
            }
        }
        return whole;
    }

    Outcome outcome() {
        return whole().outcome();
    }

    /** IRIs of the agreements and requests relied on, sorted. */
    List<String> grants() {
        return rulings.stream()
                .flatMap(one -> one.ruling().grants().stream())
                .mapToInt(grant -> grant.source())
                .distinct()
                .mapToObj(index::iri)
                .sorted()
                .toList();
    }

    /** Whether it says the same: outcome and stage of every item, and the same grants. */
    boolean saysTheSameAs(Verdict other) {
        return rulings.size() == other.rulings.size()
                && IntStream.range(0, rulings.size())
                        .allMatch(each -> same(
                                rulings.get(each).ruling(),
                                other.rulings.get(each).ruling()))
                && grants().equals(other.grants());
    }

    private static boolean same(Ruling one, Ruling other) {
        return one.outcome() == other.outcome() && one.stage() == other.stage();
    }
}
