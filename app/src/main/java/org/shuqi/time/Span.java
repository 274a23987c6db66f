package org.shuqi.time;

import java.time.Instant;

/**
 * A stretch of time: from {@code from}, inclusive, until {@code until}, exclusive.
 *
 * @param from first instant inside; {@link Instant#MIN} if it has always been
 * @param until first instant after it; {@link Instant#MAX} if it never ends
 */
public record Span(Instant from, Instant until) {

    /** All time. */
    public static final Span ALWAYS = new Span(Instant.MIN, Instant.MAX);
    /** No time at all. */
    public static final Span NEVER = new Span(Instant.MAX, Instant.MIN);

    /** Whether the instant lies inside. */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** The time inside both. */
    public Span and(Span other) {
        return new Span(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }
}
