package org.shuqi.change;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Violation;

/**
 * What must hold of the registry after a change; asked before anything is written.
 *
 * <p>Asked about parts of a load on several threads at once.
 */
@FunctionalInterface
public interface Guard {

    /** Lets everything in. */
    Guard NONE = (after, delta) -> List.of();

    /**
     * What is wrong with everything that the change affects.
     *
     * @param after the registry as it would be, read only and only during the call
     * @param delta what would really change
     * @return findings; one of severity VIOLATION stops the write, and after 1,000 of them it may look no further
     */
    List<Violation> check(DatasetGraph after, Delta delta);
}
