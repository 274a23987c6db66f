package org.shuqi.account;

import java.time.Instant;
import java.util.Optional;

/**
 * When something holds.
 *
 * @param from inclusive; empty for always
 * @param until exclusive; empty for ever
 */
record Span(Optional<Instant> from, Optional<Instant> until) {

    /** Whether it holds at the instant. */
    boolean holds(Instant at) {
        return from.filter(begin -> begin.isAfter(at)).isEmpty()
                && until.filter(end -> !end.isAfter(at)).isEmpty();
    }

    /** The same, but not from the instant on. */
    Span before(Optional<Instant> end) {
        return end.isEmpty() || until.filter(own -> own.isBefore(end.get())).isPresent() ? this : new Span(from, end);
    }
}
