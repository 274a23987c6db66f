package org.shuqi.graph;

import java.util.Arrays;
import org.shuqi.graph.ChangeLog.Position;

/** Where the entries of the log file end, and how many quads each changes; safe for many threads. */
final class LogIndex {

    /** An entry that was read or written whole. */
    record Entry(Position position, long quads, long end) {}

    private long[] ends = new long[64];
    private long[] quads = new long[64];
    private Position head = Position.START;

    LogIndex() {
        ends[0] = FileLog.TITLE.length;
    }

    synchronized void add(Entry entry) {
        var at = (int) entry.position().revision();
        if (at == ends.length) {
            ends = Arrays.copyOf(ends, 2 * at);
            quads = Arrays.copyOf(quads, 2 * at);
        }
        ends[at] = entry.end();
        quads[at] = entry.quads();
        head = entry.position();
    }

    synchronized Position head() {
        return head;
    }

    /** Where the newest entry ends. */
    synchronized long end() {
        return ends[(int) head.revision()];
    }

    /** Where the entry ends, and the next begins. */
    synchronized long end(long revision) {
        return ends[(int) revision];
    }

    synchronized long quads(long revision) {
        return quads[(int) revision];
    }
}
