package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Norm;

/**
 * The rulings on all items of a question, in the order asked.
 *
 * @param hearing what they rest on
 * @param rulings one for each item, at least one
 */
record Verdict(Hearing hearing, List<OnItem> rulings) {

    /**
     * One item's ruling.
     *
     * @param item the item
     * @param shared the ruling, made on it or on another item of which the same is known
     */
    record OnItem(Item item, Ruling shared) {

        /** The ruling with this item as its matter. */
        Ruling ruling() {
            return shared.on(shared.matter().of(item));
        }

        Outcome outcome() {
            return shared.outcome();
        }

        int stage() {
            return shared.stage();
        }
    }

    Index index() {
        return hearing.index();
    }

    /** The ruling that stands for the whole: the least favourable; among equals the one that an earlier stage made. */
    Ruling whole() {
        var whole = rulings.get(0).shared();
        for (var place = 1; place < rulings.size(); place++) {
            whole = lessFavourable(whole, rulings.get(place).shared());
        }
        return whole;
    }

    /** The second, if it is less favourable, or as favourable and made by an earlier stage; else the first. */
    static Ruling lessFavourable(Ruling one, Ruling other) {
        int order = other.outcome().compareTo(one.outcome());
        return order > 0 || (order == 0 && other.stage() < one.stage()) ? other : one;
    }

    Outcome outcome() {
        return whole().outcome();
    }

    /** The rulings as they were made, each once, in the order of their first items. */
    List<Ruling> made() {
        var made = new ArrayList<Ruling>(4);
        for (var one : rulings) {
            if (!contains(made, one.shared())) {
                made.add(one.shared());
            }
        }
        return made;
    }

    private static boolean contains(List<Ruling> some, Ruling ruling) {
        for (var one : some) {
            if (one == ruling) {
                return true;
            }
        }
        return false;
    }

    /** The norms relied on. */
    List<Norm> norms() {
        return made().stream()
                .flatMap(ruling -> ruling.norms().stream())
                .distinct()
                .toList();
    }

    /** IRIs of the agreements and requests relied on, sorted. */
    List<String> grants() {
        return Arrays.stream(sources(made())).mapToObj(index()::iri).sorted().toList();
    }

    private static int[] sources(List<Ruling> rulings) {
        return rulings.stream()
                .flatMap(ruling -> ruling.grants().stream())
                .mapToInt(Grant::source)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Whether the same question has the same answer at another instant: outcome and stage of every item, the same grants. */
    boolean holdsAt(Instant other) {
        var then = hearing.at(other);
        return then.isPresent() ? holdsIn(then.get()) : saysTheSameAs(asked(other));
    }

    private Verdict asked(Instant other) {
        var question = hearing.question().at(other);
        return Rule.decide(new Hearing(index(), hearing.jurisdiction(), question, hearing.supposed()));
    }

    private boolean holdsIn(Hearing then) {
        var before = made();
        var after = new ArrayList<Ruling>(before.size());
        for (var ruling : before) {
            var again = Rule.decide(ruling.matter().in(then));
            if (!same(ruling, again)) {
                return false;
            }
            after.add(again);
        }
        return !permitsSome() || Arrays.equals(sources(before), sources(after));
    }

    private boolean permitsSome() {
        for (var one : rulings) {
            if (one.outcome() == Outcome.PERMIT) {
                return true;
            }
        }
        return false;
    }

    private boolean saysTheSameAs(Verdict other) {
        return IntStream.range(0, rulings.size())
                        .allMatch(each -> same(
                                rulings.get(each).shared(),
                                other.rulings.get(each).shared()))
                && Arrays.equals(sources(made()), sources(other.made()));
    }

    private static boolean same(Ruling one, Ruling other) {
        return one.outcome() == other.outcome() && one.stage() == other.stage();
    }
}
