package org.shuqi.graph;

import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * What one change takes out of the graph and puts in.
 *
 * @param removed quads to take out; those that are not there are ignored
 * @param added quads to put in, all in named graphs; those already there are ignored
 */
public record Delta(List<Quad> removed, List<Quad> added) {

    public Delta {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** Whether nothing would change. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }
}
