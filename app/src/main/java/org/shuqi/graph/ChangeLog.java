package org.shuqi.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The truth: every change that was ever made, in order, each chained to the one before by its hash.
 *
 * <p>What {@link #append} has returned from is durable. One thread appends; any thread may read.
 */
interface ChangeLog extends AutoCloseable {

    /** The newest entry: its revision and hash; revision 0 and {@link Hash#NONE} if there is none. */
    Position head();

    /**
     * Writes the entries behind the head, all or none of them, and returns when they are durable.
     *
     * @return the position of each
     * @throws IOException if nothing was written
     * @throws UncheckedIOException if it is not known what was written; the process must end
     */
    List<Position> append(List<Draft> drafts) throws IOException;

    /** The entries after the revision, oldest first; read while it runs, so close it early or read it all. */
    Tail tail(long after);

    /** What the heads of the entries after the revision say, oldest first, at most so many. */
    List<Header> headers(long after, int limit);

    /** The hashes of the entries after the revision, oldest first, at most so many. */
    List<Hash> hashes(long after, int limit);

    /** How many quads the entries after one revision and up to another change, each counted for itself. */
    long quads(long after, long upTo);

    /** Whether the log has an entry at this position. */
    boolean holds(Position position);

    /** Looks for damage up to the revision; entries may be appended meanwhile. */
    void verify(long upTo, Verifier verifier) throws IOException;

    /** Copies all entries up to the head. */
    Backup backup(Path folder) throws IOException;

    @Override
    void close();

    /** A place in the log. */
    record Position(long revision, Hash hash) {

        static final Position START = new Position(0, Hash.NONE);
    }

    /** An entry that has no place in the log yet. */
    record Draft(Stamp stamp, Instant at, long removed, long added, Payload payload) {}

    /** Entries in order. */
    interface Tail extends AutoCloseable {

        boolean hasNext();

        /** The header of the next entry; reads over what is left of the one before. */
        Header next();

        /** Gives the body of the entry that {@link #next} returned, and checks its sums; then its position. */
        Position body(QuadSink sink);

        @Override
        void close();
    }
}
