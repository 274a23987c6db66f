package org.shuqi.graph;

import java.util.Iterator;
import java.util.LinkedHashSet;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * A view with quads taken out and put in, without touching what lies under it.
 *
 * <p>INVARIANT: what is taken out is there below, what is put in is not. Jena's own buffering dataset is not used:
 * its {@code getGraph} looks past the buffer, so that a check on it would see the graph as it was.
 */
final class Overlay extends View {

    private final View below;
    private final QuadSet removed;
    private final QuadSet added;

    Overlay(View below, QuadSet removed, QuadSet added) {
        this.below = below;
        this.removed = removed;
        this.added = added;
    }

    Overlay(View below, Delta real) {
        this(below, Quads.of(real.removed()), Quads.of(real.added()));
    }

    @Override
    Iterator<Quad> named(Node graph, Node subject, Node predicate, Node object) {
        var term = Terms.spelled(object);
        var kept = below.named(graph, subject, predicate, term);
        if (!removed.isEmpty()) {
            kept = Iter.filter(kept, quad -> !removed.contains(quad));
        }
        return added.isEmpty() ? kept : Iter.concat(kept, added.find(graph, subject, predicate, term));
    }

    @Override
    Iterator<Triple> union(Node subject, Node predicate, Node object) {
        var term = Terms.spelled(object);
        var kept = below.union(subject, predicate, term);
        if (!removed.isEmpty()) {
            kept = Iter.filter(kept, triple -> !removed.containsTriple(triple) || staysBelow(triple));
        }
        if (added.isEmpty()) {
            return kept;
        }
        var fresh = new LinkedHashSet<Triple>();
        added.find(Node.ANY, subject, predicate, term).forEachRemaining(quad -> fresh.add(quad.asTriple()));
        fresh.removeIf(this::staysBelow);
        return Iter.concat(kept, fresh.iterator());
    }

    @Override
    Graph graph(Node name) {
        return new ViewGraph(this, name);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        var kept = Iter.filter(below.listGraphNodes(), name -> !removed.touches(name) || containsGraph(name));
        var fresh = added.graphs().stream().filter(name -> !below.containsGraph(name));
        return Iter.concat(kept, fresh.toList().iterator());
    }

    private boolean staysBelow(Triple triple) {
        var quads = below.named(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
        return Iter.anyMatch(quads, quad -> !removed.contains(quad));
    }
}
