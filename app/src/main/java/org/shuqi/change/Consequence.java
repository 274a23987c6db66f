package org.shuqi.change;

import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.graph.Delta;

/**
 * What follows from a change, by whatever door it comes, and is written with it.
 *
 * <p>Nobody needs a right to what follows: who may make the change may make it with all that it entails. The guard sees
 * both together.
 */
@FunctionalInterface
public interface Consequence {

    /** Nothing ever follows. */
    Consequence NONE = (after, delta) -> new Delta(java.util.List.of(), java.util.List.of());

    /**
     * What else is to change.
     *
     * @param after the registry as the change alone would leave it, read only and only during the call
     * @param delta the change
     * @throws org.shuqi.problem.Refusal if what would follow is impossible
     */
    Delta of(DatasetGraph after, Delta delta);
}
