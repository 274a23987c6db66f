package org.shuqi.gate;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * One step of a path.
 *
 * @param predicate the property walked along
 * @param forward from subject to object, or against it
 * @param many any number of times, also none
 */
record Step(Node predicate, boolean forward, boolean many) {

    Step turned() {
        return new Step(predicate, !forward, many);
    }

    Step repeated() {
        return new Step(predicate, forward, true);
    }

    /**
     * Shows each node from which this step leads to the given one, until the sink has had enough.
     *
     * @return whether the sink would take more
     */
    boolean origins(Graph graph, Node end, Predicate<Node> sink) {
        if (!many) {
            return once(graph, end, sink);
        }
        var seen = new HashSet<Node>();
        var open = new ArrayDeque<Node>();
        seen.add(end);
        open.add(end);
        while (!open.isEmpty()) {
            var node = open.remove();
            if (!sink.test(node)) {
                return false;
            }
            once(graph, node, origin -> {
                if (seen.add(origin)) {
                    open.add(origin);
                }
                return true;
            });
        }
        return true;
    }

    private boolean once(Graph graph, Node end, Predicate<Node> sink) {
        if (!forward && end.isLiteral()) {
            return true;
        }
        var found = forward ? graph.find(Node.ANY, predicate, end) : graph.find(end, predicate, Node.ANY);
        try {
            while (found.hasNext()) {
                var triple = found.next();
                if (!sink.test(forward ? triple.getSubject() : triple.getObject())) {
                    return false;
                }
            }
            return true;
        } finally {
            found.close();
        }
    }
}
