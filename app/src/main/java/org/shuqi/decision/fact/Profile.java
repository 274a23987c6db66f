package org.shuqi.decision.fact;

import java.util.Map;
import java.util.Optional;

/**
 * What a jurisdiction may settle for itself; empty where it leaves it to the profile it extends.
 *
 * @param iri which
 * @param parents the profiles it extends
 * @param defaultClearances clearance of an organisation without one; exactly one if the record is sound
 * @param unconditionalNeedsReply whether unconditional data wait for an answered request
 * @param acceptsLocalNegativeList whether a basis below a State Council decision can forbid
 * @param forbidsOnward whether data may never be passed on
 * @param deadlines time limits in working days, by code of the clock
 */
public record Profile(
        int iri,
        Ids parents,
        Ids defaultClearances,
        Optional<Boolean> unconditionalNeedsReply,
        Optional<Boolean> acceptsLocalNegativeList,
        Optional<Boolean> forbidsOnward,
        Map<String, Limit> deadlines)
        implements Fact {

    /**
     * A time limit.
     *
     * @param days working days
     * @param more working days it may be extended by
     */
    public record Limit(int days, int more) {}
}
