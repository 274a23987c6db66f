package org.shuqi.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/**
 * Of what the entries have to be read again after some changes: of everything that a changed statement is about, of what
 * owns that, and of the items of a dataset, for they show what is said of it.
 */
final class Touched {

    private static final int DEEPEST = 64;

    /** What an entry takes from nodes with names of their own. */
    private static final List<Node> PARTS = List.of(Sq.dataItem, Odrl.permission);

    private final Set<Quad> subjects = new HashSet<>();
    /** Which node a changed statement led from, by graph. */
    private final Map<Node, List<Quad>> links = new HashMap<>();

    void add(Delta delta) {
        Stream.concat(delta.removed().stream(), delta.added().stream()).forEach(quad -> {
            // predicate and object say nothing here; a quad is a pair of graph and subject
            subjects.add(new Quad(quad.getGraph(), quad.getSubject(), Node.ANY, Node.ANY));
            if (quad.getObject().isBlank() || quad.getPredicate().equals(Sq.dataItem)) {
                links.computeIfAbsent(quad.getObject(), each -> new ArrayList<>())
                        .add(quad);
            }
        });
    }

    /** The IRIs, as the registry stands after the changes. */
    Set<Node> iris(DatasetGraph now) {
        var iris = new HashSet<Node>();
        for (var one : subjects) {
            owners(one.getGraph(), one.getSubject(), now).forEach(iri -> {
                iris.add(iri);
                prefixes(iri.getURI(), iris);
            });
        }
        var items = new HashSet<Node>();
        for (var iri : iris) {
            now.find(Node.ANY, iri, Sq.dataItem, Node.ANY).forEachRemaining(quad -> items.add(quad.getObject()));
        }
        links.values().stream()
                .flatMap(List::stream)
                .filter(quad -> quad.getPredicate().equals(Sq.dataItem))
                .forEach(quad -> items.add(quad.getObject()));
        items.stream().filter(Node::isURI).forEach(iris::add);
        return iris;
    }

    /** The node itself if it has a name, else what leads to it. */
    private Set<Node> owners(Node graph, Node node, DatasetGraph now) {
        var found = new HashSet<Node>();
        var seen = new HashSet<>(Set.of(node));
        var waiting = new ArrayDeque<>(List.of(node));
        while (!waiting.isEmpty() && seen.size() < DEEPEST) {
            var at = waiting.remove();
            if (at.isURI()) {
                found.add(at);
                PARTS.forEach(part ->
                        now.find(graph, Node.ANY, part, at).forEachRemaining(quad -> found.add(quad.getSubject())));
                continue;
            }
            var above = new ArrayList<Node>();
            links.getOrDefault(at, List.of()).forEach(quad -> above.add(quad.getSubject()));
            now.find(graph, Node.ANY, Node.ANY, at).forEachRemaining(quad -> above.add(quad.getSubject()));
            above.stream().filter(seen::add).forEach(waiting::add);
        }
        found.removeIf(one -> !one.isURI());
        return found;
    }

    /** What could own it by its name. */
    private static void prefixes(String iri, Set<Node> into) {
        var start = iri.indexOf("://") + "://".length();
        for (var at = iri.length() - 1; at > start; at--) {
            if (iri.charAt(at) == '/' || iri.charAt(at) == '#') {
                into.add(NodeFactory.createURI(iri.substring(0, at)));
            }
        }
    }
}
