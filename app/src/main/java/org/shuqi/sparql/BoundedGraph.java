package org.shuqi.sparql;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.graph.GraphFactory;

/** The graph that a CONSTRUCT or DESCRIBE answers with, up to a limit of triples. */
final class BoundedGraph {

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Limits limits;
    private final AtomicBoolean cancelled;

    BoundedGraph(Limits limits, AtomicBoolean cancelled) {
        this.limits = limits;
        this.cancelled = cancelled;
    }

    Graph graph() {
        return graph;
    }

    BoundedGraph addAll(Iterator<Triple> triples) {
        triples.forEachRemaining(this::add);
        return this;
    }

    private void add(Triple triple) {
        if (cancelled.get()) {
            throw new QueryCancelledException();
        }
        graph.add(triple);
        if (graph.size() > limits.rows()) {
            throw BoundedRows.tooMany(limits);
        }
    }

    /** Adds what the data say about a thing: its triples, and those of the blank nodes they lead to. */
    void describe(Node thing, Graph data) {
        var open = new ArrayDeque<Node>();
        open.add(thing);
        while (!open.isEmpty()) {
            var triples = data.find(open.remove(), Node.ANY, Node.ANY);
            try {
                while (triples.hasNext()) {
                    var triple = triples.next();
                    var leadsOn =
                            triple.getObject().isBlank() && !graph.contains(triple.getObject(), Node.ANY, Node.ANY);
                    add(triple);
                    if (leadsOn) {
                        open.add(triple.getObject());
                    }
                }
            } finally {
                triples.close();
            }
        }
    }
}
