package org.shuqi.access;

/** What a caller may do; sign-in and rights of organisations come with a later issue. */
public enum Role {
    /** Everything. */
    OPERATOR,
    /** Read every record and ask every question. */
    READER
}
