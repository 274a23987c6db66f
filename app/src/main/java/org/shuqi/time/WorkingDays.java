package org.shuqi.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, but for what calendars say of single days.
 *
 * <p>Knows no RDF and no area: somebody else reads the calendars that hold at a place, the most local first.
 */
public final class WorkingDays {

    /** Nothing known but weekends. */
    public static final WorkingDays WEEKENDS_ONLY = new WorkingDays(List.of(), Set.of());

    /** A year has at least so many working days; keeps a count from running on for ever. */
    private static final int MOST_DAYS_OFF_IN_A_ROW = 366;

    private final List<Layer> layers;
    private final Set<Integer> years;

    /**
     * Days on which one calendar departs from the week.
     *
     * @param off days that are not worked
     * @param worked days of a weekend, or of another calendar's holiday, that are worked
     */
    public record Layer(Set<LocalDate> off, Set<LocalDate> worked) {

        public Layer {
            off = Set.copyOf(off);
            worked = Set.copyOf(worked);
        }
    }

    private WorkingDays(List<Layer> layers, Set<Integer> years) {
        this.layers = List.copyOf(layers);
        this.years = Set.copyOf(years);
    }

    /**
     * The days of a place.
     *
     * @param layers its calendars; the first that says something of a day decides
     * @param years the years whose holidays are known
     */
    public static WorkingDays of(List<Layer> layers, Set<Integer> years) {
        return new WorkingDays(layers, years);
    }

    /** Whether the day is worked; within one calendar a day that is said to be both is worked. */
    public boolean isWorked(LocalDate day) {
        for (var layer : layers) {
            if (layer.worked().contains(day)) {
                return true;
            }
            if (layer.off().contains(day)) {
                return false;
            }
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * The last day of a period that begins on the day after the given one.
     *
     * @param count how many working days, 1 at least
     */
    public LocalDate after(LocalDate day, int count) {
        var at = day;
        var idle = 0;
        for (var left = count; left > 0; ) {
            at = at.plusDays(1);
            idle++;
            if (isWorked(at)) {
                left--;
                idle = 0;
            } else if (idle > MOST_DAYS_OFF_IN_A_ROW) {
                throw new IllegalArgumentException("a calendar without working days around " + day);
            }
        }
        return at;
    }

    /** How many working days there are after the first day, up to and including the last; 0 if there are none. */
    public int between(LocalDate after, LocalDate upTo) {
        var count = 0;
        for (var at = after.plusDays(1); !at.isAfter(upTo); at = at.plusDays(1)) {
            count += isWorked(at) ? 1 : 0;
        }
        return count;
    }

    /** Whether the holidays of some year between the two days, both included, are not known. */
    public boolean isAssumed(LocalDate from, LocalDate to) {
        for (var year = from.getYear(); year <= to.getYear(); year++) {
            if (!years.contains(year)) {
                return true;
            }
        }
        return false;
    }
}
