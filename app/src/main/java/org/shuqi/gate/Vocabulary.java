package org.shuqi.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The rule that no SHACL shape can say: a term in our own namespace must exist.
 *
 * <p>A property or class exists if the shipped vocabulary or the registry itself declares it.
 */
final class Vocabulary {

    /** The name of the rule in findings; its words are with the shapes. */
    static final Node SHAPE = NodeFactory.createURI(Shacl.SHAPES + "KnownTerm");

    private static final String NS = "https://w3id.org/shuqi/ns#";
    private static final Node TYPE = RDF.type.asNode();
    private static final List<Node> KINDS = List.of(
            OWL.Class.asNode(),
            RDFS.Class.asNode(),
            OWL.ObjectProperty.asNode(),
            OWL.DatatypeProperty.asNode(),
            OWL.AnnotationProperty.asNode(),
            RDF.Property.asNode());

    private final Set<Node> shipped;

    /** Without a shipped vocabulary no term is called unknown. */
    Vocabulary(Graph shipped) {
        this.shipped = KINDS.stream()
                .flatMap(kind -> shipped.find(Node.ANY, TYPE, kind).mapWith(Triple::getSubject).toList().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is wrong with the terms of this triple, in the registry as it would be. */
    Optional<Finding> check(Graph after, Triple triple) {
        if (triple.getPredicate().equals(TYPE)) {
            return isOurs(triple.getObject()) && !isKnown(after, triple.getObject())
                    ? Optional.of(finding(triple, triple.getObject()))
                    : Optional.empty();
        }
        return isOurs(triple.getPredicate()) && !isKnown(after, triple.getPredicate())
                ? Optional.of(finding(triple, triple.getPredicate()))
                : Optional.empty();
    }

    /** If the triple declared a term that is now unknown: who uses it still. */
    void checkUses(Graph after, Triple removed, Predicate<Finding> sink) {
        var term = removed.getSubject();
        if (!removed.getPredicate().equals(TYPE) || !isOurs(term) || isKnown(after, term)) {
            return;
        }
        report(after.find(Node.ANY, term, Node.ANY), term, sink);
        report(after.find(Node.ANY, TYPE, term), term, sink);
    }

    private static void report(ExtendedIterator<Triple> uses, Node term, Predicate<Finding> sink) {
        try {
            while (uses.hasNext() && sink.test(finding(uses.next(), term))) {
                // the sink says when it has enough
            }
        } finally {
            uses.close();
        }
    }

    private boolean isKnown(Graph after, Node term) {
        return shipped.isEmpty()
                || shipped.contains(term)
                || KINDS.stream().anyMatch(kind -> after.contains(term, TYPE, kind));
    }

    private static boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(NS);
    }

    private static Finding finding(Triple triple, Node term) {
        return new Finding(
                triple.getSubject(),
                Optional.of(new P_Link(triple.getPredicate())),
                Optional.of(term),
                SHAPE,
                Optional.empty(),
                Shacl.sh("Violation"));
    }
}
