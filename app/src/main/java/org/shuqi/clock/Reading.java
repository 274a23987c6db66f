package org.shuqi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.time.WorkingDays;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** One revision read for its clocks: rules, calendars and profiles are read once, records one by one. */
final class Reading {

    /** Properties that hold the status of a record. */
    private static final List<Node> STATUSES =
            List.of(Sq.requestStatus, Sq.caseStatus, Sq.entryStatus, Sq.agreementStatus);

    private final Facts facts;
    private final Calendars calendars;
    private final Regimes regimes;
    private final Parties parties;
    private final List<Rule> rules;

    Reading(Facts facts, Optional<String> profile, String baseIri) {
        this(facts, facts, profile, baseIri);
    }

    /**
     * The same with two ways to ask.
     *
     * @param facts asked about a record
     * @param frame asked about what is the same for many: rules, calendars, profiles, where organisations are
     */
    Reading(Facts facts, Facts frame, Optional<String> profile, String baseIri) {
        this.facts = facts;
        this.calendars = new Calendars(frame);
        this.regimes = new Regimes(frame, profile, baseIri);
        this.parties = new Parties(facts, frame);
        this.rules = Rule.all(frame);
    }

    /** When a clock began, and what is known besides. */
    private record Begun(Rule rule, Node record, Instant start, Parties.Found parties, Instant at) {}

    /** How long a clock runs, and how that came about. */
    private record Measured(
            TimeLimit.Basis basis, Optional<LocalDate> due, WorkingDays days, int extendedBy, List<Remark> remarks) {}

    /** The clocks of the record that had begun by the instant, by code. */
    List<TimeLimit> of(Node record, Instant at) {
        return of(record, Set.of(), at);
    }

    /** Those of these kinds; of all kinds if none is named. */
    List<TimeLimit> of(Node record, Set<String> codes, Instant at) {
        return rules.stream()
                .filter(rule -> codes.isEmpty() || codes.contains(rule.code()))
                .filter(rule -> facts.isA(record, rule.type()))
                .flatMap(rule -> limit(rule, record, at).stream())
                .toList();
    }

    /** Of which kinds the record may have clocks, by its classes alone. */
    Set<String> codes(Node record) {
        return rules.stream()
                .filter(rule -> facts.isA(record, rule.type()))
                .map(Rule::code)
                .collect(Collectors.toSet());
    }

    /** Every clock of these kinds; of all kinds if none is named. */
    Stream<TimeLimit> all(Instant at, Set<String> codes) {
        return rules.stream()
                .filter(rule -> codes.isEmpty() || codes.contains(rule.code()))
                .flatMap(rule -> candidates(rule).flatMap(record -> limit(rule, record, at).stream()));
    }

    /** Every record that may have a clock. */
    Stream<Node> records() {
        return rules.stream().flatMap(this::candidates).distinct();
    }

    /** Whether the record is among those. */
    boolean isTimed(Node record) {
        return rules.stream()
                .anyMatch(rule -> facts.isA(record, rule.type())
                        && (!rule.type().equals(Dcat.Dataset)
                                || rule.startedBy().stream().anyMatch(property -> !facts.all(record, property)
                                        .isEmpty())));
    }

    /** Of a country's entries only those are looked at that have what the clock starts by. */
    private Stream<Node> candidates(Rule rule) {
        return rule.type().equals(Dcat.Dataset)
                ? rule.startedBy().stream()
                        .flatMap(property -> facts.having(property, Node.ANY).stream())
                        .distinct()
                        .filter(record -> facts.isA(record, rule.type()))
                : facts.having(Rdf.type, rule.type()).stream();
    }

    private Optional<TimeLimit> limit(Rule rule, Node record, Instant at) {
        var start = start(rule, record).filter(instant -> !instant.isAfter(at));
        if (start.isEmpty() || isVoid(rule, record)) {
            return Optional.empty();
        }
        if (rule.when().isPresent() && !rule.when().get().holds(record, facts)) {
            return Optional.empty();
        }
        var begun = new Begun(rule, record, start.get(), parties.of(rule, record), at);
        return measured(begun).map(measured -> finished(begun, measured));
    }

    private Optional<Instant> start(Rule rule, Node record) {
        return rule.startedBy().stream()
                .flatMap(property -> facts.first(record, property).stream())
                .findFirst();
    }

    private boolean isVoid(Rule rule, Node record) {
        return rule.voidIn().stream()
                .anyMatch(status -> STATUSES.stream().anyMatch(property -> facts.says(record, property, status)));
    }

    private Optional<Measured> measured(Begun begun) {
        if (begun.rule().dueBy().isPresent()) {
            return dated(begun);
        }
        return begun.rule().yearsFrom().isPresent() ? inYears(begun) : counted(begun);
    }

    private Optional<Measured> dated(Begun begun) {
        var property = begun.rule().dueBy().orElseThrow();
        return facts.one(begun.record(), property)
                .flatMap(value -> lastDay(value, property))
                .map(due -> {
                    var basis = new TimeLimit.Basis(
                            begun.rule().iri(),
                            Optional.empty(),
                            Optional.empty(),
                            begun.rule().law(),
                            OptionalInt.empty(),
                            TimeLimit.Unit.DATE);
                    return new Measured(basis, Optional.of(due), calendars.in(first(begun)), 0, List.of());
                });
    }

    /** A validity ends at the start of its day, as everywhere; any other plain date is a day by which something is done. */
    private Optional<LocalDate> lastDay(Node value, Node property) {
        var day = Facts.day(Facts.lexical(value));
        if (day.isPresent()) {
            return day.map(date -> property.equals(Sq.validUntil) ? date.minusDays(1) : date);
        }
        return org.shuqi.time.Instants.parse(Facts.lexical(value), facts.zone())
                .map(instant -> facts.day(instant.minusNanos(1)));
    }

    private Optional<Measured> inYears(Begun begun) {
        var place = first(begun);
        var property = begun.rule().yearsFrom().orElseThrow();
        return regimes.saying(place, property).map(profile -> {
            var years = regimes.number(profile, property);
            var basis = new TimeLimit.Basis(
                    begun.rule().iri(),
                    Optional.of(profile),
                    Optional.empty(),
                    begun.rule().law(),
                    years,
                    TimeLimit.Unit.YEARS);
            var due = facts.day(begun.start()).plusYears(years.getAsInt());
            return new Measured(basis, Optional.of(due), calendars.in(place), 0, List.of());
        });
    }

    /** Of several places the one with the shortest limit. */
    private Optional<Measured> counted(Begun begun) {
        var places = begun.parties().divisions().isEmpty()
                ? List.of(Optional.<Node>empty())
                : begun.parties().divisions().stream().map(Optional::of).toList();
        return places.stream()
                .flatMap(place ->
                        regimes.limit(place, begun.rule().code()).stream().map(limit -> counted(begun, place, limit)))
                .min(Comparator.comparing((Measured each) -> each.due().orElse(LocalDate.MAX)));
    }

    private Measured counted(Begun begun, Optional<Node> place, Regimes.Limit limit) {
        var days = calendars.in(place);
        var rule = begun.rule();
        var terms = new Counting.Terms(
                limit.days(),
                limit.extensionDays(),
                limit.approver(),
                rule.needsNotice(),
                rule.pausable(),
                regimes.restarts(place));
        var result = Counting.count(
                days, facts.zone(), terms, facts.day(begun.start()), extensions(begun), supplements(begun));
        var law = limit.law().isEmpty() ? rule.law() : limit.law();
        var basis = new TimeLimit.Basis(
                rule.iri(),
                Optional.of(limit.profile()),
                Optional.of(limit.deadline()),
                law,
                OptionalInt.of(limit.days()),
                TimeLimit.Unit.WORKING_DAYS);
        return new Measured(basis, result.due(), days, result.extendedBy(), result.remarks());
    }

    /** Extensions that are not said to be of another clock, as known at the instant; delivery has none of the reply's. */
    private List<Counting.Extension> extensions(Begun begun) {
        var code = Sq.code("clock", begun.rule().code());
        var extensions = new ArrayList<Counting.Extension>();
        for (var node : facts.all(begun.record(), Sq.extension)) {
            var named = facts.all(node, Sq.clock);
            var mine = named.isEmpty() ? !begun.rule().code().equals("delivery") : named.contains(code);
            var approvedAt = facts.first(node, Sq.approvedAt);
            if (mine && approvedAt.filter(begun.at()::isBefore).isEmpty()) {
                extensions.add(new Counting.Extension(
                        facts.number(node, Sq.workingDays).stream().boxed().findFirst(),
                        facts.one(node, Sq.approvalRole).map(Facts::code),
                        !facts.all(node, Sq.approvedBy).isEmpty() && !facts.isFalse(node, Sq.approved),
                        approvedAt,
                        facts.first(node, Sq.notifiedAt).filter(told -> !told.isAfter(begun.at()))));
            }
        }
        return extensions;
    }

    private List<Counting.Supplement> supplements(Begun begun) {
        return facts.all(begun.record(), Sq.supplementNotice).stream()
                .flatMap(node -> facts.first(node, Sq.notifiedAt).stream()
                        .filter(told -> !told.isAfter(begun.at()))
                        .map(told -> new Counting.Supplement(
                                told, facts.first(node, Sq.suppliedAt).filter(at -> !at.isAfter(begun.at())))))
                .toList();
    }

    private TimeLimit finished(Begun begun, Measured measured) {
        var dueAt = measured.due()
                .map(day -> day.plusDays(1).atStartOfDay(facts.zone()).toInstant());
        var startedOn = facts.day(begun.start());
        return new TimeLimit(
                begun.rule().code(),
                begun.record(),
                begun.start(),
                startedOn,
                measured.basis(),
                begun.parties().responsible(),
                measured.due(),
                dueAt,
                stopped(begun),
                measured.extendedBy(),
                measured.basis().unit() == TimeLimit.Unit.WORKING_DAYS
                        && measured.days().isAssumed(startedOn, measured.due().orElse(startedOn)),
                measured.remarks(),
                begun.rule().violation(),
                new TimeLimit.Course(measured.days(), facts.zone(), begun.rule().lapses(), begun.at()));
    }

    /** The first stop that does not lie before the start, which would be that of an earlier round. */
    private Optional<Instant> stopped(Begun begun) {
        var said = begun.rule().stoppedBy().stream()
                .flatMap(property -> facts.instants(begun.record(), property).stream());
        var approved = begun.rule().stoppedByRole().stream()
                .flatMap(role -> facts.all(begun.record(), Sq.approval).stream()
                        .filter(approval -> facts.says(approval, Sq.approvalRole, role)))
                .flatMap(approval -> facts.instants(approval, Sq.approvedAt).stream());
        return Stream.concat(said, approved)
                .filter(instant -> !instant.isBefore(begun.start()) && !instant.isAfter(begun.at()))
                .min(Comparator.naturalOrder());
    }

    private static Optional<Node> first(Begun begun) {
        return begun.parties().divisions().stream().findFirst();
    }
}
