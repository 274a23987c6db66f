package org.shuqi.supervision;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Skos;

/** What is above what in a code list, an administrative division or a theme. */
final class Areas {

    private Areas() {}

    /** The concept and all above it, the nearest first. */
    static Set<Node> upwards(Node concept, Graph registry) {
        var found = new LinkedHashSet<Node>();
        var waiting = new ArrayDeque<Node>();
        waiting.add(concept);
        while (!waiting.isEmpty()) {
            var next = waiting.remove();
            if (found.add(next)) {
                registry.find(next, Skos.broader, Node.ANY).forEachRemaining(triple -> waiting.add(triple.getObject()));
            }
        }
        return found;
    }

    /** Whether the one is the other or below it. */
    static boolean isWithin(Node one, Node other, Graph registry) {
        return upwards(one, registry).contains(other);
    }
}
