package org.shuqi.change;

import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;

/** Works out what a change takes out and puts in, from the registry as it is when its turn comes. */
@FunctionalInterface
public interface Edit {

    /**
     * The quads to remove and to add.
     *
     * @throws org.shuqi.problem.Refusal if the change makes no sense on this state (unknown record, record exists)
     */
    Delta on(Snapshot now);
}
