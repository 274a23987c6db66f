package org.shuqi.form;

/** How a field is filled in. */
public enum Widget {
    /** One line. */
    LINE,
    /** Several lines. */
    PROSE,
    /** One line in Chinese and one in English. */
    NAME,
    /** Several lines in Chinese and several in English. */
    PROSE_IN_TWO,
    /** A day. */
    DAY,
    /** A day with its time. */
    INSTANT,
    /** A number. */
    NUMBER,
    /** Yes, no, or nothing said. */
    TRUTH,
    /** Values of a list. */
    CHOICE,
    /** Registered records. */
    REFERENCE,
    /** Parts of the record with fields of their own. */
    PART;

    /** Whether it is said once in each language. */
    public boolean isInTwoLanguages() {
        return this == NAME || this == PROSE_IN_TWO;
    }

    /** Whether it takes several lines. */
    public boolean isLong() {
        return this == PROSE || this == PROSE_IN_TWO;
    }

    /** Whether its values are things and not texts. */
    public boolean isOfThings() {
        return this == CHOICE || this == REFERENCE;
    }
}
