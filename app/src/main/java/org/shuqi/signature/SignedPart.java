package org.shuqi.signature;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.record.Descriptions;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/**
 * What the parties sign of an agreement: everything that was agreed, and nothing of what became of it.
 *
 * <p>Whoever joins later signs the same text, and whoever leaves does not change it for the others.
 */
final class SignedPart {

    /** What happens to an agreement after its text stands. */
    private static final Set<Node> FATE = Set.of(
            Dct.isReplacedBy,
            Dct.issued,
            Dct.created,
            Dct.modified,
            Adms.status,
            Sq.agreementStatus,
            Sq.activatedAt,
            Sq.terminatedAt,
            Sq.endCause,
            Sq.suspension,
            Sq.signature,
            Sq.approval,
            Sq.stepTaken);

    private final Node agreement;
    private final Graph graph = GraphFactory.createDefaultGraph();

    private SignedPart(Node agreement) {
        this.agreement = agreement;
    }

    /** The signed part of a description. */
    static Graph of(Node agreement, Graph description) {
        var part = new SignedPart(agreement);
        description
                .find()
                .filterDrop(triple -> triple.getSubject().equals(agreement) && FATE.contains(triple.getPredicate()))
                .forEachRemaining(part.graph::add);
        part.permissions().forEach(part::withoutJoining);
        part.permissions().forEach(part::withoutLeaving);
        // what belonged to the dropped parts is not reached any more
        return Descriptions.of(agreement, part.graph);
    }

    private List<Node> permissions() {
        return graph.find(agreement, Odrl.permission, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private void withoutJoining(Node permission) {
        if (limit(permission, "joined").isPresent()) {
            graph.delete(Triple.create(agreement, Odrl.permission, permission));
        }
    }

    /** Whoever left alone was given an end; whoever left others behind, a permission apart. */
    private void withoutLeaving(Node permission) {
        var limit = limit(permission, "left");
        if (limit.isEmpty()) {
            return;
        }
        graph.delete(Triple.create(permission, Odrl.constraint, limit.get()));
        permissions().stream()
                .filter(other -> !other.equals(permission) && terms(other).equals(terms(permission)))
                .findFirst()
                .ifPresent(other -> {
                    graph.find(permission, Odrl.assignee, Node.ANY)
                            .toList()
                            .forEach(triple -> graph.add(Triple.create(other, Odrl.assignee, triple.getObject())));
                    graph.delete(Triple.create(agreement, Odrl.permission, permission));
                });
    }

    private java.util.Optional<Node> limit(Node permission, String name) {
        return graph
                .find(permission, Odrl.constraint, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(
                        constraint -> constraint.isURI() && constraint.getURI().matches(".*#" + name + "\\d+"))
                .toList()
                .stream()
                .findFirst();
    }

    /** What is permitted, whoever to. */
    private Set<List<Node>> terms(Node permission) {
        var terms = new HashSet<List<Node>>();
        graph.find(permission, Node.ANY, Node.ANY)
                .filterDrop(triple -> triple.getPredicate().equals(Odrl.assignee)
                        || (triple.getPredicate().equals(Odrl.constraint)
                                && triple.getObject().isURI()
                                && triple.getObject().getURI().matches(".*#left\\d+")))
                .forEachRemaining(triple -> terms.add(List.of(triple.getPredicate(), triple.getObject())));
        return terms;
    }
}
