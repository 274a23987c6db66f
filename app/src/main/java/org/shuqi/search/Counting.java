package org.shuqi.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.Sight;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Takes of what matches that which the caller may read, counts it, and keeps the best.
 *
 * <p>What fails one facet only is counted for that facet: so a facet shows what its other values would give.
 */
final class Counting extends SimpleCollector {

    private static final long LONGEST_NANOS = 10_000_000_000L;

    private final Wanted wanted;
    private final Sight sight;
    private final long deadline = System.nanoTime() + LONGEST_NANOS;
    private final Set<Long> twins = new HashSet<>();
    private final Map<Group, Long> groups = new EnumMap<>(Group.class);
    private final Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
    private final Map<Group, Best> best = new EnumMap<>(Group.class);
    private final int depth;
    private final List<FacetOf> facets = new ArrayList<>();
    private Leaf leaf = Leaf.NONE;
    private @Nullable Scorable scorer;
    private int base;
    private long looked;

    /**
     * Of one search.
     *
     * @param depth how many of the best to keep of each kind
     */
    Counting(Wanted wanted, Sight sight, int depth) {
        this.wanted = wanted;
        this.sight = sight;
        this.depth = depth;
        for (var facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
            facets.add(new FacetOf(facet, wanted.narrowed().getOrDefault(facet, Set.of()), counts.get(facet)));
        }
    }

    /** What a document needs to be judged, of one segment. */
    private record Leaf(
            SortedDocValues group,
            Group[] groups,
            SortedDocValues graph,
            byte[] seen,
            NumericDocValues twin,
            SortedDocValues name) {

        static final Leaf NONE = new Leaf(
                DocValues.emptySorted(),
                new Group[0],
                DocValues.emptySorted(),
                new byte[0],
                DocValues.emptyNumeric(),
                DocValues.emptySorted());

        static Leaf of(LeafReader reader) throws IOException {
            var group = DocValues.getSorted(reader, Documents.GROUP);
            var groups = new Group[group.getValueCount()];
            for (var at = 0; at < groups.length; at++) {
                groups[at] = Group.valueOf(group.lookupOrd(at).utf8ToString());
            }
            var graph = DocValues.getSorted(reader, Documents.GRAPH);
            return new Leaf(
                    group,
                    groups,
                    graph,
                    new byte[graph.getValueCount()],
                    DocValues.getNumeric(reader, Documents.TWIN),
                    DocValues.getSorted(reader, Documents.ORDER));
        }
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        leave();
        base = context.docBase;
        leaf = Leaf.of(context.reader());
        for (var each : best.values()) {
            each.enter(leaf.name());
        }
        for (var facet : facets) {
            facet.enter(context.reader());
        }
    }

    @Override
    public void collect(int document) throws IOException {
        if ((++looked & 0xfff) == 0 && System.nanoTime() > deadline) {
            throw Refusal.of(Kind.OVERLOADED, "检索用时过长；请缩小范围", "the search takes too long; ask for less");
        }
        if (!isSeen(document) || !isFirst(document) || !leaf.group().advanceExact(document)) {
            return;
        }
        var group = leaf.groups()[leaf.group().ordValue()];
        @Nullable FacetOf failed = null;
        for (var facet : facets) {
            if (!facet.takes(document)) {
                if (failed != null) {
                    return;
                }
                failed = facet;
            }
        }
        var isOfGroup = wanted.group().isEmpty() || wanted.group().get() == group;
        if (failed != null) {
            if (isOfGroup) {
                failed.count();
            }
            return;
        }
        groups.merge(group, 1L, Long::sum);
        if (isOfGroup) {
            facets.forEach(FacetOf::count);
            keep(group, document);
        }
    }

    private boolean isSeen(int document) throws IOException {
        if (sight == Sight.ALL) {
            return true;
        }
        if (!leaf.graph().advanceExact(document)) {
            return false;
        }
        var ordinal = leaf.graph().ordValue();
        if (leaf.seen()[ordinal] == 0) {
            var graph = NodeFactory.createURI(leaf.graph().lookupOrd(ordinal).utf8ToString());
            leaf.seen()[ordinal] = (byte) (sight.sees(graph) ? 1 : 2);
        }
        return leaf.seen()[ordinal] == 1;
    }

    /** What two graphs speak of is found once. */
    private boolean isFirst(int document) throws IOException {
        return !leaf.twin().advanceExact(document) || twins.add(leaf.twin().longValue());
    }

    private void keep(Group group, int document) throws IOException {
        var name = leaf.name().advanceExact(document) ? leaf.name().ordValue() : -1;
        best.computeIfAbsent(group, each -> new Best(depth)).add(document, wanted.byName() ? 0 : score(), name);
    }

    private void leave() throws IOException {
        facets.forEach(FacetOf::leave);
        for (var each : best.values()) {
            each.leave(leaf.name(), base);
        }
    }

    @Override
    public void setScorer(Scorable scorer) {
        this.scorer = scorer;
    }

    private float score() throws IOException {
        return scorer == null ? 0 : scorer.score();
    }

    @Override
    public ScoreMode scoreMode() {
        return wanted.byName() ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.COMPLETE;
    }

    @Override
    public void finish() throws IOException {
        leave();
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /**
     * What was counted.
     *
     * @param most how many values to give of a facet
     */
    Tally tally(int most, boolean isLoose) {
        var all = new EnumMap<Facet, List<Found.Counted>>(Facet.class);
        counts.forEach((facet, values) -> all.put(
                facet,
                values.entrySet().stream()
                        .map(entry -> new Found.Counted(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Found.Counted::count)
                                .reversed()
                                .thenComparing(Found.Counted::value))
                        .limit(most)
                        .toList()));
        var documents = new EnumMap<Group, List<Integer>>(Group.class);
        best.forEach((group, each) -> documents.put(
                group, each.kept().stream().map(Best.Ranked::document).toList()));
        return new Tally(groups, all, documents, depth, isLoose);
    }
}
