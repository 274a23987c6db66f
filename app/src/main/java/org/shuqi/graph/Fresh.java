package org.shuqi.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** What of a load is new to the registry and was not left out. */
final class Fresh implements QuadSet {

    private final QuadSet staged;
    private final View base;
    private final Set<Node> leftOut = new HashSet<>();
    private final Map<Node, Boolean> known = new HashMap<>();

    Fresh(QuadSet staged, View base) {
        this.staged = staged;
        this.base = base;
    }

    /** Leaves out all quads about the subjects. */
    void leaveOut(Set<Node> subjects) {
        leftOut.addAll(subjects);
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return Iter.filter(staged.find(graph, subject, predicate, object), this::counts);
    }

    @Override
    public boolean contains(Quad quad) {
        return staged.contains(quad) && counts(quad);
    }

    @Override
    public boolean isEmpty() {
        return staged.isEmpty();
    }

    @Override
    public Set<Node> graphs() {
        return staged.graphs().stream().filter(this::touches).collect(Collectors.toSet());
    }

    private boolean counts(Quad quad) {
        return !leftOut.contains(quad.getSubject()) && !(isKnown(quad.getGraph()) && base.holds(quad));
    }

    /** Most loads bring graphs of their own: their quads need not be looked up one by one. */
    private boolean isKnown(Node graph) {
        return known.computeIfAbsent(graph, base::containsGraph);
    }
}
