package org.shuqi.decision;

import java.util.Locale;

/** Answers from best to worst. Source: the list of outcomes in {@code app/docs/decision.md}. */
public enum Outcome {
    PERMIT,
    APPLY,
    NEGOTIATE,
    DENY,
    OUT_OF_SCOPE,
    UNKNOWN;

    /** The code, as in the code list {@code outcome}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The less favourable of two. */
    public Outcome worst(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
