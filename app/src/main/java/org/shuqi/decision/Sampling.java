package org.shuqi.decision;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Sorts;

/**
 * Finds the sorts of entries that a recipient may receive for a purpose: asks once about each sort of items in each context,
 * since an entry may flow if its items may.
 */
final class Sampling {

    /** So many places are tried one by one. */
    private static final int TRIED = 100;

    private final Census census;
    private final Sorts sorts;
    private final RoaringBitmap published;
    private final RoaringBitmap named;
    private final int purpose;
    private final LongSet asked = new LongOpenHashSet();
    private final LongSet permitted = new LongOpenHashSet();
    private final BitSet holding = new BitSet();
    private final BitSet undecided = new BitSet();

    /**
     * Asks.
     *
     * @param published places of entries that are published
     * @param named places of entries that somebody names to the recipient, or for whomever
     */
    Sampling(Census census, Sorts sorts, RoaringBitmap published, RoaringBitmap named, int purpose) {
        this.census = census;
        this.sorts = sorts;
        this.published = published;
        this.named = named;
        this.purpose = purpose;
        sorts.sorts().forEach(this::ask);
        for (var number = 0; number < sorts.sorts().size(); number++) {
            decide(number, sorts.sorts().get(number));
        }
    }

    /** Numbers of the sorts that may flow. */
    BitSet holding() {
        return holding;
    }

    /** Numbers of the sorts about which nobody could be asked: whatever is published of them, somebody names. */
    BitSet undecided() {
        return undecided;
    }

    private static long key(Sorts.Sort sort, int plain) {
        return (long) sort.context() << Integer.SIZE | plain;
    }

    /** Asks about those of its items about which nobody was asked yet. */
    private void ask(Sorts.Sort sort) {
        var fresh = new IntArrayList(0);
        for (var each = 0; each < sort.plain().size(); each++) {
            if (!asked.contains(key(sort, sort.plain().at(each)))) {
                fresh.add(sort.plain().at(each));
            }
        }
        var place = fresh.isEmpty() ? -1 : example(sort.places());
        if (place >= 0) {
            ask(sort, sorts.entry(place), fresh);
        }
    }

    private void ask(Sorts.Sort sort, int entry, IntArrayList fresh) {
        var dataset = census.dataset(entry);
        List<Item> items = new ArrayList<>(fresh.size());
        for (var item : dataset.items()) {
            if (fresh.rem(sorts.plain(item.traits()))) {
                items.add(item);
            }
        }
        var question =
                census.asking(census.about().recipient(), dataset, purpose).about(items);
        for (var one : census.decide(question).rulings()) {
            var key = key(sort, sorts.plain(one.item().traits()));
            asked.add(key);
            if (one.outcome() == Outcome.PERMIT) {
                permitted.add(key);
            }
        }
    }

    /** The place of an entry that is published and that nobody names; -1 if there is none. */
    private int example(RoaringBitmap places) {
        var some = places.getIntIterator();
        for (var tried = 0; tried < TRIED && some.hasNext(); tried++) {
            var place = some.next();
            if (published.contains(place) && !named.contains(place)) {
                return place;
            }
        }
        var examples = RoaringBitmap.and(places, published);
        examples.andNot(named);
        return examples.isEmpty() ? -1 : examples.first();
    }

    /** One item that may flow is enough for a part, and one that may not is too many for the whole. */
    private void decide(int number, Sorts.Sort sort) {
        var open = false;
        for (var each = 0; each < sort.plain().size(); each++) {
            var key = key(sort, sort.plain().at(each));
            if (!asked.contains(key)) {
                open = true;
            } else if (permitted.contains(key) == census.partial()) {
                holding.set(number, census.partial());
                return;
            }
        }
        holding.set(number, !open && !census.partial());
        undecided.set(number, open);
    }
}
