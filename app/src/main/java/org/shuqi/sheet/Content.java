package org.shuqi.sheet;

import java.util.Locale;

/** What the cells of a column hold. */
enum Content {
    /** An identifier. */
    KEY,
    /** Chinese text. */
    ZH,
    /** English text. */
    EN,
    /** Text of no language. */
    PLAIN,
    /** Values of a code list. */
    CODE,
    /** A registered organisation. */
    ORG,
    /** The code of the organisation named beside it. */
    ORGCODE,
    /** Organisations, collections of them, or kinds. */
    PARTY,
    /** A body by its name, registered or not. */
    BODY,
    /** Registered legal bases. */
    LAW,
    /** Information systems by name. */
    SYSTEM,
    /** Entries by resource code. */
    DATASET,
    /** Entries by resource code, or themes. */
    ASSET,
    /** A day. */
    DATE,
    /** The last day of a period; what is kept is the day after it. */
    LASTDAY,
    /** A length of time. */
    PERIOD,
    /** A whole number. */
    NUMBER,
    /** Yes or no. */
    TRUTH,
    /** Known, but there is no place for it. */
    NOTE;

    static Content named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
