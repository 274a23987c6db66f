package org.shuqi.graph;

import java.util.Arrays;
import org.shuqi.graph.ChangeLog.Position;

/**
 * Where the entries of the log file end, and how many quads they change; safe for many threads.
 *
 * <p>Sixteen bytes an entry: a log of ten million entries takes 160 MB.
 */
final class LogIndex {

    /** An entry that was read or written whole. */
    record Entry(Position position, long quads, long end) {}

    private static final int FEWEST = 64;

    private long[] ends;
    private long[] sums;
    private Position head;

    LogIndex() {
        this(new long[FEWEST], new long[FEWEST], Position.START);
        ends[0] = FileLog.TITLE.length;
    }

    private LogIndex(long[] ends, long[] sums, Position head) {
        this.ends = ends;
        this.sums = sums;
        this.head = head;
    }

    synchronized void add(Entry entry) {
        var at = (int) entry.position().revision();
        if (at == ends.length) {
            ends = Arrays.copyOf(ends, at + at / 2);
            sums = Arrays.copyOf(sums, at + at / 2);
        }
        ends[at] = entry.end();
        sums[at] = sums[at - 1] + entry.quads();
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

    /** How many quads the entries after one revision and up to another change. */
    synchronized long quads(long after, long upTo) {
        return sums[(int) upTo] - sums[(int) after];
    }

    /** The same up to an entry that is in it. */
    synchronized LogIndex upTo(Position last) {
        var size = Math.max(FEWEST, (int) last.revision() + 1);
        return new LogIndex(Arrays.copyOf(ends, size), Arrays.copyOf(sums, size), last);
    }

    /** The first revision, up to the given one, of which the other says something else; one more if there is none. */
    long differsFrom(LogIndex other, long upTo) {
        var revision = 1L;
        while (revision <= upTo
                && end(revision) == other.end(revision)
                && quads(revision - 1, revision) == other.quads(revision - 1, revision)) {
            revision++;
        }
        return revision;
    }
}
