package org.shuqi.change;

import org.shuqi.access.Caller;

/** The one door for writes: access, expected revision, gate, log, commit; or no trace at all. */
public interface Changes {

    /**
     * Writes the change and returns when every reader sees it.
     *
     * @throws org.shuqi.problem.Refusal FORBIDDEN, STALE, INVALID, or what the edit itself refused
     */
    Receipt apply(Change change, Caller caller);

    /** The same checks without writing; the receipt names the current revision. */
    Receipt rehearse(Change change, Caller caller);

    /**
     * Adds the quads of a load as one change: all of it or, if the mode says so, the valid records; however many they
     * are, they are never all in memory.
     *
     * @throws org.shuqi.problem.Refusal FORBIDDEN, INVALID with the first findings, or what the source refused
     */
    LoadReceipt load(Load load, Caller caller);

    /** The same checks without writing; in mode ALL it reports findings instead of refusing. */
    LoadReceipt rehearse(Load load, Caller caller);
}
