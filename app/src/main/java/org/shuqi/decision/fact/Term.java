package org.shuqi.decision.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.time.Span;

/**
 * When a grant holds: from its activation or reply, within its period, outside its suspensions, before its end.
 *
 * @param begun when it was activated (agreement) or answered (request); empty if never, or if that is unclear
 * @param period its period; never if an end of it is missing or unclear
 * @param suspensions when it does not hold
 * @param ended when it was terminated; {@link Instant#MAX} if it was not
 */
public record Term(Optional<Instant> begun, Span period, List<Span> suspensions, Instant ended) {

    /** Whether it holds at that instant. */
    public boolean contains(Instant at) {
        return begun.isPresent()
                && !at.isBefore(begun.get())
                && period.contains(at)
                && at.isBefore(ended)
                && !isSuspended(at);
    }

    private boolean isSuspended(Instant at) {
        for (var span : suspensions) {
            if (span.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
