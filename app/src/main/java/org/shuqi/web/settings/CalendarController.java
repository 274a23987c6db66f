package org.shuqi.web.settings;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Duty;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.settings.CalendarPage.Filled;

/** Shows which days are worked in a year, and changes single days after showing what would be due on another day by it. */
@Controller("/settings/calendars")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CalendarController {

    private static final int EARLIEST = 1949;
    private static final int LATEST = 2999;
    private static final int LONGEST_SPAN = 60;
    private static final int MOST_SHIFTS = 100;

    private final CalendarDesk desk;
    private final Records records;
    private final Store store;
    private final Screens screens;
    private final Settings settings;

    CalendarController(CalendarDesk desk, Records records, Store store, Screens screens, Settings settings) {
        this.desk = desk;
        this.records = records;
        this.store = store;
        this.screens = screens;
        this.settings = settings;
    }

    @Get
    HttpResponse<?> year(HttpRequest<?> request) {
        var place = place(parameter(request, "year"), parameter(request, "area"));
        try (var now = store.read()) {
            return show(request, HttpStatus.OK, place, Filled.NOTHING, List.of(), Optional.empty(), now);
        }
    }

    /** Shows what a change would bring about, or makes it. */
    @Post
    HttpResponse<?> change(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        Duty.require(caller, Role.STANDARDS_EDITOR);
        var place = place(posted.get("year"), posted.get("area"));
        var filled = new Filled(
                posted.get("act"), posted.get("first"), posted.get("last"), posted.get("zh"), posted.get("en"));
        var faults = new ArrayList<Fault>();
        var view = screens.view(request);
        var first = day("first", filled.first(), place, view, faults);
        var last = filled.last().isEmpty() ? first : day("last", filled.last(), place, view, faults);
        if (first.isPresent() && last.isPresent() && !isSpan(first.get(), last.get())) {
            faults.add(new Fault("last", view.t("settings.calendar.no-span", LONGEST_SPAN)));
        }
        if (!List.of("off", "work", "plain").contains(filled.act())) {
            faults.add(new Fault("act", view.t("settings.calendar.no-act")));
        }
        Year planned;
        try (var now = store.read()) {
            if (!faults.isEmpty()) {
                return show(request, HttpStatus.UNPROCESSABLE_ENTITY, place, filled, faults, Optional.empty(), now);
            }
            planned = planned(place, filled, first.orElseThrow(), last.orElseThrow(), now);
            if (!posted.get("do").equals("save")) {
                return show(request, HttpStatus.OK, place, filled, List.of(), Optional.of(planned), now);
            }
        }
        // what is written is read back, and that not as it was before
        desk.write(place, planned, caller);
        return Screens.to(
                "/settings/calendars?year=" + place.year() + (code(place).isEmpty() ? "" : "&area=" + code(place)));
    }

    private Year planned(CalendarDesk.Place place, Filled filled, LocalDate first, LocalDate last, Snapshot now) {
        var year = current(place, now);
        if (filled.act().equals("off")) {
            return year.off(first, last, new Text(filled.zh(), filled.en()));
        }
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            year = filled.act().equals("work") ? year.working(day) : year.without(day);
        }
        return year;
    }

    private Year current(CalendarDesk.Place place, Snapshot now) {
        return desk.holding(place, now)
                .map(calendar -> Year.of(calendar, now.union()))
                .orElseGet(Year::plain);
    }

    private static boolean isSpan(LocalDate first, LocalDate last) {
        return !last.isBefore(first) && last.isBefore(first.plusDays(LONGEST_SPAN));
    }

    private Optional<LocalDate> day(
            String field, String said, CalendarDesk.Place place, View view, List<Fault> faults) {
        try {
            var day = LocalDate.parse(said);
            if (day.getYear() == place.year()) {
                return Optional.of(day);
            }
        } catch (DateTimeException none) {
            // told like a day of another year
        }
        faults.add(new Fault(field, view.t("settings.calendar.no-day", said, place.year())));
        return Optional.empty();
    }

    private CalendarDesk.Place place(String year, String area) {
        var today = settings.clock().instant().atZone(settings.zone()).getYear();
        var wanted = year.isEmpty() ? today : year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0;
        if (wanted < EARLIEST || wanted > LATEST || !area.matches("[0-9]{0,12}")) {
            throw Refusal.of(Kind.MALFORMED, "没有 `%s` 年 `%s` 的日历", "there is no calendar of `%s` for `%s`", year, area);
        }
        return new CalendarDesk.Place(
                area.isEmpty() ? Optional.empty() : Optional.of(Sq.code("division", area)), wanted);
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            HttpStatus status,
            CalendarDesk.Place place,
            Filled filled,
            List<Fault> faults,
            Optional<Year> planned,
            Snapshot now) {
        var view = screens.view(request);
        var union = now.union();
        var where = new Where(records);
        var source = desk.holding(place, now)
                .map(node -> new Crumb(Said.name(union, node, view.language()), where.of(node, union)))
                .orElseGet(() -> new Crumb(Said.code(""), ""));
        var shifts = planned.map(year -> desk.shifts(place, year, now)).orElse(List.of()).stream()
                .limit(MOST_SHIFTS)
                .map(shift -> new CalendarPage.Shift(
                        Said.name(union, Sq.code("clock", shift.before().code()), view.language()),
                        new Crumb(
                                Said.name(union, shift.before().record(), view.language()),
                                where.of(shift.before().record(), union)),
                        shift.before().dueOn().map(view::date).orElse(""),
                        view.date(shift.to())))
                .toList();
        return screens.page(
                request,
                status,
                "settings/calendar.jte",
                new CalendarPage(
                        place.year(),
                        years(union, place.year()),
                        code(place),
                        areas(union, view),
                        source,
                        days(planned.orElseGet(() -> current(place, now)), view),
                        view.is(Role.STANDARDS_EDITOR),
                        filled,
                        faults,
                        shifts,
                        planned.isPresent()));
    }

    private static List<CalendarPage.Day> days(Year year, View view) {
        var days = new TreeMap<LocalDate, CalendarPage.Day>();
        for (var span : year.spans()) {
            var name = span.name().in(view.language());
            var isEnglish = view.isEnglish() && !span.name().en().isEmpty();
            for (var day = span.first(); !day.isAfter(span.last()); day = day.plusDays(1)) {
                days.put(day, day(day, Badge.Tone.PLAIN, "off", new Said(name, isEnglish ? "en" : "zh"), view));
            }
        }
        year.worked().forEach(day -> days.put(day, day(day, Badge.Tone.WARN, "work", Said.code(""), view)));
        return List.copyOf(days.values());
    }

    private static CalendarPage.Day day(LocalDate day, Badge.Tone tone, String kind, Said name, View view) {
        return new CalendarPage.Day(
                view.date(day),
                day.getDayOfWeek().name().toLowerCase(Locale.ROOT),
                new Badge(tone, new Said(view.t("settings.calendar." + kind), view.lang())),
                name);
    }

    private static List<Integer> years(Graph union, int wanted) {
        var years = new TreeSet<Integer>();
        years.add(wanted);
        years.add(wanted + 1);
        calendars(union).forEach(calendar -> G.listSP(union, calendar, Sq.calendarYear).stream()
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.matches("[0-9]{4}"))
                .forEach(text -> years.add(Integer.parseInt(text))));
        return List.copyOf(years);
    }

    private static List<CalendarPage.Area> areas(Graph union, View view) {
        var areas = new TreeMap<String, CalendarPage.Area>();
        calendars(union).forEach(calendar -> G.listSP(union, calendar, Sq.jurisdiction)
                .forEach(area -> areas.put(
                        area.getURI(),
                        new CalendarPage.Area(
                                area.getURI().replaceFirst(".*/", ""), Said.name(union, area, view.language())))));
        return List.copyOf(areas.values());
    }

    private static List<Node> calendars(Graph union) {
        return G.listPO(union, Rdf.type, Sq.WorkingCalendar);
    }

    private static String code(CalendarDesk.Place place) {
        return place.area().map(node -> node.getURI().replaceFirst(".*/", "")).orElse("");
    }

    private static String parameter(HttpRequest<?> request, String name) {
        return Optional.ofNullable(request.getParameters().get(name)).orElse("").strip();
    }
}
