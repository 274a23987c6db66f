package org.shuqi.record;

import org.apache.jena.graph.Graph;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;

/** Works out what becomes of a record, from the registry as it is when its turn comes. */
@FunctionalInterface
public interface Revision {

    /**
     * The record afterwards.
     *
     * @throws org.shuqi.problem.Refusal if that makes no sense for this record
     */
    Revised of(Filed before, Snapshot now);

    /**
     * A record afterwards.
     *
     * @param description its triples and those of what it owns
     * @param beside what changes in other records
     */
    record Revised(Graph description, Delta beside) {}
}
