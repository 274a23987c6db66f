package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.shuqi.time.Span;

/** Goes through all entries once and finds their sorts. */
final class Sorting {

    private final Index index;
    private final int[] entries;
    private final int[] spanAt;
    private final List<Span> spans = new ArrayList<>();
    private final Map<Span, Integer> spanNumbers = new HashMap<>();
    private final Map<Plain, Integer> traits = new HashMap<>();
    private final Map<Context, Integer> contexts = new HashMap<>();
    private final Map<Sort, RoaringBitmap> sorts = new HashMap<>();
    private final RoaringBitmap apart = new RoaringBitmap();
    private final Int2ObjectMap<RoaringBitmap> byPublisher = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectMap<RoaringBitmap> involving = new Int2ObjectOpenHashMap<>();
    private final IntSet mentioned = new IntOpenHashSet();
    private final IntSet mentionedProviders = new IntOpenHashSet();
    private final IntSet papered = new IntOpenHashSet();
    private final TreeSet<Instant> edges = new TreeSet<>();

    /**
     * What the rule looks at in an entry that nobody names, but for its items.
     *
     * @param kinds kinds of its publisher
     * @param names what general norms may call its publisher by
     * @param onThemes the norms on its themes
     * @param onCatalogues the norms on its catalogues
     * @param papered those of its themes and catalogues that papers are about
     */
    private record Context(Ids kinds, Ids names, List<Norm> onThemes, List<Norm> onCatalogues, Ids papered) {}

    /**
     * What tells entries apart.
     *
     * @param context number of the context
     * @param plain numbers of what there is to its items, sorted
     */
    private record Sort(int context, Ids plain) {}

    Sorting(Index index) {
        this.index = index;
        this.entries = inOrder(index);
        this.spanAt = new int[entries.length];
        general();
        for (var place = 0; place < entries.length; place++) {
            sort(place, index.dataset(entries[place]).orElseThrow());
        }
        apart.runOptimize();
        sorts.values().forEach(RoaringBitmap::runOptimize);
    }

    private record Named(String iri, int entry) {}

    private static int[] inOrder(Index index) {
        var named = index.datasets()
                .mapToObj(entry -> new Named(index.iri(entry), entry))
                .toArray(Named[]::new);
        Arrays.sort(named, Comparator.comparing(Named::iri));
        return Arrays.stream(named).mapToInt(Named::entry).toArray();
    }

    /** Who is mentioned by norms and papers that are about more than single entries, and when those begin and end. */
    private void general() {
        index.bases().map(Basis::span).forEach(this::edges);
        index.partyNorms().forEach(norm -> {
            edges(norm.span());
            mention(norm.scope(), norm.exceptRecipients());
        });
        index.assetNorms().forEach(norm -> {
            edges(norm.span());
            if (isGeneral(norm.scope())) {
                mention(norm.scope(), norm.exceptRecipients());
            }
        });
        index.papers().forEach(paper -> {
            edges(paper.span());
            if (isGeneral(paper.scope())) {
                mention(paper.scope(), Ids.NONE);
                paper.scope().assets().stream()
                        .filter(asset -> !index.isEntryOrItem(asset))
                        .forEach(papered::add);
            }
        });
    }

    /** Whether it is about all who come, or about anything but single entries and items. */
    private boolean isGeneral(Scope scope) {
        return scope.recipients().isEmpty() || !scope.assets().stream().allMatch(index::isEntryOrItem);
    }

    private void mention(Scope scope, Ids spared) {
        scope.recipients().stream().forEach(mentioned::add);
        spared.stream().forEach(mentioned::add);
        scope.providers().stream().forEach(mentionedProviders::add);
    }

    private void edges(Span span) {
        edges.add(span.from());
        edges.add(span.until());
    }

    private void sort(int place, Dataset entry) {
        spanAt[place] = spanNumbers.computeIfAbsent(entry.published(), span -> {
            edges(span);
            spans.add(span);
            return spans.size() - 1;
        });
        entry.publishers().stream()
                .forEach(publisher -> at(byPublisher, publisher).add(place));
        var publisher = index.party(entry.publishers().only());
        if (publisher.isEmpty() || isNamedForAll(entry, place)) {
            apart.add(place);
            return;
        }
        var party = publisher.get();
        var names = party.names().and(party.above()).stream().filter(mentionedProviders::contains);
        var context = new Context(
                party.organisation().kinds(),
                Ids.of(names.toArray()),
                index.lineOfConcepts(entry.themes()).norms(),
                index.lineOfCatalogues(entry.catalogues()).norms(),
                papered(entry));
        var sort = new Sort(
                contexts.computeIfAbsent(context, fresh -> contexts.size()),
                Ids.of(entry.items().stream()
                        .mapToInt(item -> number(item.traits()))
                        .toArray()));
        sorts.computeIfAbsent(sort, fresh -> new RoaringBitmap()).add(place);
    }

    private Ids papered(Dataset entry) {
        return papered.isEmpty()
                ? Ids.NONE
                : Ids.of(index.broader(entry.themes()).and(index.listing(entry.catalogues())).stream()
                        .filter(papered::contains)
                        .toArray());
    }

    private int number(Traits some) {
        return traits.computeIfAbsent(Plain.of(some), fresh -> traits.size());
    }

    /** Whether a norm or paper names it or an item of it for whomever; notes for whom else one does. */
    private boolean isNamedForAll(Dataset entry, int place) {
        var assets = IntStream.concat(
                IntStream.of(entry.iri()), entry.items().stream().mapToInt(Item::iri));
        var scopes = assets.filter(index::isNamed)
                .boxed()
                .flatMap(asset -> Stream.concat(
                        index.normsOnAsset(asset).stream().map(Norm::scope),
                        index.evidenceOn(asset).stream().map(Evidence::scope)))
                .toList();
        scopes.forEach(scope -> scope.recipients().stream()
                .forEach(party -> at(involving, party).add(place)));
        return scopes.stream().anyMatch(scope -> scope.recipients().isEmpty());
    }

    private static RoaringBitmap at(Int2ObjectMap<RoaringBitmap> shelf, int key) {
        return shelf.computeIfAbsent(key, fresh -> new RoaringBitmap());
    }

    int[] entries() {
        return entries;
    }

    int[] spanAt() {
        return spanAt;
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    List<Sorts.Sort> sorts() {
        return sorts.entrySet().stream()
                .map(sort ->
                        new Sorts.Sort(sort.getKey().context(), sort.getKey().plain(), sort.getValue()))
                .toList();
    }

    Map<Plain, Integer> traits() {
        return Map.copyOf(traits);
    }

    RoaringBitmap apart() {
        return apart;
    }

    Int2ObjectMap<RoaringBitmap> byPublisher() {
        return byPublisher;
    }

    Int2ObjectMap<RoaringBitmap> involving() {
        return involving;
    }

    IntSet mentioned() {
        return mentioned;
    }

    Instant[] edges() {
        return edges.toArray(Instant[]::new);
    }
}
