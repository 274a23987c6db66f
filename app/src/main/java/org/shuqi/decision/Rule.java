package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;

/** The whole rule: the first stage that decides wins, for each item by itself. */
final class Rule {

    private static final List<Stage> STAGES = List.of(
            new S0Secrecy(),
            new S1Entry(),
            new S2Source(),
            new S3Parties(),
            new S4Prohibition(),
            new S5Standing(),
            new S7Attribute(),
            new S8Requirements(),
            new S9Action(),
            new S10Permit());

    private final Docket docket;
    private final List<Ruling> made = new ArrayList<>(4);

    private Rule(Hearing hearing) {
        this.docket = new Docket(hearing);
    }

    static Ruling decide(Matter matter) {
        for (var place = 0; place < STAGES.size(); place++) {
            var ruling = STAGES.get(place).on(matter);
            if (ruling.isPresent()) {
                return ruling.get();
            }
        }
        throw new IllegalStateException("the last stage decides whatever comes to it");
    }

    static Verdict decide(Index index, Jurisdiction jurisdiction, Question question) {
        return decide(new Hearing(index, jurisdiction, question));
    }

    static Verdict decide(Hearing hearing) {
        var rule = new Rule(hearing);
        var items = hearing.question().items();
        var rulings = new ArrayList<Verdict.OnItem>(items.size());
        for (var place = 0; place < items.size(); place++) {
            rulings.add(new Verdict.OnItem(items.get(place), rule.on(items.get(place))));
        }
        return new Verdict(hearing, rulings);
    }

    /** The ruling that stands for the whole, as that of the verdict would. */
    static Ruling whole(Index index, Jurisdiction jurisdiction, Question question) {
        var rule = new Rule(new Hearing(index, jurisdiction, question));
        var items = question.items();
        var whole = rule.on(items.get(0));
        for (var place = 1; place < items.size(); place++) {
            whole = Verdict.lessFavourable(whole, rule.on(items.get(place)));
        }
        return whole;
    }

    /** Whether every item may flow; stops at the first that may not. */
    static boolean permits(Index index, Jurisdiction jurisdiction, Question question) {
        return permits(new Hearing(index, jurisdiction, question));
    }

    static boolean permits(Hearing hearing) {
        var rule = new Rule(hearing);
        for (var item : hearing.question().items()) {
            if (rule.on(item).outcome() != Outcome.PERMIT) {
                return false;
            }
        }
        return true;
    }

    /** Whether at least one item may flow. */
    static boolean permitsSome(Index index, Jurisdiction jurisdiction, Question question) {
        var rule = new Rule(new Hearing(index, jurisdiction, question));
        for (var item : question.items()) {
            if (rule.on(item).outcome() == Outcome.PERMIT) {
                return true;
            }
        }
        return false;
    }

    /** Items that stand alike share one ruling. */
    private Ruling on(Item item) {
        var place = docket.place(item);
        if (place == made.size()) {
            made.add(decide(docket.at(place)));
        }
        return made.get(place);
    }
}
