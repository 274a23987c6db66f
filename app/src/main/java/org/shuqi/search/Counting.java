package org.shuqi.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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
import org.apache.lucene.util.BytesRef;
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
    private final Map<Group, PriorityQueue<Ranked>> best = new EnumMap<>(Group.class);
    private final Comparator<Ranked> order;
    private final List<FacetOf> facets = new ArrayList<>();
    private Leaf leaf = Leaf.NONE;
    private @Nullable Scorable scorer;
    private int base;
    private long looked;

    /** One finding; of those that fit as well, the one of the smaller name is shown first. */
    record Ranked(int document, float score, BytesRef name) {}

    Counting(Wanted wanted, Sight sight) {
        this.wanted = wanted;
        this.sight = sight;
        // what fits as well as another comes by its name, so that 登记 stands before 登记（旧）
        this.order = Comparator.comparing(Ranked::score)
                .reversed()
                .thenComparing(Ranked::name)
                .thenComparing(Ranked::document);
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
        facets.forEach(FacetOf::leave);
        base = context.docBase;
        leaf = Leaf.of(context.reader());
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
        var most = wanted.offset() + wanted.limit();
        var kept = best.computeIfAbsent(group, each -> new PriorityQueue<>(order.reversed()));
        var score = wanted.byName() ? 0 : this.score();
        var worst = kept.peek();
        if (kept.size() == most && worst != null && score < worst.score()) {
            return;
        }
        kept.add(new Ranked(base + document, score, name(document)));
        if (kept.size() > most) {
            kept.remove();
        }
    }

    private BytesRef name(int document) throws IOException {
        return leaf.name().advanceExact(document)
                ? BytesRef.deepCopyOf(leaf.name().lookupOrd(leaf.name().ordValue()))
                : new BytesRef();
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
    public void finish() {
        facets.forEach(FacetOf::leave);
    }

    long total() {
        return wanted.group().map(group -> groups.getOrDefault(group, 0L)).orElseGet(() -> groups.values().stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    Map<Group, Long> groups() {
        return groups;
    }

    /** The values of each facet, most frequent first. */
    Map<Facet, List<Found.Counted>> facets(int most) {
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
        return all;
    }

    /** The page: of each kind in turn, best first. */
    List<Ranked> page() {
        var page = new ArrayList<Ranked>();
        best.values()
                .forEach(kept ->
                        kept.stream().sorted(order).skip(wanted.offset()).forEach(page::add));
        return page;
    }
}
