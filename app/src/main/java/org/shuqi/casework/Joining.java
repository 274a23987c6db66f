package org.shuqi.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;

/**
 * A recipient that joins an agreement in force, or leaves it, from an instant on.
 *
 * <p>The permissions of the others are not touched. Who joins gets permissions of its own, like those there are, that hold
 * since the instant; who leaves keeps what it had until the instant. So a question about the time before is answered as it
 * was.
 */
final class Joining {

    /** Into the agreement or out of it. */
    enum Way {
        IN("joined", Odrl.gteq),
        OUT("left", Odrl.lt);

        private final String name;
        private final Node operator;

        Way(String name, Node operator) {
            this.name = name;
            this.operator = operator;
        }

        /** Whether the constraint is the one that says since when, or until when. */
        boolean isOf(Node constraint, Graph graph) {
            return constraint.isURI()
                    && constraint.getURI().matches(".*#" + name + "\\d+")
                    && graph.contains(constraint, Odrl.leftOperand, Odrl.dateTime)
                    && graph.contains(constraint, Odrl.operator, operator);
        }
    }

    private final Graph graph;
    private final Node record;
    private final Node party;
    private final Node instant;

    Joining(Graph graph, Node record, Node party, Node instant) {
        this.graph = graph;
        this.record = record;
        this.party = party;
        this.instant = instant;
    }

    void write(Way way) {
        if (way == Way.IN) {
            join();
        } else {
            leave();
        }
    }

    private void join() {
        var seen = new HashSet<Set<Triple>>();
        for (var permission : permissions(graph, record)) {
            var terms = terms(graph, permission);
            if (!graph.contains(permission, Odrl.assigner, party) && seen.add(terms)) {
                limit(copy(permission, terms), Way.IN);
            }
        }
    }

    private void leave() {
        for (var permission : permissions(graph, record)) {
            if (!graph.contains(permission, Odrl.assignee, party) || isLeft(graph, permission)) {
                continue;
            }
            if (graph.find(permission, Odrl.assignee, Node.ANY).toList().size() == 1) {
                limit(permission, Way.OUT);
            } else {
                graph.delete(Triple.create(permission, Odrl.assignee, party));
                limit(copy(permission, everything(graph, permission)), Way.OUT);
            }
        }
    }

    private Node copy(Node permission, Set<Triple> terms) {
        var mine = fresh("permission");
        add(record, Odrl.permission, mine);
        terms.forEach(term -> add(mine, term.getPredicate(), term.getObject()));
        add(mine, Odrl.assignee, party);
        return mine;
    }

    private void limit(Node permission, Way way) {
        var constraint = fresh(way.name);
        add(permission, Odrl.constraint, constraint);
        add(constraint, Rdf.type, Odrl.Constraint);
        add(constraint, Odrl.leftOperand, Odrl.dateTime);
        add(constraint, Odrl.operator, way.operator);
        add(constraint, Odrl.rightOperand, instant);
    }

    private Node fresh(String name) {
        for (var number = 1; ; number++) {
            var node = NodeFactory.createURI(record.getURI() + "#" + name + number);
            if (!graph.contains(node, Node.ANY, Node.ANY)) {
                return node;
            }
        }
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }

    /** The permissions, in the order of their names. */
    static List<Node> permissions(Graph graph, Node record) {
        var found = new ArrayList<>(graph.find(record, Odrl.permission, Node.ANY)
                .mapWith(Triple::getObject)
                .toList());
        found.sort(java.util.Comparator.comparing(Node::toString));
        return found;
    }

    /** What is permitted, whoever it is permitted to and since when: statements about a nameless permission. */
    static Set<Triple> terms(Graph graph, Node permission) {
        var terms = new HashSet<Triple>();
        everything(graph, permission).forEach(term -> {
            var object = term.getObject();
            if (!Way.IN.isOf(object, graph) && !Way.OUT.isOf(object, graph)) {
                terms.add(term);
            }
        });
        return terms;
    }

    private static Set<Triple> everything(Graph graph, Node permission) {
        var all = new HashSet<Triple>();
        graph.find(permission, Node.ANY, Node.ANY)
                .filterDrop(triple -> triple.getPredicate().equals(Odrl.assignee))
                .forEachRemaining(
                        triple -> all.add(Triple.create(Node.ANY, triple.getPredicate(), triple.getObject())));
        return all;
    }

    /** Whether who held the permission has left. */
    static boolean isLeft(Graph graph, Node permission) {
        return graph.find(permission, Odrl.constraint, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(constraint -> Way.OUT.isOf(constraint, graph))
                .hasNext();
    }
}
