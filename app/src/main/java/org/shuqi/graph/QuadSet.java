package org.shuqi.graph;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** Quads that are found by any of their terms. */
interface QuadSet {

    /** The quads that match; every term is concrete or {@link Node#ANY}. */
    Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object);

    boolean contains(Quad quad);

    /** Whether it is plain, without looking, that there are none. */
    boolean isEmpty();

    /** The named graphs that hold at least one of the quads. */
    Set<Node> graphs();

    default boolean touches(Node graph) {
        return find(graph, Node.ANY, Node.ANY, Node.ANY).hasNext();
    }

    default boolean containsTriple(Triple triple) {
        return find(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
                .hasNext();
    }
}
