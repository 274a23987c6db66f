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
}
