package org.shuqi.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shuqi.vocabulary.Sq;

/**
 * When a duty falls due.
 *
 * @param once on this day
 * @param every after each calendar period of so many months
 * @param within how long after such a period it may still be done
 * @param afterEnd how long after the end of the agreement
 */
record Schedule(Optional<LocalDate> once, Optional<Integer> every, Period within, Optional<Period> afterEnd) {

    private static final int YEAR = 12;

    static Schedule of(Said duty) {
        return new Schedule(
                duty.text(Sq.dueDate).flatMap(Schedule::day),
                duty.code(Sq.dueEvery).flatMap(Schedule::months),
                duty.text(Sq.dueWithin).flatMap(Schedule::period).orElse(Period.ZERO),
                duty.text(Sq.dueAfterEnd).flatMap(Schedule::period));
    }

    /**
     * One time that it falls due.
     *
     * @param due the last day for it; none for what is owed all the time
     * @param from first day of the period it is for
     * @param to last day of the period it is for
     */
    record Slot(Optional<LocalDate> due, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** Whether it is owed all the time and never at a date. */
    boolean isStanding() {
        return once.isEmpty() && every.isEmpty() && afterEnd.isEmpty();
    }

    /**
     * The times it falls due for who is bound so long, up to the period that runs on the day.
     *
     * @param ends whether the data are used no longer when the term ends
     */
    List<Slot> slots(Term term, LocalDate today, ZoneId zone, boolean ends) {
        var slots = new ArrayList<Slot>();
        var first = term.firstDay(zone);
        var last = term.lastDay(zone);
        if (isStanding() && !first.isAfter(today) && last.filter(today::isAfter).isEmpty()) {
            slots.add(new Slot(Optional.empty(), Optional.of(first), last));
        }
        once.filter(day -> !day.isBefore(first) && last.filter(day::isAfter).isEmpty())
                .ifPresent(day -> slots.add(new Slot(Optional.of(day), Optional.empty(), Optional.empty())));
        every.ifPresent(months -> {
            var start = periodOf(first, months);
            while (!start.isAfter(today) && last.filter(start::isAfter).isEmpty()) {
                var end = start.plusMonths(months).minusDays(1);
                slots.add(new Slot(Optional.of(end.plus(within)), Optional.of(start), Optional.of(end)));
                start = start.plusMonths(months);
            }
        });
        if (ends) {
            afterEnd.ifPresent(period -> last.ifPresent(
                    day -> slots.add(new Slot(Optional.of(day.plus(period)), Optional.empty(), Optional.empty()))));
        }
        return slots;
    }

    /** First day of the calendar period in which the day lies. */
    private static LocalDate periodOf(LocalDate day, int months) {
        var month = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }

    private static Optional<Integer> months(String code) {
        return switch (code) {
            case "month" -> Optional.of(1);
            case "quarter" -> Optional.of(YEAR / 4);
            case "half-year" -> Optional.of(YEAR / 2);
            case "year" -> Optional.of(YEAR);
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<Period> period(String text) {
        try {
            return Optional.of(Period.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
