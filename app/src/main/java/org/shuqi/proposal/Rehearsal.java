package org.shuqi.proposal;

import java.time.Instant;
import java.util.List;
import org.shuqi.decision.Impact;
import org.shuqi.problem.Violation;

/**
 * What publishing a working copy would do to the registry.
 *
 * @param revision the revision that was looked at
 * @param at when
 * @param uses how often records use each edited term, in the order of the terms
 * @param looked how many records the edited shapes were held against
 * @param failing how many of them would break a rule
 * @param warned how many would be warned about
 * @param findings the first of what was found
 * @param faults what is wrong with the words themselves
 * @param answers which answers would be other ones
 */
public record Rehearsal(
        long revision,
        Instant at,
        List<Use> uses,
        long looked,
        long failing,
        long warned,
        List<Violation> findings,
        List<Violation> faults,
        Impact answers) {

    public Rehearsal {
        uses = List.copyOf(uses);
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
    }

    /** Whether the door would let it in. */
    public boolean isPublishable() {
        return failing == 0 && faults.isEmpty();
    }

    /**
     * How much a term is used.
     *
     * @param term which
     * @param statements of how many statements it is part, outside the words themselves
     */
    public record Use(String term, long statements) {}
}
