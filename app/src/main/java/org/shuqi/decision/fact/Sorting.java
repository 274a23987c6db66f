package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.shuqi.time.Span;

/** Goes through all entries once and finds their sorts. */
final class Sorting {

    private final Index index;
    private final Mentions mentions;
    private final int[] entries;
    private final int[] spanAt;
    private final List<Span> spans = new ArrayList<>();
    private final Map<Span, Integer> spanNumbers = new HashMap<>();
    private final Map<Plain, Integer> traits = new HashMap<>();
    private final Map<Context, Integer> contexts = new HashMap<>();
    private final Map<Around, Integer> contextsAround = new HashMap<>();
    private final Map<Sort, RoaringBitmap> sorts = new HashMap<>();
    private final RoaringBitmap apart = new RoaringBitmap();
    private final RoaringBitmap unclear = new RoaringBitmap();
    private final RoaringBitmap restricted = new RoaringBitmap();
    private final Int2ObjectMap<RoaringBitmap> byPublisher = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectMap<RoaringBitmap> involving = new Int2ObjectOpenHashMap<>();

    /**
     * What the rule looks at in an entry that nobody names, but for its items.
     *
     * @param kinds kinds of its publisher
     * @param names what general norms may call its publisher by
     * @param onThemes the norms on its themes
     * @param onCatalogues the norms on its catalogues
     * @param papered those of its themes and catalogues that papers are about
     */
    private record Context(
            Ids kinds, Mentions.Called names, List<Norm> onThemes, List<Norm> onCatalogues, Ids papered) {}

    /** What an entry has its context from: the same for many, and quicker to compare. */
    private record Around(int publisher, Ids themes, Ids catalogues) {}

    /**
     * What tells entries apart.
     *
     * @param context number of the context
     * @param plain numbers of what there is to its items, sorted
     */
    private record Sort(int context, Ids plain) {}

    Sorting(Index index) {
        this.index = index;
        this.mentions = new Mentions(index);
        this.entries = ByIri.sorted(index.terms(), index.datasets().toArray());
        this.spanAt = new int[entries.length];
        for (var place = 0; place < entries.length; place++) {
            sort(place, index.dataset(entries[place]).orElseThrow());
        }
        apart.runOptimize();
        sorts.values().forEach(RoaringBitmap::runOptimize);
    }

    private void sort(int place, Dataset entry) {
        spanAt[place] = spanNumbers.computeIfAbsent(entry.published(), span -> {
            mentions.edges(span);
            spans.add(span);
            return spans.size() - 1;
        });
        var publishers = entry.publishers();
        for (var each = 0; each < publishers.size(); each++) {
            at(byPublisher, publishers.at(each)).add(place);
        }
        var publisher = index.party(publishers.only());
        if (publisher.isEmpty()) {
            unclear.add(place);
        }
        if (isNamedForAll(entry, place) || publisher.isEmpty()) {
            apart.add(place);
            return;
        }
        var around = new Around(publishers.only(), entry.themes(), entry.catalogues());
        var context = contextsAround.computeIfAbsent(around, fresh -> context(publisher, around));
        sorts.computeIfAbsent(new Sort(context, plain(entry.items())), fresh -> new RoaringBitmap())
                .add(place);
    }

    private int context(Optional<Party> publisher, Around around) {
        var party = publisher.orElseThrow();
        var context = new Context(
                party.organisation().kinds(),
                mentions.provider(party),
                index.lineOfConcepts(around.themes()).norms(),
                index.lineOfCatalogues(around.catalogues()).norms(),
                mentions.hasPapered()
                        ? mentions.papered(index.broader(around.themes()).and(index.listing(around.catalogues())))
                        : Ids.NONE);
        return contexts.computeIfAbsent(context, fresh -> contexts.size());
    }

    private Ids plain(List<Item> items) {
        var numbers = new int[items.size()];
        for (var each = 0; each < numbers.length; each++) {
            var some = items.get(each).traits();
            numbers[each] = each > 0 && some == items.get(each - 1).traits()
                    ? numbers[each - 1]
                    : traits.computeIfAbsent(Plain.of(some), fresh -> traits.size());
        }
        return Ids.of(numbers);
    }

    /**
     * Whether a norm or paper that may let it flow names it or an item of it for whomever. Notes for whom else one does, and
     * whether a norm that can only keep it from flowing names it for whomever.
     */
    private boolean isNamedForAll(Dataset entry, int place) {
        var forAll = isNamedForAll(entry.iri(), place);
        for (var item : entry.items()) {
            forAll |= isNamedForAll(item.iri(), place);
        }
        return forAll;
    }

    private boolean isNamedForAll(int asset, int place) {
        if (!index.isNamed(asset)) {
            return false;
        }
        var forAll = false;
        for (var norm : index.normsOnAsset(asset)) {
            involve(norm.scope().recipients(), place);
            involve(norm.exceptRecipients(), place);
            if (norm.scope().recipients().isEmpty()) {
                forAll |= norm.effect().carries();
                restricted.add(place);
            }
        }
        for (var paper : index.evidenceOn(asset)) {
            involve(paper.scope().recipients(), place);
            forAll |= paper.scope().recipients().isEmpty();
        }
        return forAll;
    }

    private void involve(Ids parties, int place) {
        parties.stream().forEach(party -> at(involving, party).add(place));
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

    RoaringBitmap unclear() {
        return unclear;
    }

    RoaringBitmap restricted() {
        return RoaringBitmap.andNot(restricted, apart);
    }

    Int2ObjectMap<RoaringBitmap> byPublisher() {
        return byPublisher;
    }

    Int2ObjectMap<RoaringBitmap> involving() {
        return involving;
    }

    Mentions mentions() {
        return mentions;
    }
}
