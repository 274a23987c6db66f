package org.shuqi.graph;

import java.time.Instant;

/**
 * One entry of the log, without the quads.
 *
 * @param revision the revision that it made
 * @param at when it was written
 * @param actor who made the change
 * @param reason why, in their words
 * @param removed how many quads it took out
 * @param added how many quads it put in
 * @param previous hash of the entry before, in hexadecimal
 */
public record Commit(
        long revision, Instant at, String actor, String reason, long removed, long added, String previous) {

    /** The same for somebody who may not know who made the change, why, and how large it was. */
    public Commit withheld() {
        return new Commit(revision, at, "", "", -1, -1, previous);
    }

    /** Whether only its place in the log is told. */
    public boolean isWithheld() {
        return removed < 0;
    }
}
