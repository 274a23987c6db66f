package org.shuqi.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Which named graphs somebody may read. */
@FunctionalInterface
public interface Sight {

    /** All of them. */
    Sight ALL = graph -> true;

    /** None of them. */
    Sight NONE = graph -> false;

    /** Whether the named graph may be read; a graph that may not is as good as absent. */
    boolean sees(Node graph);

    /**
     * Whether it was found out before that nothing which fits the pattern is seen. Then nothing is looked up, so that the
     * time does not tell whether that is because there is nothing.
     */
    default boolean isKnownBlank(Quad pattern) {
        return false;
    }

    /** Is told that nothing which fits the pattern is seen; says whether it keeps that. */
    default boolean keepsBlank(Quad pattern) {
        return false;
    }
}
