package org.shuqi.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong, in words for the one who asked.
 *
 * @param kind the stable name
 * @param detail what is wrong with this request; what would be right
 * @param violations the findings of the shapes, empty unless the data broke a rule
 * @param retryAfter how long to wait before it is worth asking again, if that is known
 */
public record Problem(Kind kind, Text detail, List<Violation> violations, Optional<Duration> retryAfter) {

    public Problem {
        violations = List.copyOf(violations);
    }

    /** A problem of which nobody knows when it will have passed. */
    public Problem(Kind kind, Text detail, List<Violation> violations) {
        this(kind, detail, violations, Optional.empty());
    }

    /** A problem that will have passed by then. */
    public static Problem later(Kind kind, Text detail, Duration retryAfter) {
        return new Problem(kind, detail, List.of(), Optional.of(retryAfter));
    }

    /** Seconds to wait, as {@code Retry-After} has them: rounded up, at least one. */
    public static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    /** A problem without findings. */
    public static Problem of(Kind kind, Text detail) {
        return new Problem(kind, detail, List.of());
    }
}
