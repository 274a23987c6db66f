package org.shuqi.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Sorts;

/**
 * The entries that a recipient may receive: one question for each sort of entries, kept for all recipients of whom the same
 * is known, and single questions about the entries that somebody grants, forbids or changes by name.
 */
final class EntriesFor {

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
            if (index.isBetweenSingles(norm)) {
                addPublishedBy(norm.scope().providers());
            }
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
        special.or(sorts.unclear());
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
            Object recipient, Ids purposes, Question.Manner manner, int region, boolean partial, int stretch) {}

    private Key key(int purpose) {
        var question = census.about();
        return new Key(
                sorts.traits(recipient),
                sorts.mentioned(index.broader(purpose)),
                question.manner(),
                question.region(),
                census.partial(),
                sorts.stretch(question.at()));
    }

    /** Asks about each sort, and about each entry that is in none, or that something may stop of which the sort does not tell. */
    private Sorts.Known ask(int purpose) {
        var published = sorts.publishedAt(census.about().at());
        var sampling = new Sampling(census, sorts, published, RoaringBitmap.or(special, sorts.restricted()), purpose);
        var flowing = flowing(sampling.holding());
        var undecided = sorts.together(sampling.undecided());
        var single = RoaringBitmap.and(sorts.restricted(), flowing);
        single.or(sorts.apart());
        undecided.or(RoaringBitmap.and(single, special));
        undecided.and(published);
        single.and(published);
        single.andNot(special);
        var places = RoaringBitmap.andNot(flowing, sorts.restricted());
        for (var place : single) {
            if (holds(sorts.entry(place), purpose)) {
                places.add(place);
            }
        }
        return new Sorts.Known(single.isEmpty() ? flowing : places, undecided);
    }

    /** Sorts that may flow, by number. */
    private record Flowing(BitSet sorts, int stretch) {}

    /** The published places of the sorts; many questions have the same. */
    private RoaringBitmap flowing(BitSet numbers) {
        var at = census.about().at();
        return sorts.kept(new Flowing(numbers, sorts.stretch(at)), () -> {
                    var places = sorts.together(numbers);
                    places.and(sorts.publishedAt(at));
                    return new Sorts.Known(places, new RoaringBitmap());
                })
                .places();
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
