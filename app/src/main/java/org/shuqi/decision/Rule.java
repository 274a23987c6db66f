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

    private Rule() {}

    static Ruling decide(Matter matter) {
        for (var stage : STAGES) {
            var ruling = stage.on(matter);
            if (ruling.isPresent()) {
                return ruling.get();
            }
        }
        throw new IllegalStateException("the last stage decides whatever comes to it");
    }

    static Verdict decide(Index index, Jurisdiction jurisdiction, Question question) {
        var hearing = new Hearing(index, jurisdiction, question);
        var rulings = new ArrayList<Verdict.OnItem>(question.items().size());
        for (var item : question.items()) {
            rulings.add(new Verdict.OnItem(item, ruling(hearing, item, rulings)));
        }
        return new Verdict(index, rulings);
    }

    /** Whether every item may flow; stops at the first that may not. */
    static boolean permits(Index index, Jurisdiction jurisdiction, Question question) {
        var hearing = new Hearing(index, jurisdiction, question);
        var rulings = new ArrayList<Verdict.OnItem>(question.items().size());
        for (var item : question.items()) {
            var ruling = ruling(hearing, item, rulings);
            if (ruling.outcome() != Outcome.PERMIT) {
                return false;
            }
            rulings.add(new Verdict.OnItem(item, ruling));
        }
        return true;
    }

    /** Whether at least one item may flow. */
    static boolean permitsSome(Index index, Jurisdiction jurisdiction, Question question) {
        return decide(index, jurisdiction, question).rulings().stream()
                .anyMatch(one -> one.ruling().outcome() == Outcome.PERMIT);
    }

    /** Items of one sort, of which nobody speaks by name, stand alike. */
    private static Ruling ruling(Hearing hearing, Item item, List<Verdict.OnItem> before) {
        for (var other : before) {
            if (other.item().traits() == item.traits()) {
                return hearing.isAlike(item, other.item())
                        ? other.ruling().on(other.ruling().matter().of(item))
                        : decide(new Matter(hearing, item));
            }
        }
        return decide(new Matter(hearing, item));
    }
}
