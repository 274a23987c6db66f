package org.shuqi.rights;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Rdf;

/** Finds the records that a change touches: a node is a record, or part of the one that its IRI or its owner begins with. */
final class Touched {

    private final Graph before;
    private final Graph after;
    private final Predicate<Node> isRecordClass;
    private final Map<Node, Optional<Node>> known = new LinkedHashMap<>();

    Touched(Graph before, Graph after, Predicate<Node> isRecordClass) {
        this.before = before;
        this.after = after;
        this.isRecordClass = isRecordClass;
    }

    /** The record that each subject of the change belongs to; empty for a subject that belongs to none. */
    Map<Node, Optional<Node>> by(Delta delta) {
        Stream.concat(delta.removed().stream(), delta.added().stream())
                .forEach(quad -> known.computeIfAbsent(quad.getSubject(), subject -> owner(subject, new HashSet<>())));
        return known;
    }

    private Optional<Node> owner(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return Optional.empty();
        }
        if (isRecord(node)) {
            return Optional.of(node);
        }
        return node.isURI() ? byName(node.getURI()) : byHolder(node, seen);
    }

    private Optional<Node> byName(String iri) {
        for (var end = lastCut(iri, iri.length()); end > 0; end = lastCut(iri, end)) {
            var stem = NodeFactory.createURI(iri.substring(0, end));
            if (isRecord(stem)) {
                return Optional.of(stem);
            }
        }
        return Optional.empty();
    }

    private static int lastCut(String iri, int before) {
        return Math.max(iri.lastIndexOf('#', before - 1), iri.lastIndexOf('/', before - 1));
    }

    private Optional<Node> byHolder(Node node, Set<Node> seen) {
        return Stream.of(after, before)
                .flatMap(graph -> graph.find(Node.ANY, Node.ANY, node).toList().stream())
                .flatMap(triple -> owner(triple.getSubject(), seen).stream())
                .findFirst();
    }

    private boolean isRecord(Node node) {
        return Stream.of(after, before)
                .flatMap(graph -> graph.find(node, Rdf.type, Node.ANY).toList().stream())
                .anyMatch(triple -> isRecordClass.test(triple.getObject()));
    }
}
