package org.shuqi.change;

import java.time.Instant;
import java.util.List;
import org.shuqi.problem.Violation;

/**
 * Proof that a change was written and can be read.
 *
 * @param revision the revision it made; the current one if nothing had to change
 * @param at when it was written to the log
 * @param warnings what the shapes found that does not stop a write
 */
public record Receipt(long revision, Instant at, List<Violation> warnings) {

    public Receipt {
        warnings = List.copyOf(warnings);
    }
}
