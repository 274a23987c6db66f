package org.shuqi.web.settings;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.Delta;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.shuqi.access.Caller;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.State;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.record.Body;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Revision;
import org.shuqi.record.Terms;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * Changes the working days of a year. A calendar of this registry is changed itself; one that came with the program stays, and
 * one of this registry that was issued later takes its place, with all its days.
 */
@Singleton
final class CalendarDesk {

    private static final Set<State> OPEN = Set.of(State.RUNNING, State.PAUSED, State.OVERDUE);

    private final Records records;
    private final Store store;
    private final Settings settings;
    private final Clocks clocks;

    CalendarDesk(Records records, Store store, Settings settings) {
        this.records = records;
        this.store = store;
        this.settings = settings;
        this.clocks = new Clocks(settings.zone(), settings.profile(), settings.baseIri());
    }

    /** A time limit with the day it would end on. */
    record Shift(TimeLimit before, LocalDate to) {}

    /** A year of an area, or of the whole country. */
    record Place(Optional<Node> area, int year) {}

    /** The calendar that holds there. */
    Optional<Node> holding(Place place, Snapshot now) {
        return clocks.calendar(now, place.area(), place.year());
    }

    /** What the reader may read that would be due on another day, the earliest first. */
    List<Shift> shifts(Place place, Year planned, Snapshot now) {
        var registry = now.union();
        var at = settings.clock().instant();
        var filter = Clocks.Filter.ALL.standing(OPEN);
        var after = new HashMap<String, LocalDate>();
        clocks.due(plan(place, planned, now), filter, at)
                .forEach(limit -> limit.dueOn().ifPresent(day -> after.put(limit.key(), day)));
        var shifts = new ArrayList<Shift>();
        for (var limit : clocks.due(registry, filter, at)) {
            var to = after.get(limit.key());
            if (to != null && limit.dueOn().filter(day -> !day.equals(to)).isPresent()) {
                shifts.add(new Shift(limit, to));
            }
        }
        shifts.sort(Comparator.comparing(Shift::to));
        return shifts;
    }

    /** The registry as it would be. */
    private Graph plan(Place place, Year planned, Snapshot now) {
        var plan = new Delta(now.union());
        var own = holding(place, now).filter(this::isOwn);
        own.ifPresent(calendar -> departures(calendar, now.union()).find().forEachRemaining(plan::delete));
        (own.isPresent() ? planned.statements(own.get()) : calendar(fresh(place), place, planned, now))
                .find()
                .forEachRemaining(plan::add);
        return plan;
    }

    /** Writes it. */
    void write(Place place, Year planned, Caller caller) {
        var terms = new Terms("change working days of " + place.year(), OptionalLong.empty(), false, false, caller);
        Optional<Node> holding;
        List<Quad> quads;
        try (var now = store.read()) {
            holding = holding(place, now).filter(this::isOwn);
            quads = new ArrayList<>();
            if (holding.isEmpty()) {
                calendar(fresh(place), place, planned, now)
                        .find()
                        .forEachRemaining(triple -> quads.add(new Quad(Quad.defaultGraphIRI, triple)));
            }
        }
        if (holding.isEmpty()) {
            records.create(RecordKind.CALENDARS, new Body.Rdf(quads), terms);
            return;
        }
        Revision revision = (record, now) -> {
            var said = GraphFactory.createDefaultGraph();
            record.description().find().forEachRemaining(said::add);
            departures(record.iri(), record.description()).find().forEachRemaining(said::delete);
            planned.statements(record.iri()).find().forEachRemaining(said::add);
            return new Revision.Revised(said, new org.shuqi.graph.Delta(List.of(), List.of()));
        };
        records.revise(RecordKind.CALENDARS, records.id(RecordKind.CALENDARS, holding.get()), revision, terms);
    }

    private boolean isOwn(Node calendar) {
        return calendar.getURI().startsWith(records.baseIri());
    }

    private Node fresh(Place place) {
        var area =
                place.area().map(node -> node.getURI().replaceFirst(".*/", "-")).orElse("");
        return records.fresh(RecordKind.CALENDARS, place.year() + area);
    }

    /** What a calendar says of single days. */
    private static Graph departures(Node calendar, Graph registry) {
        var said = GraphFactory.createDefaultGraph();
        registry.find(calendar, Sq.makeUpDay, Node.ANY).forEachRemaining(said::add);
        registry.find(calendar, Sq.holidaySpan, Node.ANY).forEachRemaining(triple -> {
            said.add(triple);
            registry.find(triple.getObject(), Node.ANY, Node.ANY).forEachRemaining(said::add);
        });
        return said;
    }

    /** A calendar of this registry, issued after the one that has held so far. */
    private Graph calendar(Node calendar, Place place, Year planned, Snapshot now) {
        var said = planned.statements(calendar);
        said.add(calendar, Rdf.type, Sq.WorkingCalendar);
        said.add(
                calendar,
                Sq.calendarYear,
                NodeFactory.createLiteralDT(Integer.toString(place.year()), XSDDatatype.XSDinteger));
        place.area().ifPresent(area -> said.add(calendar, Sq.jurisdiction, area));
        said.add(calendar, Skos.prefLabel, NodeFactory.createLiteralLang(place.year() + " 年工作日历", "zh"));
        said.add(calendar, Skos.prefLabel, NodeFactory.createLiteralLang("working calendar of " + place.year(), "en"));
        var today = settings.clock().instant().atZone(settings.zone()).toLocalDate();
        var earlier = holding(place, now).flatMap(node -> G.listSP(now.union(), node, Dct.issued).stream()
                .filter(issued -> issued.getLiteralLexicalForm().matches("[0-9-]{10}"))
                .map(issued -> LocalDate.parse(issued.getLiteralLexicalForm()))
                .findFirst());
        var issued = earlier.filter(day -> !day.isBefore(today))
                .map(day -> day.plusDays(1))
                .orElse(today);
        said.add(calendar, Dct.issued, Year.literal(issued));
        return said;
    }
}
