package org.shuqi.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.apache.jena.system.buffering.BufferingDatasetGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;

/**
 * All named graphs of a dataset seen as one graph, read only; the default graph is left out.
 *
 * <p>An overlay is taken apart: what it adds is indexed here, because {@link BufferingDatasetGraph} scans all it holds
 * for every lookup, and its own {@code getGraph} shows the state before the change. What is underneath must not change
 * meanwhile. Belongs to one thread.
 */
final class NamedGraphs extends GraphBase {

    /** Longest answer that is kept. */
    private static final int FEW = 8;

    /** Most answers kept. */
    private static final int MEMORY = 50_000;

    private final Map<Triple, List<Triple>> remembered = new HashMap<>();
    private final DatasetGraph base;
    private final Set<Quad> without;
    private final Graph with;

    private NamedGraphs(DatasetGraph base, Collection<Quad> without, Collection<Quad> with) {
        this.base = base;
        this.without = new HashSet<>(without);
        this.with = GraphMemFactory.createDefaultGraph();
        with.stream().filter(quad -> !quad.isDefaultGraph()).forEach(quad -> this.with.add(quad.asTriple()));
    }

    /** The named graphs of a dataset, which may be an overlay over another. */
    static NamedGraphs of(DatasetGraph dataset) {
        return dataset instanceof BufferingDatasetGraph overlay
                ? new NamedGraphs(overlay.base(), overlay.getDeletedQuads(), overlay.getAddedQuads())
                : new NamedGraphs(dataset, List.of(), List.of());
    }

    /** The same dataset with more quads in it: the states before and after a change, laid over each other. */
    static NamedGraphs of(DatasetGraph dataset, Collection<Quad> more) {
        var plain = of(dataset);
        more.stream().filter(quad -> !quad.isDefaultGraph()).forEach(quad -> plain.with.add(quad.asTriple()));
        return plain;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        var known = remembered.get(pattern);
        if (known != null) {
            return WrappedIterator.createNoRemove(known.iterator());
        }
        var rest = lookUp(pattern);
        var first = new ArrayList<Triple>(FEW);
        while (first.size() < FEW && rest.hasNext()) {
            first.add(rest.next());
        }
        if (rest.hasNext()) {
            return WrappedIterator.createNoRemove(Iter.iter(first.iterator()).append(rest));
        }
        remember(pattern, first);
        return WrappedIterator.createNoRemove(first.iterator());
    }

    /** Shapes ask the same small questions again and again: of what class is this, what is its level. */
    private void remember(Triple pattern, List<Triple> answer) {
        if (remembered.size() >= MEMORY) {
            remembered.clear();
        }
        remembered.put(pattern, answer);
    }

    private Iterator<Triple> lookUp(Triple pattern) {
        var kept = Iter.filter(
                base.findNG(
                        Node.ANY,
                        any(pattern.getMatchSubject()),
                        any(pattern.getMatchPredicate()),
                        any(pattern.getMatchObject())),
                // a dataset that shows the union as its default graph lists it among the others
                quad -> !quad.isDefaultGraph() && !without.contains(quad));
        var found = G.quads2triples(kept);
        return Iter.distinct(with.isEmpty() ? found : found.append(with.find(pattern)));
    }

    private static Node any(@Nullable Node node) {
        return node == null ? Node.ANY : node;
    }
}
