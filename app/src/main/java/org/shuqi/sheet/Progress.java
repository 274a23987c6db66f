package org.shuqi.sheet;

/** Hears how far the check of a file is; called for every thing in it, on the thread of the check, and must be quick. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = (rows, of) -> {};

    /**
     * So many rows have been held against the registry; once it is all of them, the rules look at the whole.
     *
     * @param of how many rows the file has
     */
    void at(long rows, long of);
}
