package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;
import org.shuqi.time.Span;

/**
 * The catalogue entries of a state, sorted into those that the rule cannot tell apart.
 *
 * <p>Entries of one sort have publishers of one kind that the same general norms name, the same norms on their themes and
 * catalogues, and items of the same traits; so whoever is neither granted nor forbidden one of them by name stands alike to
 * all of them. What somebody names is kept apart: for everybody, or for the recipients that are named. A list question thus
 * asks the rule once for each sort, and about single entries only where it must.
 *
 * <p>Entries are numbered in the order of their IRIs; a bitmap holds such places.
 */
public final class Sorts {

    /** Answers that are kept; each is a compressed bitmap over all entries. */
    private static final int KEPT = 256;

    private static final RoaringBitmap NONE = new RoaringBitmap();

    private final Terms terms;
    private final int[] entries;
    private final IdSet numbered;
    private final int[] places;
    private final int[] spanAt;
    private final List<Span> spans;
    private final List<Sort> sorts;
    private final Map<Plain, Integer> traits;
    private final RoaringBitmap apart;
    private final Int2ObjectMap<RoaringBitmap> byPublisher;
    private final Int2ObjectMap<RoaringBitmap> involving;
    private final RoaringBitmap unclear;
    private final RoaringBitmap restricted;
    private final Mentions mentions;
    private final Instant[] edges;

    private final Map<Object, Known> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Known> eldest) {
            return size() > KEPT;
        }
    };

    private Sorts(Index index) {
        var sorting = new Sorting(index);
        this.terms = index.terms();
        this.entries = sorting.entries();
        this.numbered = IdSet.of(entries);
        this.places = new int[entries.length];
        for (int place = 0; place < entries.length; place++) {
            places[numbered.number(entries[place])] = place;
        }
        this.spanAt = sorting.spanAt();
        this.spans = sorting.spans();
        this.sorts = sorting.sorts();
        this.traits = sorting.traits();
        this.apart = sorting.apart();
        this.byPublisher = sorting.byPublisher();
        this.involving = sorting.involving();
        this.unclear = sorting.unclear();
        this.restricted = sorting.restricted();
        this.mentions = sorting.mentions();
        this.edges = mentions.edges();
    }

    /** The entry at a place. */
    public int entry(int place) {
        return entries[place];
    }

    /** The place of an entry; if it has none, one less than minus the place before which it would stand. */
    public int place(int entry) {
        int number = numbered.number(entry);
        return number >= 0 ? places[number] : -1 - placeBefore(terms.iri(entry));
    }

    private int placeBefore(String iri) {
        var low = 0;
        var high = entries.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            if (terms.iri(entries[middle]).compareTo(iri) < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How many entries there are. */
    public int size() {
        return entries.length;
    }

    /** The sorts. */
    public List<Sort> sorts() {
        return sorts;
    }

    /** The places of several sorts, by number; the caller may change it. */
    public RoaringBitmap together(BitSet numbers) {
        return FastAggregation.or(
                numbers.stream().mapToObj(sorts::get).map(Sort::places).iterator());
    }

    /** The number of what there is to an item of those traits; -1 if there was no such item in any sort. */
    public int plain(Traits some) {
        return traits.getOrDefault(Plain.of(some), -1);
    }

    /**
     * Entries of one sort.
     *
     * @param context number of what is around their items; the same in other sorts
     * @param plain numbers of what there is to their items; the same in other sorts
     * @param places their places
     */
    public record Sort(int context, Ids plain, RoaringBitmap places) {}

    /** The places of entries that stand in no sort: somebody names them without saying to whom, or their publisher is not clear. */
    public RoaringBitmap apart() {
        return apart;
    }

    /** The places of those whose publisher is not clear. */
    public RoaringBitmap unclear() {
        return unclear;
    }

    /** The places of entries of a sort that norms name for whomever, norms that can only keep them from flowing. */
    public RoaringBitmap restricted() {
        return restricted;
    }

    /** The places of what the party publishes. */
    public RoaringBitmap publishedBy(int party) {
        return byPublisher.getOrDefault(party, NONE);
    }

    /** The places of entries that norms or papers name for the party. */
    public RoaringBitmap involving(int party) {
        return involving.getOrDefault(party, NONE);
    }

    /** What the rule may look at in a recipient, for entries that nobody names to it: two with equal traits stand alike. */
    public Object traits(Party recipient) {
        var organisation = recipient.organisation();
        return List.of(organisation.kinds(), organisation.clearances(), mentions.recipient(recipient));
    }

    /** Those of the purposes that anybody mentions who speaks of more than single entries, or of entries for whomever. */
    public Ids mentioned(Ids purposes) {
        return mentions.purposes(purposes);
    }

    /**
     * The number of the stretch of time in which nothing begins or ends: within one, sorts, entries and general norms stand
     * as they are.
     */
    public int stretch(Instant at) {
        var found = Arrays.binarySearch(edges, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The places of what is published at the instant. */
    public RoaringBitmap publishedAt(Instant at) {
        return kept(stretch(at), () -> {
                    var open = new boolean[spans.size()];
                    for (var each = 0; each < open.length; each++) {
                        open[each] = spans.get(each).contains(at);
                    }
                    var published = new long[(entries.length + Long.SIZE - 1) / Long.SIZE];
                    for (var place = 0; place < entries.length; place++) {
                        if (open[spanAt[place]]) {
                            published[place / Long.SIZE] |= 1L << place;
                        }
                    }
                    return new Known(BitSetUtil.bitmapOf(published), NONE);
                })
                .places();
    }

    /**
     * What is known for all who are alike.
     *
     * @param places of entries for which the answer is yes
     * @param undecided places for which nobody was asked so far
     */
    public record Known(RoaringBitmap places, RoaringBitmap undecided) {}

    /** The answer kept under the key, else the one made now. Nobody may change it. */
    public Known kept(Object key, Supplier<Known> make) {
        synchronized (answers) {
            var known = answers.get(key);
            if (known != null) {
                return known;
            }
        }
        var made = make.get();
        synchronized (answers) {
            answers.put(key, made);
        }
        return made;
    }

    /**
     * Sorts, and what was changed since the state they are made from.
     *
     * <p>They are made when they are first asked for, from the state that they began with: other revisions that differ from it
     * in single entries only share them.
     */
    public static final class Since {

        /** So many changes cost more than sorting anew. */
        private static final int MOST = 2_000;

        private final Begun begun;
        private final IntSet moved;

        private Since(Begun begun, IntSet moved) {
            this.begun = begun;
            this.moved = moved;
        }

        /** Nothing was changed since this state. */
        static Since begun(Index index) {
            return new Since(new Begun(index), IntSets.emptySet());
        }

        /** The same after more entries were changed; empty if sorting anew is better. */
        Optional<Since> and(IntSet more) {
            if (more.isEmpty() && begun.isAsked()) {
                return Optional.of(this);
            }
            var all = new IntOpenHashSet(moved);
            all.addAll(more);
            return begun.isAsked() && all.size() <= MOST ? Optional.of(new Since(begun, all)) : Optional.empty();
        }

        /** The sorts; whoever comes first makes them, and others wait. */
        public Sorts sorts() {
            return begun.sorts();
        }

        /** The entries that were changed, named, or taken away since. */
        public IntSet moved() {
            return moved;
        }
    }

    /** Sorts that are made once, if somebody asks. */
    private static final class Begun {

        private @Nullable Index index;
        private volatile @Nullable Sorts made;
        private volatile boolean asked;

        Begun(Index index) {
            this.index = index;
        }

        /** Whether somebody has asked, so that it is worth while to note what is changed since. */
        boolean isAsked() {
            return asked;
        }

        Sorts sorts() {
            var known = made;
            return known == null ? make() : known;
        }

        private Sorts make() {
            asked = true;
            synchronized (this) {
                var known = made;
                if (known == null) {
                    known = new Sorts(Objects.requireNonNull(index));
                    made = known;
                    index = null; // which otherwise would stay for as long as its followers
                }
                return known;
            }
        }
    }
}
