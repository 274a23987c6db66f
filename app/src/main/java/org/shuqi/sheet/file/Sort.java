package org.shuqi.sheet.file;

/** What a cell holds, as the file says. */
public enum Sort {
    BLANK,
    TEXT,
    NUMBER,
    DATE,
    TRUTH,
    /** Something to be computed; the text is what the program that wrote the file had computed. */
    FORMULA,
    /** A formula that could not be computed, such as {@code #REF!}. */
    FAULT;

    private static final Sort[] ALL = values();

    static Sort of(byte number) {
        return ALL[number];
    }
}
