package org.shuqi.gate;

import org.apache.jena.graph.Node;

/** A shape, compiled: says whether a node conforms, but not what is wrong with it. */
@FunctionalInterface
interface Rule {

    /** Whether the engine would find nothing, of any severity, that the shape has to say about the node. */
    boolean holds(Node node, Facts facts);
}
