package org.shuqi.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The list questions at the size of a country: the two that most is asked of are answered sort by sort, the others, and what
 * names a provider, items or more than receiving, tuple by tuple.
 */
final class SortedLists implements Lists {

    private final EveryTuple tuples;
    private final Edition.Source editions;
    private final Clock clock;

    SortedLists(Edition.Source editions, Clock clock) {
        this.tuples = new EveryTuple(editions, clock, false);
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public Rows<Entry> recipients(ListForm form) {
        if (form.about().dataset().isBlank() || !form.about().recipient().isBlank()) {
            return tuples.recipients(form);
        }
        var census = census(form);
        if (census.about().manner().action() != Action.RECEIVE) {
            return tuples.recipients(form);
        }
        var recipients = new RecipientsOf(census);
        var chosen = recipients.places();
        var dataset = census.about().dataset().orElseThrow();
        return new Sorted<>(
                census,
                chosen.getLongCardinality(),
                offset -> recipients.from(chosen, offset),
                recipient -> EveryTuple.entry(census, recipient, census.asking(recipient, dataset)));
    }

    @Override
    public Rows<Entry> datasets(ListForm form) {
        var about = form.about();
        if (about.recipient().isBlank()
                || !about.dataset().isBlank()
                || !about.items().isEmpty()
                || about.provider().isPresent()) {
            return tuples.datasets(form);
        }
        var census = census(form);
        if (census.about().manner().action() != Action.RECEIVE) {
            return tuples.datasets(form);
        }
        var chosen = new EntriesFor(census).chosen();
        var recipient = census.about().recipient();
        return new Sorted<>(
                census,
                chosen.total(),
                chosen::from,
                dataset -> EveryTuple.entry(census, dataset, census.asking(recipient, census.dataset(dataset))));
    }

    private Census census(ListForm form) {
        return Census.of(editions.of(form.about().knownAt()), form, clock.instant(), false);
    }

    @Override
    public void prepare() {
        var index = editions.of(OptionalLong.empty()).index();
        index.sorts().sorts();
        index.bodies();
    }

    @Override
    public Rows<Entry> purposes(ListForm form) {
        return tuples.purposes(form);
    }

    @Override
    public Rows<Entry> methods(ListForm form) {
        return tuples.methods(form);
    }

    @Override
    public Rows<Holding> holdings(ListForm form) {
        return tuples.holdings(form);
    }

    @Override
    public Rows<Flow> matrix(ListForm form) {
        return tuples.matrix(form);
    }

    @Override
    public Rows<Onward> onward(ListForm form) {
        return tuples.onward(form);
    }

    @Override
    public Rows<Aggregate> aggregation(ListForm form) {
        return tuples.aggregation(form);
    }

    /**
     * Rows that are all chosen, and dressed only when they are read.
     *
     * @param census the question
     * @param total how many
     * @param from what was chosen, from a place on
     * @param dress makes a row
     * @param <R> a row
     */
    private record Sorted<R>(Census census, long total, LongFunction<IntStream> from, IntFunction<R> dress)
            implements Rows<R> {

        @Override
        public long revision() {
            return census.index().revision();
        }

        @Override
        public Instant at() {
            return census.about().at();
        }

        @Override
        public Stream<R> page(long offset, long limit) {
            return from.apply(offset).limit(limit).mapToObj(dress);
        }
    }
}
