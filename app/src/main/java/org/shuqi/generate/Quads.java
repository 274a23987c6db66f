package org.shuqi.generate;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.vocabulary.Rdf;

/** Writes statements into one named graph after another. */
final class Quads {

    private final StreamRDF sink;
    private final Node graph;

    Quads(StreamRDF sink, Node graph) {
        this.sink = sink;
        this.graph = graph;
    }

    Quads in(Node next) {
        return new Quads(sink, next);
    }

    void add(Node subject, Node predicate, Node object) {
        sink.quad(Quad.create(graph, subject, predicate, object));
    }

    void a(Node subject, Node type) {
        add(subject, Rdf.type, type);
    }

    void all(Node subject, Node predicate, Iterable<Node> objects) {
        for (var object : objects) {
            add(subject, predicate, object);
        }
    }
}
