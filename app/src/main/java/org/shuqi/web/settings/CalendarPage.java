package org.shuqi.web.settings;

import java.util.List;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/**
 * The working days of a year.
 *
 * @param year which
 * @param years what else may be looked at
 * @param area code of the division; empty text for the whole country
 * @param areas which have calendars of their own, code and name
 * @param source the calendar that holds, with its page; both empty if there is none
 * @param days the days on which it departs from the week
 * @param mayChange whether the reader may change it
 * @param filled what was filled in
 * @param faults what is wrong with it
 * @param shifts what would be due on another day; only after it was asked for
 * @param asked whether it was asked for
 */
public record CalendarPage(
        int year,
        List<Integer> years,
        String area,
        List<Area> areas,
        Crumb source,
        List<Day> days,
        boolean mayChange,
        Filled filled,
        List<Fault> faults,
        List<Shift> shifts,
        boolean asked) {

    public CalendarPage {
        years = List.copyOf(years);
        areas = List.copyOf(areas);
        days = List.copyOf(days);
        faults = List.copyOf(faults);
        shifts = List.copyOf(shifts);
    }

    /** An area with calendars. */
    public record Area(String code, Said name) {}

    /**
     * A day.
     *
     * @param date as {@code 2026-10-01}
     * @param weekday end of the key of its word
     */
    public record Day(String date, String weekday, Badge kind, Said name) {}

    /**
     * A time limit that would end on another day.
     *
     * @param record whose
     */
    public record Shift(Said clock, Crumb record, String from, String to) {}

    /** What was filled in: {@code off}, {@code work} or {@code plain}; first and last day; names. */
    public record Filled(String act, String first, String last, String zh, String en) {

        static final Filled NOTHING = new Filled("off", "", "", "", "");
    }

    /** What is wrong with a field; empty text if nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }
}
