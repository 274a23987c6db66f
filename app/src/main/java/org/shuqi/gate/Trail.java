package org.shuqi.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * The way from a focus node to a node that its verdict depends on.
 *
 * @param steps one after the other; none means the focus node itself
 */
record Trail(List<Step> steps) {

    static final Trail HERE = new Trail(List.of());

    Trail {
        steps = List.copyOf(steps);
    }

    Trail then(Trail further) {
        return new Trail(Stream.concat(steps.stream(), further.steps.stream()).toList());
    }

    Trail then(Step step) {
        return then(new Trail(List.of(step)));
    }

    boolean isHere() {
        return steps.isEmpty();
    }

    /**
     * Shows each node from which this trail leads to the given one, until the sink has had enough.
     *
     * @return whether the sink would take more
     */
    boolean origins(Graph graph, Node end, Predicate<Node> sink) {
        if (steps.isEmpty()) {
            return sink.test(end);
        }
        var shorter = new Trail(steps.subList(0, steps.size() - 1));
        return steps.get(steps.size() - 1).origins(graph, end, node -> shorter.origins(graph, node, sink));
    }

    /** The trails that a path stands for: one for each choice of its alternatives. */
    static List<Trail> of(Path path) {
        if (path instanceof P_Link link) {
            return List.of(new Trail(List.of(new Step(link.getNode(), true, false))));
        }
        if (path instanceof P_Inverse inverse) {
            return of(inverse.getSubPath()).stream().map(Trail::turned).toList();
        }
        if (path instanceof P_Seq both) {
            return combined(of(both.getLeft()), of(both.getRight()));
        }
        if (path instanceof P_Alt either) {
            return Stream.concat(of(either.getLeft()).stream(), of(either.getRight()).stream())
                    .toList();
        }
        if (path instanceof P_ZeroOrOne maybe) {
            return Stream.concat(Stream.of(HERE), of(maybe.getSubPath()).stream())
                    .toList();
        }
        if (path instanceof P_ZeroOrMore1 any) {
            return List.of(repeated(any.getSubPath()));
        }
        if (path instanceof P_OneOrMore1 some) {
            return combined(of(some.getSubPath()), List.of(repeated(some.getSubPath())));
        }
        throw new UnusableShape("a path of this kind cannot be followed back: " + path);
    }

    static List<Trail> combined(List<Trail> first, List<Trail> second) {
        var all = new ArrayList<Trail>();
        first.forEach(one -> second.forEach(two -> all.add(one.then(two))));
        return all;
    }

    private Trail turned() {
        var back = new ArrayList<Step>();
        steps.forEach(step -> back.add(0, step.turned()));
        return new Trail(back);
    }

    private static Trail repeated(Path path) {
        var inner = of(path);
        if (inner.size() != 1 || inner.get(0).steps.size() != 1) {
            throw new UnusableShape("only a single property may be repeated: " + path);
        }
        return new Trail(List.of(inner.get(0).steps.get(0).repeated()));
    }
}
