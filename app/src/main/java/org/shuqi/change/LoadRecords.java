package org.shuqi.change;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Which records of a load the nodes at fault belong to.
 *
 * <p>A record is a described IRI with all that begins with its IRI and {@code #} or {@code /}, and the blank nodes that
 * hang on it.
 */
final class LoadRecords {

    private final DatasetGraph load;

    LoadRecords(DatasetGraph load) {
        this.load = load;
    }

    /**
     * Records of a load.
     *
     * @param roots the IRI, or blank node, of each
     * @param subjects everything that they describe
     */
    record Found(Set<Node> roots, Set<Node> subjects) {}

    /** The records that the nodes at fault belong to, or that name them if they are not of this load. */
    Found around(Set<String> faults) {
        var roots = new LinkedHashSet<Node>();
        for (var fault : faults) {
            roots.addAll(rootsOf(fault));
        }
        return new Found(roots, describedBy(roots));
    }

    private Set<Node> rootsOf(String fault) {
        var node =
                fault.startsWith("_:") ? NodeFactory.createBlankNode(fault.substring(2)) : NodeFactory.createURI(fault);
        if (describes(node)) {
            return Set.of(root(node, new HashSet<>()));
        }
        var roots = new LinkedHashSet<Node>();
        load.findNG(Node.ANY, Node.ANY, Node.ANY, node)
                .forEachRemaining(quad -> roots.add(root(quad.getSubject(), new HashSet<>())));
        return roots;
    }

    /** The record that the node is part of. */
    private Node root(Node node, Set<Node> passed) {
        if (!passed.add(node)) {
            return node;
        }
        if (node.isBlank()) {
            var holders = load.findNG(Node.ANY, Node.ANY, Node.ANY, node);
            return holders.hasNext() ? root(holders.next().getSubject(), passed) : node;
        }
        var iri = node.getURI();
        for (var cut = lastCut(iri, iri.length()); cut > 0; cut = lastCut(iri, cut)) {
            var holder = NodeFactory.createURI(iri.substring(0, cut));
            if (load.contains(Node.ANY, holder, RDF.type.asNode(), Node.ANY)) {
                return root(holder, passed);
            }
        }
        return node;
    }

    /** All subjects of the records; one pass over the load. */
    private Set<Node> describedBy(Set<Node> roots) {
        var subjects = new LinkedHashSet<>(roots);
        load.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (quad.getSubject().isURI() && !subjects.contains(quad.getSubject()) && within(roots, quad)) {
                subjects.add(quad.getSubject());
            }
        });
        Set.copyOf(subjects).forEach(subject -> addBlanks(subject, subjects));
        return subjects;
    }

    private static boolean within(Set<Node> roots, Quad quad) {
        var iri = quad.getSubject().getURI();
        for (var cut = lastCut(iri, iri.length()); cut > 0; cut = lastCut(iri, cut)) {
            if (roots.contains(NodeFactory.createURI(iri.substring(0, cut)))) {
                return true;
            }
        }
        return false;
    }

    private void addBlanks(Node subject, Set<Node> subjects) {
        load.findNG(Node.ANY, subject, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (quad.getObject().isBlank() && subjects.add(quad.getObject())) {
                addBlanks(quad.getObject(), subjects);
            }
        });
    }

    private boolean describes(Node node) {
        return load.contains(Node.ANY, node, Node.ANY, Node.ANY);
    }

    /** Where the last {@code #} or {@code /} before the position is; -1 if there is none. */
    private static int lastCut(String iri, int before) {
        return Math.max(iri.lastIndexOf('#', before - 1), iri.lastIndexOf('/', before - 1));
    }
}
