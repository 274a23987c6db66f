package org.shuqi.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
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

    /** Most that is said of a subject and still kept. */
    private static final int MANY = 50;

    private static final Collection<Triple> TOO_MUCH = Collections.unmodifiableList(new ArrayList<>());

    private final Map<Triple, Collection<Triple>> remembered = new HashMap<>();
    private final Map<Node, Collection<Triple>> descriptions = new HashMap<>();
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
        if (pattern.getSubject().isConcrete() && !pattern.getObject().isLiteral()) {
            var about = described(pattern.getSubject());
            if (about != TOO_MUCH) {
                return WrappedIterator.createNoRemove(Iter.filter(
                        about.iterator(),
                        triple -> fits(pattern.getPredicate(), triple.getPredicate())
                                && fits(pattern.getObject(), triple.getObject())));
            }
        }
        var known = remembered.get(pattern);
        if (known != null) {
            return WrappedIterator.createNoRemove(known.iterator());
        }
        var rest = lookUp(pattern);
        var first = first(rest, FEW);
        if (rest.hasNext()) {
            return WrappedIterator.createNoRemove(Iter.distinct(Iter.concat(first.iterator(), rest)));
        }
        remember(remembered, pattern, first);
        return WrappedIterator.createNoRemove(first.iterator());
    }

    /** All that is said of the subject, unless that is very much: shapes ask for one property of it after the other. */
    private Collection<Triple> described(Node subject) {
        var known = descriptions.get(subject);
        if (known == null) {
            var rest = lookUp(Triple.create(subject, Node.ANY, Node.ANY));
            known = first(rest, MANY);
            if (rest.hasNext()) {
                Iter.close(rest);
                known = TOO_MUCH;
            }
            remember(descriptions, subject, known);
        }
        return known;
    }

    private static Collection<Triple> first(Iterator<Triple> triples, int most) {
        var first = new LinkedHashSet<Triple>();
        while (first.size() < most && triples.hasNext()) {
            first.add(triples.next());
        }
        return first;
    }

    private static boolean fits(Node pattern, Node term) {
        return !pattern.isConcrete() || pattern.equals(term);
    }

    /** Shapes ask the same small questions again and again: of what class is this, what is its level. */
    private static <K> void remember(Map<K, Collection<Triple>> memory, K asked, Collection<Triple> answer) {
        if (memory.size() >= MEMORY) {
            memory.clear();
        }
        memory.put(asked, answer);
    }

    /** What is there; the same triple as often as graphs hold it. */
    private Iterator<Triple> lookUp(Triple pattern) {
        var kept = Iter.filter(
                base.findNG(
                        Node.ANY,
                        any(pattern.getMatchSubject()),
                        any(pattern.getMatchPredicate()),
                        any(pattern.getMatchObject())),
                // a dataset that shows the union as its default graph lists it among the others
                quad -> !quad.isDefaultGraph() && !without.contains(quad));
        var found = Iter.map(kept, Quad::asTriple);
        return with.isEmpty() ? found : Iter.concat(found, with.find(pattern));
    }

    private static Node any(@Nullable Node node) {
        return node == null ? Node.ANY : node;
    }
}
