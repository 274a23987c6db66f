package org.shuqi.record;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Rdf;

/** The records of a kind that somebody may read. */
interface Members {

    /** Whether the node is one. */
    boolean has(Node node);

    /** Their IRIs, in order. */
    Stream<String> all();

    /** Those of a graph, found in it. */
    static Members of(RecordKind kind, Graph union) {
        var iris = new TreeSet<String>();
        kind.types().forEach(type -> union.find(Node.ANY, Rdf.type, type).forEachRemaining(triple -> {
            if (triple.getSubject().isURI()) {
                iris.add(triple.getSubject().getURI());
            }
        }));
        return new Members() {
            @Override
            public boolean has(Node node) {
                return node.isURI() && iris.contains(node.getURI());
            }

            @Override
            public Stream<String> all() {
                return iris.stream();
            }
        };
    }
}
