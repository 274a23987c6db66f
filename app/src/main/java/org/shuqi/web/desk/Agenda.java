package org.shuqi.web.desk;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.State;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Snapshot;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** The open clocks of a revision, as they concern some offices. */
final class Agenda {

    private static final Set<State> OPEN = Set.of(State.RUNNING, State.PAUSED, State.OVERDUE);
    /** Properties by which an office takes part without answering for it. */
    private static final List<Node> PARTIES =
            List.of(Sq.requester, Sq.respondent, Sq.disputant, Sq.leadParty, Odrl.assignee, Odrl.assigner);

    /** What ends later is no work for now. */
    private static final int MONTHS = 3;
    /** So many working days before the last one, time is short. */
    private static final int SHORT = 2;

    private final View view;
    private final Graph registry;
    private final Where where;
    private final Set<Node> offices;
    private final LocalDate today;
    private final Function<Clocks.Filter, List<TimeLimit>> clocks;

    /**
     * Of some offices.
     *
     * @param at the instant, where the registry stands
     * @param offices whose; all if empty
     */
    Agenda(View view, Snapshot now, Where where, Clocks clocks, ZonedDateTime at, Set<Node> offices) {
        this.view = view;
        this.registry = now.union();
        this.where = where;
        this.offices = offices;
        this.today = at.toLocalDate();
        this.clocks = filter -> clocks.due(now, filter.standing(OPEN), at.toInstant());
    }

    /** A page of what these offices answer for. */
    DeskPage.Part due(int page) {
        return part(page, clocks.apply(Clocks.Filter.ALL.answeredBy(offices)));
    }

    /** A page of what others answer for, in matters that these offices take part in. */
    DeskPage.Part waiting(int page) {
        return part(
                page,
                offices.isEmpty()
                        ? List.of()
                        : clocks.apply(Clocks.Filter.ALL.of(concerned())).stream()
                                .filter(limit -> limit.responsible().stream().noneMatch(offices::contains))
                                .toList());
    }

    /** The records that name one of the offices, themselves or in a permission. */
    private Set<Node> concerned() {
        var found = new HashSet<Node>();
        offices.forEach(office -> PARTIES.forEach(property -> registry.find(Node.ANY, property, office)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(part -> {
                    found.add(part);
                    registry.find(Node.ANY, Odrl.permission, part)
                            .forEachRemaining(triple -> found.add(triple.getSubject()));
                })));
        return found;
    }

    private DeskPage.Part part(int page, List<TimeLimit> limits) {
        var pressing = limits.stream()
                .filter(limit ->
                        limit.dueOn().filter(day -> !day.isAfter(today)).isPresent())
                .count();
        var next = limits.stream()
                .flatMap(limit -> limit.dueOn().stream())
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .map(LocalDate::toString);
        var soon = limits.stream()
                .filter(limit -> limit.dueOn()
                        .filter(day -> day.isAfter(today.plusMonths(MONTHS)))
                        .isEmpty())
                .toList();
        var pager = new Pager(page, Pager.ROWS, soon.size());
        return new DeskPage.Part(
                soon.stream()
                        .skip(pager.before())
                        .limit(Pager.ROWS)
                        .map(this::row)
                        .toList(),
                pager,
                limits.size(),
                limits.size() - soon.size(),
                (int) pressing,
                next);
    }

    private DeskPage.Row row(TimeLimit limit) {
        var record = new Crumb(called(limit.record()), where.of(limit.record(), registry));
        return new DeskPage.Row(
                record,
                name(Sq.code("clock", limit.code())),
                badge(limit),
                limit.dueOn().map(LocalDate::toString).orElse(""),
                rule(limit.basis()),
                limit.responsible().stream().map(this::name).toList());
    }

    /** The articles, or the profile if it says so without one. */
    private List<Said> rule(TimeLimit.Basis basis) {
        var laws = basis.law().stream().map(this::name).toList();
        return laws.isEmpty()
                ? Stream.of(basis.profile())
                        .flatMap(Optional::stream)
                        .map(this::name)
                        .toList()
                : laws;
    }

    private Badge badge(TimeLimit limit) {
        var left = limit.left().orElse(0);
        return switch (limit.state()) {
            case OVERDUE -> new Badge(Badge.Tone.BAD, word("desk.left.over", -left));
            case PAUSED -> new Badge(Badge.Tone.PLAIN, Said.of(State.PAUSED.label(), view.language()));
            case RUNNING ->
                new Badge(
                        left <= SHORT ? Badge.Tone.WARN : Badge.Tone.PLAIN,
                        limit.dueOn().filter(today::equals).isPresent()
                                ? word("desk.left.today")
                                : word("desk.left.days", left));
            case MET, MET_LATE ->
                new Badge(Badge.Tone.GOOD, Said.of(limit.state().label(), view.language()));
        };
    }

    private Said word(String key, Object... arguments) {
        return new Said(view.t(key, arguments), view.lang());
    }

    /** A request has no title; what it is for says more than its number. */
    private Said called(Node record) {
        var name = name(record);
        return name.language().isEmpty()
                ? Said.literal(registry, record, Sq.usageScenario, view.language())
                        .map(said -> new Said(said.text() + " " + name.text(), said.language()))
                        .orElse(name)
                : name;
    }

    private Said name(Node thing) {
        return Said.name(registry, thing, view.language());
    }
}
