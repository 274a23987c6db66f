package org.shuqi.shield;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Something that runs dry when it is drawn from faster than it fills.
 *
 * <p>It holds one number: the instant at which it will be full again. So it needs no lock and no refilling. Source: the
 * generic cell rate algorithm, ITU-T I.371 annex A.
 */
final class Bucket {

    private final long capacity;
    private final AtomicLong fullAt;

    /** A full one that takes this many nanoseconds to fill when it is empty. */
    Bucket(long capacity, long now) {
        this.capacity = capacity;
        this.fullAt = new AtomicLong(now);
    }

    /**
     * Draws, if there is enough.
     *
     * @param cost nanoseconds it takes to fill again what is drawn
     * @return how long to wait for it if there is not
     */
    Optional<Duration> draw(long cost, long now) {
        while (true) {
            var before = fullAt.get();
            var after = later(before, now) + cost;
            if (after - now > capacity) {
                return Optional.of(Duration.ofNanos(after - now - capacity));
            }
            if (fullAt.compareAndSet(before, after)) {
                return Optional.empty();
            }
        }
    }

    /** Takes what has been used up already, even if the bucket did not hold it. */
    void charge(long cost, long now) {
        fullAt.getAndUpdate(before -> later(before, now) + cost);
    }

    /** How long until something can be drawn again; empty if it can now. */
    Optional<Duration> dry(long now) {
        var over = fullAt.get() - now - capacity;
        return over > 0 ? Optional.of(Duration.ofNanos(over)) : Optional.empty();
    }

    /** Of two readings of a clock that may wrap around. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
