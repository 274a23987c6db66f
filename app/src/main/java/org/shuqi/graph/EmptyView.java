package org.shuqi.graph;

import java.util.Collections;
import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** The registry before its first change. */
final class EmptyView extends View {

    @Override
    Iterator<Quad> named(Node graph, Node subject, Node predicate, Node object) {
        return Collections.emptyIterator();
    }

    @Override
    Iterator<Triple> union(Node subject, Node predicate, Node object) {
        return Collections.emptyIterator();
    }

    @Override
    Graph graph(Node name) {
        return new ViewGraph(this, name);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Collections.emptyIterator();
    }
}
