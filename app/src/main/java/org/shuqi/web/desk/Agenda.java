package org.shuqi.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.State;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Snapshot;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** The open clocks of a revision, as they concern some offices. */
final class Agenda {

    private static final Set<State> OPEN = Set.of(State.RUNNING, State.PAUSED, State.OVERDUE);
    /** Properties by which an office takes part without answering for it. */
    private static final List<Node> PARTIES =
            List.of(Sq.requester, Sq.respondent, Sq.disputant, Sq.leadParty, Odrl.assignee, Odrl.assigner);

    private static final int SHOWN = 50;
    /** What ends later is no work for now. */
    private static final int MONTHS = 3;
    /** So many working days before the last one, time is short. */
    private static final int SHORT = 2;

    private final View view;
    private final Graph registry;
    private final Where where;
    private final Set<Node> offices;
    private final LocalDate today;
    private final List<TimeLimit> open;

    /** @param offices whose; all if empty */
    Agenda(View view, Snapshot now, Records records, Settings settings, Set<Node> offices) {
        this.view = view;
        this.registry = now.union();
        this.where = new Where(records);
        this.offices = offices;
        var at = settings.clock().instant();
        this.today = at.atZone(settings.zone()).toLocalDate();
        this.open = new Clocks(settings.zone(), settings.profile(), settings.baseIri())
                .due(now, Clocks.Filter.ALL.standing(OPEN), at);
    }

    /** What these offices answer for. */
    DeskPage.Part due() {
        return part(open.stream().filter(this::isOurs).toList());
    }

    /** What others answer for, in matters that these offices take part in. */
    DeskPage.Part waiting() {
        return part(
                offices.isEmpty()
                        ? List.of()
                        : open.stream()
                                .filter(limit -> !isOurs(limit) && concerns(limit.record()))
                                .toList());
    }

    private boolean isOurs(TimeLimit limit) {
        return offices.isEmpty() || limit.responsible().stream().anyMatch(offices::contains);
    }

    private boolean concerns(Node record) {
        var parts = new ArrayList<>(List.of(record));
        registry.find(record, Odrl.permission, Node.ANY).forEachRemaining(triple -> parts.add(triple.getObject()));
        return parts.stream().anyMatch(part -> PARTIES.stream()
                .anyMatch(property -> offices.stream().anyMatch(office -> registry.contains(part, property, office))));
    }

    private DeskPage.Part part(List<TimeLimit> limits) {
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
        return new DeskPage.Part(
                soon.stream().limit(SHOWN).map(this::row).toList(),
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
