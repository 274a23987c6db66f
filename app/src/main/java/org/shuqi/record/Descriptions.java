package org.shuqi.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.vocabulary.Rdf;

/**
 * What belongs to a record: the triples of its IRI and of everything it owns in its graph. It owns blank nodes and IRIs
 * that begin with its own IRI and {@code #} or {@code /}, as far as they can be reached from it, but no other record.
 */
public final class Descriptions {

    private Descriptions() {}

    /** The description of the subject within one graph. */
    public static Graph of(Node subject, Graph source) {
        var found = GraphFactory.createDefaultGraph();
        var waiting = new ArrayDeque<Node>(List.of(subject));
        var seen = new HashSet<Node>(waiting);
        while (!waiting.isEmpty()) {
            source.find(waiting.remove(), Node.ANY, Node.ANY).toList().forEach(triple -> {
                found.add(triple);
                var object = triple.getObject();
                if (isOwned(subject, object) && !seen.contains(object) && !isRecord(object, source)) {
                    seen.add(object);
                    waiting.add(object);
                }
            });
        }
        return found;
    }

    /** Whether the node is the record's own by its name. */
    static boolean isOwned(Node subject, Node node) {
        return node.isBlank()
                || (node.isURI()
                        && (node.getURI().startsWith(subject.getURI() + "#")
                                || node.getURI().startsWith(subject.getURI() + "/")));
    }

    /** The named graph that says what the subject is; empty if none does. */
    static Optional<Node> home(DatasetGraph dataset, Node subject, RecordKind kind) {
        var graphs = new TreeSet<String>();
        dataset.find(Node.ANY, subject, Rdf.type, Node.ANY).forEachRemaining(quad -> {
            if (kind.types().contains(quad.getObject())) {
                graphs.add(quad.getGraph().getURI());
            }
        });
        return graphs.stream().findFirst().map(NodeFactory::createURI);
    }

    /** The classes of a node. */
    static Set<Node> types(Graph graph, Node subject) {
        var types = new HashSet<Node>();
        graph.find(subject, Rdf.type, Node.ANY).forEachRemaining(triple -> types.add(triple.getObject()));
        return types;
    }

    static List<Quad> quads(Graph triples, Node graph) {
        var quads = new ArrayList<Quad>();
        triples.find().forEachRemaining(triple -> quads.add(new Quad(graph, triple)));
        return quads;
    }

    static Graph graph(List<Triple> triples) {
        var graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    private static boolean isRecord(Node node, Graph source) {
        return node.isURI() && RecordKind.of(types(source, node)).isPresent();
    }
}
