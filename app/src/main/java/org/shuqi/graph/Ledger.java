package org.shuqi.graph;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The write side of a store: changes are proposed, looked at, accepted, and committed as a group.
 *
 * <p>It knows no rule. Only {@code change} may use it, where every rule is asked first.
 */
public interface Ledger {

    /** The write side of the store. */
    static Ledger of(Store store) {
        return ((TdbStore) store).ledger();
    }

    /**
     * Opens a round on this thread; waits until the one before is closed.
     *
     * @throws org.shuqi.problem.Refusal OVERLOADED if the disk is nearly full
     */
    Round open();

    /** Opens a round that cannot be committed; waits for nobody. */
    Round rehearsal();

    /** A place for the quads of a load; its thread may be any, one at a time. Close it when the load is over. */
    Staging stage();

    /** Opens a round of its own for a load on this thread; waits until the one before is closed. */
    Bulk open(Staging staging);

    /** Opens a round for a load that cannot be committed; waits for nobody. */
    Bulk rehearsal(Staging staging);

    /** The quads of a load before anything is decided. */
    interface Staging extends AutoCloseable {

        /**
         * Takes a quad in.
         *
         * @throws org.shuqi.problem.Refusal MALFORMED if it cannot be stored
         */
        void add(Quad quad);

        /** How many quads were taken in. */
        long read();

        /** Ends the taking in, on the same thread. */
        void ends();

        @Override
        void close();
    }

    /** The registry as a load would make it, for one thread, which opens and closes it. */
    interface Reading extends AutoCloseable {

        DatasetGraph after();

        @Override
        void close();
    }

    /** A load under consideration; belongs to the thread that opened it. */
    interface Bulk extends AutoCloseable {

        /** The revision before the load. */
        long revision();

        /** The registry as it would be. */
        DatasetGraph after();

        /**
         * The same for another thread, while nothing was left out yet.
         *
         * @throws IllegalStateException if somebody has written meanwhile, which only happens in a rehearsal
         */
        Reading beside();

        /** Only what the load would add. */
        DatasetGraph fresh();

        /** Gives all that would be added, in chunks of so many quads. */
        void chunks(int quads, Consumer<Delta> each);

        /** Leaves out all that is about the subjects, and then gives it as removed, in chunks of so many quads. */
        void leaveOut(Set<Node> subjects, int quads, Consumer<Delta> each);

        /** How many quads would be added. */
        long count();

        /**
         * Writes the load as one change.
         *
         * @param written hears how many quads were applied
         * @return when it was written to the log
         * @throws IOException if nothing was written
         */
        Instant commit(Stamp stamp, LongConsumer written) throws IOException;

        @Override
        void close();
    }

    /** Changes that become durable and visible together; belongs to the thread that opened it. */
    interface Round extends AutoCloseable {

        /** The registry as it would be with everything accepted so far; not to be kept beyond the next accept. */
        Snapshot now();

        /** The revision that last changed the graph, even if it is empty now; counts what this round has accepted. */
        long lastChange(Node graph);

        /**
         * What the change would really do.
         *
         * @throws org.shuqi.problem.Refusal MALFORMED if a quad cannot be stored
         */
        Proposal propose(Delta wanted);

        /** Takes the proposal in and computes what is derived from it; the newest proposal only. */
        long accept(Proposal proposal, Stamp stamp);

        /**
         * Writes everything accepted to the log and the graph, and shows it to readers.
         *
         * @return when it was written
         * @throws IOException if nothing was written
         */
        Instant commit() throws IOException;

        @Override
        void close();
    }

    /**
     * A change and the graph that it would make.
     *
     * @param real only quads that are there to be removed, or not there to be added
     * @param after read only, and only until the round goes on
     */
    record Proposal(Delta real, DatasetGraph after) {}
}
