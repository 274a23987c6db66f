package org.shuqi.agreement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** The versions of one agreement, the first first. */
record Chain(List<Node> versions) {

    private static final Set<Node> CLASSES = Set.of(Sq.SharingAgreement, Sq.ProcurementContract);

    Chain {
        versions = List.copyOf(versions);
    }

    /** All that replace each other, from any one of them. */
    static Chain of(Graph registry, Node agreement) {
        var found = new LinkedHashSet<Node>();
        var waiting = new ArrayDeque<Node>(List.of(agreement));
        while (!waiting.isEmpty()) {
            var version = waiting.remove();
            if (isAgreement(registry, version) && found.add(version)) {
                before(registry, version).ifPresent(waiting::add);
                after(registry, version).forEach(waiting::add);
            }
        }
        var depth = new HashMap<Node, Integer>();
        found.forEach(version -> depth.put(version, depth(registry, version, found.size())));
        var order = new ArrayList<>(found);
        order.sort(Comparator.comparing((Node version) -> depth.get(version)).thenComparing(Node::getURI));
        return new Chain(order);
    }

    Node first() {
        return versions.get(0);
    }

    int number(Node version) {
        return versions.indexOf(version) + 1;
    }

    /** Those that replace the version. */
    static List<Node> after(Graph registry, Node version) {
        return registry.find(Node.ANY, Dct.replaces, version)
                .mapWith(Triple::getSubject)
                .filterKeep(next -> isAgreement(registry, next))
                .toList();
    }

    static Optional<Node> before(Graph registry, Node version) {
        return new Said(registry, version).one(Dct.replaces).filter(old -> isAgreement(registry, old));
    }

    private static int depth(Graph registry, Node version, int most) {
        var steps = 0;
        var each = before(registry, version);
        while (each.isPresent() && steps < most) {
            steps++;
            each = before(registry, each.get());
        }
        return steps;
    }

    static boolean isAgreement(Graph registry, Node node) {
        return CLASSES.stream().anyMatch(type -> registry.contains(node, Rdf.type, type));
    }
}
