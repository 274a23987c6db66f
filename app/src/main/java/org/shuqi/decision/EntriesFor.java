package org.shuqi.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Sorts;

/**
 * The entries that a recipient may receive: one question for each sort of entries, kept for all recipients of whom the same
 * is known, and single questions about the entries that somebody grants, forbids or changes by name.
 */
final class EntriesFor {

    /** So many places are tried one by one. */
    private static final int TRIED = 100;

    private final Census census;
    private final Index index;
    private final Sorts sorts;
    private final Sorts.Since since;
    private final Party recipient;
    private final RoaringBitmap special;
    private final RoaringBitmap moved;
    private final List<Integer> strangers;

    EntriesFor(Census census) {
        this.census = census;
        this.index = census.index();
        this.since = index.sorts();
        this.sorts = since.sorts();
        this.recipient = index.party(census.about().recipient()).orElseThrow();
        this.special = new RoaringBitmap();
        this.moved = new RoaringBitmap();
        this.strangers = new ArrayList<>();
        since.moved().intStream().forEach(entry -> {
            var place = sorts.place(entry);
            if (place >= 0) {
                moved.add(place);
            } else if (index.isDataset(entry)) {
                strangers.add(entry);
            }
        });
        Stream.of(recipient.names(), recipient.organisation().kinds(), recipient.above())
                .flatMapToInt(Ids::stream)
                .forEach(this::addSpecial);
        special.or(moved);
    }

    /** What somebody says about entries in the name of the recipient. */
    private void addSpecial(int name) {
        special.or(sorts.involving(name));
        for (var grant : index.grantsTo(name)) {
            var targets = grant.reach().targets();
            if (targets.stream().allMatch(index::isEntryOrItem)) {
                targets.stream().flatMap(this::entries).forEach(this::addPlace);
            } else {
                addPublishedBy(grant.assigners());
            }
        }
        for (var norm : index.normsOnParty(name)) {
            addPublishedBy(norm.scope().providers());
        }
    }

    private IntStream entries(int asset) {
        return index.isDataset(asset) ? IntStream.of(asset) : index.owners(asset);
    }

    private void addPlace(int entry) {
        var place = sorts.place(entry);
        if (place >= 0) {
            special.add(place);
        }
    }

    private void addPublishedBy(Ids parties) {
        parties.stream().flatMap(index::allWithin).forEach(party -> special.or(sorts.publishedBy(party)));
    }

    /** The entries for one purpose at least, in the order of their IRIs. */
    Chosen chosen() {
        var places = new RoaringBitmap();
        var others = new ArrayList<Integer>();
        for (var purpose : census.purposes()) {
            places.or(places(purpose));
        }
        strangers.stream()
                .filter(entry -> census.purposes().stream().anyMatch(purpose -> holds(entry, purpose)))
                .sorted(Comparator.comparing(index::iri))
                .forEach(others::add);
        return new Chosen(places, others, sorts);
    }

    private RoaringBitmap places(int purpose) {
        var known = sorts.kept(key(purpose), () -> ask(purpose));
        var single = RoaringBitmap.or(special, known.undecided());
        var places = RoaringBitmap.andNot(known.places(), single);
        single.and(sorts.publishedAt(census.about().at()));
        single.or(moved); // what was changed since may be published by now
        for (var place : single) {
            if (index.isDataset(sorts.entry(place)) && holds(sorts.entry(place), purpose)) {
                places.add(place);
            }
        }
        return places;
    }

    /** All that tells recipients and questions apart, for entries that nobody names. */
    private record Key(
            Ids kinds,
            Ids clearances,
            Ids names,
            Ids above,
            int purpose,
            Question.Manner manner,
            int region,
            boolean partial,
            int stretch) {}

    private Key key(int purpose) {
        var question = census.about();
        return new Key(
                recipient.organisation().kinds(),
                recipient.organisation().clearances(),
                sorts.mentioned(recipient.names()),
                sorts.mentioned(recipient.above()),
                purpose,
                question.manner(),
                question.region(),
                census.partial(),
                sorts.stretch(question.at()));
    }

    /** Asks once for each sort of items in each context: an entry may flow if its items may. */
    private Sorts.Known ask(int purpose) {
        var published = sorts.publishedAt(census.about().at());
        var places = new RoaringBitmap();
        var undecided = RoaringBitmap.and(sorts.apart(), special);
        var known = new HashMap<Long, Boolean>();
        for (var sort : sorts.sorts()) {
            var plain = plain(sort.places(), published);
            if (plain < 0) {
                undecided.or(RoaringBitmap.and(sort.places(), published));
            } else if (holds(sort, sorts.entry(plain), purpose, known)) {
                places.or(sort.places());
            }
        }
        places.and(published);
        var apart = RoaringBitmap.and(sorts.apart(), published);
        apart.andNot(special);
        for (var place : apart) {
            if (holds(sorts.entry(place), purpose)) {
                places.add(place);
            }
        }
        places.runOptimize();
        return new Sorts.Known(places, undecided);
    }

    /** The place of an entry that is published and that nobody names to the recipient; -1 if there is none. */
    private int plain(RoaringBitmap places, RoaringBitmap published) {
        var some = places.getIntIterator();
        for (var tried = 0; tried < TRIED && some.hasNext(); tried++) {
            var place = some.next();
            if (published.contains(place) && !special.contains(place)) {
                return place;
            }
        }
        var plain = RoaringBitmap.and(places, published);
        plain.andNot(special);
        return plain.isEmpty() ? -1 : plain.first();
    }

    private boolean holds(Sorts.Sort sort, int entry, int purpose, Map<Long, Boolean> known) {
        var each = sort.plain();
        for (var at = 0; at < each.size(); at++) {
            var key = (long) sort.context() << Integer.SIZE | each.at(at);
            var plain = each.at(at);
            if (known.computeIfAbsent(key, fresh -> holds(census.dataset(entry), plain, purpose)) == census.partial()) {
                return census.partial();
            }
        }
        return !census.partial();
    }

    private boolean holds(Dataset entry, int plain, int purpose) {
        var items = entry.items().stream()
                .filter(item -> sorts.plain(item.traits()) == plain)
                .limit(1)
                .toList();
        return census.holds(census.asking(recipient.iri(), entry, purpose).about(items));
    }

    private boolean holds(int entry, int purpose) {
        return census.holds(census.asking(recipient.iri(), census.dataset(entry), purpose));
    }

    /**
     * Entries that were chosen.
     *
     * @param places of those that have one
     * @param others those that have none yet, in the order of their IRIs
     * @param sorts tells what is at a place
     */
    record Chosen(RoaringBitmap places, List<Integer> others, Sorts sorts) {

        long total() {
            return places.getLongCardinality() + others.size();
        }

        /** The entries from {@code offset} on, in the order of their IRIs. */
        IntStream from(long offset) {
            if (!others.isEmpty()) {
                return merged().skip(offset);
            }
            if (offset >= total()) {
                return IntStream.empty();
            }
            var rest = places.getIntIterator();
            rest.advanceIfNeeded(places.select((int) offset));
            return IntStream.generate(rest::next).limit(total() - offset).map(sorts::entry);
        }

        private IntStream merged() {
            var merged = new ArrayList<Integer>();
            var each = 0;
            for (var place : places) {
                while (each < others.size() && -sorts.place(others.get(each)) - 1 <= place) {
                    merged.add(others.get(each++));
                }
                merged.add(sorts.entry(place));
            }
            merged.addAll(others.subList(each, others.size()));
            return merged.stream().mapToInt(entry -> entry);
        }
    }
}
