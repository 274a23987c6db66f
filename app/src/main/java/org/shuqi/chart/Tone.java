package org.shuqi.chart;

import java.util.Locale;

/** How a value is meant; always beside words, never instead of them. */
public enum Tone {
    /** Neither good nor bad. */
    PLAIN,
    /** As it should be. */
    GOOD,
    /** To be looked at soon. */
    WARN,
    /** Overdue, refused, broken. */
    BAD,
    /** Not in effect: suspended, not begun, ended. */
    PALE;

    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
