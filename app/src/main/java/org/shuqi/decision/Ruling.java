package org.shuqi.decision;

import java.util.List;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Norm;

/**
 * What a stage decided about one item.
 *
 * @param outcome the outcome
 * @param stage number of the stage
 * @param findings why
 * @param grants the grants relied on; empty unless it is a permit
 * @param norms the norms relied on; empty unless it is a permit
 */
record Ruling(Outcome outcome, int stage, List<Finding> findings, List<Grant> grants, List<Norm> norms) {

    static Ruling of(Outcome outcome, int stage, Finding finding) {
        return new Ruling(outcome, stage, List.of(finding), List.of(), List.of());
    }

    static Ruling of(Outcome outcome, int stage, List<Finding> findings) {
        return new Ruling(outcome, stage, findings, List.of(), List.of());
    }
}
