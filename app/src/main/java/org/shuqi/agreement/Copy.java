package org.shuqi.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.record.Descriptions;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/** The clauses of an agreement under another name, without what has happened to it. */
final class Copy {

    /** What an agreement says of itself and its fate, and not of what is agreed. */
    static final Set<Node> FATE = Set.of(
            Dct.identifier,
            Dct.replaces,
            Dct.isReplacedBy,
            Dct.issued,
            Dct.created,
            Dct.modified,
            Dcat.version,
            Adms.identifier,
            Adms.status,
            Sq.agreementStatus,
            Sq.activatedAt,
            Sq.terminatedAt,
            Sq.endCause,
            Sq.suspension,
            Sq.signature,
            Sq.approval,
            Sq.stepTaken,
            Sq.versionKind,
            Sq.formerParty,
            Sq.newParty);

    private final Node from;
    private final Node to;
    private final Map<Node, Node> blanks = new HashMap<>();

    Copy(Node from, Node to) {
        this.from = from;
        this.to = to;
    }

    /** The copy; who has left is not in it, and who has joined is in it like the others. */
    Graph of(Graph description) {
        var whole = GraphFactory.createDefaultGraph();
        description
                .find()
                .filterDrop(triple -> triple.getSubject().equals(from) && FATE.contains(triple.getPredicate()))
                .filterDrop(triple -> triple.getPredicate().equals(Odrl.permission)
                        && hasLimit(description, triple.getObject(), "left"))
                .filterDrop(triple ->
                        triple.getPredicate().equals(Odrl.constraint) && isLimit(triple.getObject(), "joined"))
                .forEachRemaining(triple -> whole.add(Triple.create(
                        renamed(triple.getSubject()), triple.getPredicate(), renamed(triple.getObject()))));
        return Descriptions.of(to, whole);
    }

    /** The same graph with one node in the place of another. */
    static Graph replaced(Graph graph, Node old, Node now) {
        var result = GraphFactory.createDefaultGraph();
        graph.find()
                .forEachRemaining(triple -> result.add(Triple.create(
                        triple.getSubject(),
                        triple.getPredicate(),
                        triple.getObject().equals(old) ? now : triple.getObject())));
        return result;
    }

    static boolean hasLimit(Graph graph, Node permission, String name) {
        return graph.find(permission, Odrl.constraint, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(constraint -> isLimit(constraint, name))
                .hasNext();
    }

    /** Whether the constraint says since when who joined, or until when who left, is a recipient. */
    static boolean isLimit(Node constraint, String name) {
        return constraint.isURI() && constraint.getURI().matches(".*#" + name + "\\d+");
    }

    private Node renamed(Node node) {
        if (node.isBlank()) {
            return blanks.computeIfAbsent(node, any -> NodeFactory.createBlankNode());
        }
        if (!node.isURI()) {
            return node;
        }
        var uri = node.getURI();
        return part(uri).map(rest -> NodeFactory.createURI(to.getURI() + rest)).orElse(node.equals(from) ? to : node);
    }

    private Optional<String> part(String uri) {
        return List.of("#", "/").stream()
                .filter(mark -> uri.startsWith(from.getURI() + mark))
                .map(mark -> uri.substring(from.getURI().length()))
                .findFirst();
    }
}
