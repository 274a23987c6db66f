package org.shuqi.graph;

import org.apache.jena.graph.Node;

/** Which named graphs somebody may read. */
@FunctionalInterface
public interface Sight {

    /** All of them. */
    Sight ALL = graph -> true;

    /** None of them. */
    Sight NONE = graph -> false;

    /** Whether the named graph may be read; a graph that may not is as good as absent. */
    boolean sees(Node graph);
}
