package org.shuqi.decision;

import java.util.List;
import org.shuqi.decision.fact.Filed;

/** Moves that are made: what a scenario supposes is put on file, and the question asked anew. */
final class MovesMade {

    private MovesMade() {}

    /** Whether the verdict would be a permit then. */
    static boolean permit(Verdict before, List<Move> moves) {
        var then = new Scenario(before.hearing());
        for (var move : moves) {
            then = move.effect().apply(then);
        }
        var facts = then.index();
        for (var grant : then.heard().supposed().grants()) {
            facts = Filed.with(facts, grant);
        }
        for (var paper : then.heard().supposed().papers()) {
            facts = Filed.with(facts, paper);
        }
        return Rule.permits(facts, before.hearing().jurisdiction(), then.question());
    }
}
