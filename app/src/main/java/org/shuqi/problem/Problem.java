package org.shuqi.problem;

import java.util.List;

/**
 * What went wrong, in words for the one who asked.
 *
 * @param kind the stable name
 * @param detail what is wrong with this request; what would be right
 * @param violations the findings of the shapes, empty unless the data broke a rule
 */
public record Problem(Kind kind, Text detail, List<Violation> violations) {

    public Problem {
        violations = List.copyOf(violations);
    }

    /** A problem without findings. */
    public static Problem of(Kind kind, Text detail) {
        return new Problem(kind, detail, List.of());
    }
}
