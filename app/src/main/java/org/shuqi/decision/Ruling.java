package org.shuqi.decision;

import java.util.List;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Norm;

/**
 * What a stage decided about one item. Why it did is only worked out if somebody asks.
 *
 * @param outcome the outcome
 * @param stage number of the stage
 * @param matter what it was decided about
 * @param why finds the reasons
 */
record Ruling(Outcome outcome, int stage, Matter matter, Why why) {

    /** Finds the reasons of a ruling. */
    interface Why {
        List<Finding> of(Matter matter);
    }

    List<Finding> findings() {
        return why.of(matter);
    }

    /** The grants relied on; empty unless it is a permit. */
    List<Grant> grants() {
        return outcome == Outcome.PERMIT ? S10Permit.grants(matter) : List.of();
    }

    /** The norms relied on; empty unless it is a permit. */
    List<Norm> norms() {
        return outcome == Outcome.PERMIT ? S10Permit.norms(matter) : List.of();
    }

    /** The same ruling on another item of which the same is known. */
    Ruling on(Matter other) {
        return other == matter ? this : new Ruling(outcome, stage, other, why);
    }
}
