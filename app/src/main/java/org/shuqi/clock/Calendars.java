package org.shuqi.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.time.WorkingDays;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** The working calendars that the registry knows, put together for a division. */
final class Calendars {

    /** A holiday is not longer; a span with its ends in the wrong years is not counted out. */
    private static final int LONGEST_SPAN = 60;

    private final Facts facts;
    private final List<Calendar> calendars;
    private final Map<Optional<Node>, WorkingDays> known = new HashMap<>();

    /** One calendar as it was filed. */
    private record Calendar(Optional<Node> area, int year, String issued, String iri, WorkingDays.Layer layer) {}

    /** For what there can be only one calendar. */
    private record Place(Optional<Node> area, int year) {}

    Calendars(Facts facts) {
        this.facts = facts;
        this.calendars = newest(facts);
    }

    /** The working days of the division, with what holds in the whole country; without one, just that. */
    WorkingDays in(Optional<Node> division) {
        return known.computeIfAbsent(division, this::put);
    }

    /** The calendar that speaks for the area itself in the year. */
    Optional<Node> holding(Optional<Node> area, int year) {
        return calendars.stream()
                .filter(each -> each.area().equals(area) && each.year() == year)
                .map(each -> NodeFactory.createURI(each.iri()))
                .findFirst();
    }

    private WorkingDays put(Optional<Node> division) {
        var areas = new ArrayList<Optional<Node>>();
        division.map(facts::areas).orElse(List.of()).forEach(area -> areas.add(Optional.of(area)));
        areas.add(Optional.empty());
        var layers = new ArrayList<WorkingDays.Layer>();
        for (var area : areas) {
            calendars.stream().filter(each -> each.area().equals(area)).forEach(each -> layers.add(each.layer()));
        }
        // an area only adds to the country: a year of which just the area is known is not known
        var years = new HashSet<Integer>();
        calendars.stream().filter(each -> each.area().isEmpty()).forEach(each -> years.add(each.year()));
        return WorkingDays.of(layers, years);
    }

    /** The calendar of each area and year that was issued last. */
    private static List<Calendar> newest(Facts facts) {
        var newest = new LinkedHashMap<Place, Calendar>();
        facts.having(Rdf.type, Sq.WorkingCalendar).stream()
                .flatMap(iri -> read(iri, facts).stream())
                .sorted(Comparator.comparing(Calendar::issued).thenComparing(Calendar::iri))
                .forEach(each -> newest.put(new Place(each.area(), each.year()), each));
        return List.copyOf(newest.values());
    }

    private static Optional<Calendar> read(Node iri, Facts facts) {
        var year = facts.number(iri, Sq.calendarYear);
        if (year.isEmpty()) {
            return Optional.empty();
        }
        var issued = facts.one(iri, Dct.issued).map(Facts::lexical).orElse("");
        var layer = new WorkingDays.Layer(off(iri, year, facts), ofYear(facts.days(iri, Sq.makeUpDay), year));
        return Optional.of(
                new Calendar(facts.one(iri, Sq.jurisdiction), year.getAsInt(), issued, iri.toString(), layer));
    }

    private static Set<LocalDate> off(Node iri, OptionalInt year, Facts facts) {
        var off = new HashSet<LocalDate>();
        for (var span : facts.all(iri, Sq.holidaySpan)) {
            var first = facts.days(span, Sq.firstDay).stream().min(Comparator.naturalOrder());
            var last = facts.days(span, Sq.lastDay).stream().max(Comparator.naturalOrder());
            if (first.isPresent() && last.isPresent()) {
                first.get()
                        .datesUntil(
                                last.get().isBefore(first.get())
                                        ? first.get()
                                        : last.get().plusDays(1))
                        .limit(LONGEST_SPAN)
                        .forEach(off::add);
            }
        }
        return ofYear(off, year);
    }

    /** A calendar speaks of its own year only. */
    private static Set<LocalDate> ofYear(Set<LocalDate> days, OptionalInt year) {
        var own = new HashSet<>(days);
        own.removeIf(day -> day.getYear() != year.getAsInt());
        return own;
    }
}
