package org.shuqi.graph;

import java.io.IOException;
import java.time.Instant;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

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
