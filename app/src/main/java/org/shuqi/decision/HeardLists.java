package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The list questions as whoever asks may have them answered: rows about others are left out, and so are rows about data
 * whose entry they may not read. Totals count what is left.
 */
final class HeardLists implements Lists {

    private final Lists whole;
    private final Asker.Askers askers;
    private final BiFunction<OptionalLong, Asker, Admission> admissions;

    private final Tally tally;

    HeardLists(Lists whole, Asker.Askers askers, BiFunction<OptionalLong, Asker, Admission> admissions, Tally tally) {
        this.whole = whole;
        this.askers = askers;
        this.admissions = admissions;
        this.tally = tally;
    }

    @Override
    public void prepare() {
        whole.prepare();
    }

    /** What one asker may have of one list. */
    private record Seat(ListForm form, Admission admission, Cutting cutting, String recipient, String dataset) {

        /** Whether a row is kept: about the dataset that the form names, or about one whose entry may be read. */
        boolean keeps(String about, String receiver, List<String> others) {
            return about.equals(dataset)
                    ? admission.admits(about, receiver, others)
                    : admission.shows(about, receiver, others);
        }
    }

    /** The whole list for whom nothing is kept from, else what the cut leaves of it. */
    private <R> Rows<R> rows(ListForm form, Function<ListForm, Rows<R>> list, BiFunction<Seat, Rows<R>, Rows<R>> cut) {
        tally.listed();
        var asker = askers.asking(form.about().knownAt());
        if (asker.isUnbound()) {
            return list.apply(form);
        }
        var admission = admissions.apply(form.about().knownAt(), asker);
        var admitted = admission.list(form);
        var seat = new Seat(
                admitted,
                admission,
                new Cutting(asker),
                admission.recipient(admitted),
                admitted.about().dataset());
        return cut.apply(seat, list.apply(admitted));
    }

    @Override
    public Rows<Entry> recipients(ListForm form) {
        return rows(
                form,
                whole::recipients,
                (seat, rows) -> new Kept<>(
                        rows,
                        row -> seat.admission()
                                .admits(seat.dataset(), row.what().iri()),
                        row -> cut(row, seat)));
    }

    @Override
    public Rows<Entry> datasets(ListForm form) {
        return rows(
                form,
                whole::datasets,
                (seat, rows) -> new Kept<>(
                        rows, row -> seat.keeps(row.what().iri(), seat.recipient(), List.of()), row -> cut(row, seat)));
    }

    @Override
    public Rows<Holding> holdings(ListForm form) {
        return rows(
                form,
                whole::holdings,
                (seat, rows) -> new Kept<>(
                        rows,
                        row -> seat.keeps(row.dataset().iri(), seat.recipient(), List.of()),
                        row -> new Holding(
                                row.dataset(),
                                row.item(),
                                row.level(),
                                row.kinds(),
                                row.purposes(),
                                seat.cutting().shown(row.grants()),
                                row.validUntil())));
    }

    /** Recipient and dataset are named, so that the question is asked or refused as a whole. */
    @Override
    public Rows<Entry> purposes(ListForm form) {
        return rows(form, whole::purposes, (seat, rows) -> new Kept<>(rows, row -> true, row -> cut(row, seat)));
    }

    @Override
    public Rows<Entry> methods(ListForm form) {
        return rows(form, whole::methods, (seat, rows) -> new Kept<>(rows, row -> true, row -> cut(row, seat)));
    }

    @Override
    public Rows<Flow> matrix(ListForm form) {
        return rows(
                form,
                whole::matrix,
                (seat, rows) -> new Kept<>(
                        rows,
                        row -> seat.keeps(
                                row.dataset().iri(),
                                row.recipient().iri(),
                                List.of(row.provider().iri())),
                        row -> new Flow(
                                row.provider(),
                                row.recipient(),
                                row.dataset(),
                                row.purpose(),
                                row.method(),
                                row.items(),
                                row.level(),
                                seat.cutting().shown(row.basis()),
                                seat.cutting().shown(row.grants()),
                                row.validFrom(),
                                row.validUntil(),
                                seat.cutting().duties(row.duties()))));
    }

    @Override
    public Rows<Onward> onward(ListForm form) {
        return rows(
                form,
                whole::onward,
                (seat, rows) -> new Kept<>(
                        rows,
                        row -> seat.admission()
                                .admits(
                                        seat.dataset(),
                                        row.receiver().iri(),
                                        List.of(row.from().iri())),
                        row -> new Onward(
                                row.receiver(),
                                row.purpose(),
                                row.steps(),
                                row.from(),
                                row.path(),
                                seat.cutting().shown(row.grants()),
                                seat.cutting().shown(row.consents()),
                                seat.cutting().duties(row.duties()),
                                row.validUntil())));
    }

    /** Figures cannot be cut: they are given if nothing that is counted would be left out, and else refused. */
    @Override
    public Rows<Aggregate> aggregation(ListForm form) {
        return rows(form, whole::aggregation, (seat, rows) -> {
            if (!seat.admission().admits(seat.recipient())
                    || whole.holdings(seat.form()).all().anyMatch(row -> !seat.admission()
                            .admits(row.dataset().iri(), seat.recipient()))) {
                throw Admission.refusal(seat.form().about().recipient());
            }
            return rows;
        });
    }

    private static Entry cut(Entry row, Seat seat) {
        return new Entry(row.what(), row.purposes(), row.items(), seat.cutting().shown(row.grants()), row.validUntil());
    }

    /** The rows that are kept, each cut. */
    private record Kept<R>(Rows<R> whole, Predicate<R> isKept, UnaryOperator<R> cut) implements Rows<R> {

        @Override
        public long revision() {
            return whole.revision();
        }

        @Override
        public Instant at() {
            return whole.at();
        }

        @Override
        public long total() {
            return whole.all().filter(isKept).count();
        }

        @Override
        public Stream<R> page(long offset, long limit) {
            return whole.all().filter(isKept).skip(offset).limit(limit).map(cut);
        }
    }
}
