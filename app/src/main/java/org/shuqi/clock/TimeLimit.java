package org.shuqi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.shuqi.time.WorkingDays;

/**
 * One clock of one record, as it stood at an instant.
 *
 * @param code which clock, from the code list {@code clock}
 * @param record whose
 * @param startedAt what it counts from
 * @param startedOn the day of that instant in the zone of the registry; not counted
 * @param basis how long it runs, and who says so
 * @param responsible who answers for it, sorted; empty if nobody can be found
 * @param dueOn its last day, inclusive; empty while it is paused
 * @param dueAt the instant at which that day is over, exclusive
 * @param stoppedAt when it was done
 * @param extendedBy working days by which it was extended
 * @param assumed whether the holidays of a year that it runs in are not known, so that only weekends were left out
 * @param remarks what did not count, and why
 * @param violation the violation that running over is, if it is one
 * @param course how it runs, and the instant
 */
public record TimeLimit(
        String code,
        Node record,
        Instant startedAt,
        LocalDate startedOn,
        Basis basis,
        List<Node> responsible,
        Optional<LocalDate> dueOn,
        Optional<Instant> dueAt,
        Optional<Instant> stoppedAt,
        int extendedBy,
        boolean assumed,
        List<Remark> remarks,
        Optional<Node> violation,
        Course course) {

    public TimeLimit {
        responsible = List.copyOf(responsible);
        remarks = List.copyOf(remarks);
    }

    /** What a length is counted in. */
    public enum Unit {
        WORKING_DAYS("working-days"),
        YEARS("years"),
        DATE("date");

        private final String code;

        Unit(String code) {
            this.code = code;
        }

        /** The word of the interface. */
        public String code() {
            return code;
        }
    }

    /**
     * How long, and who says so.
     *
     * @param rule the clock rule
     * @param profile the jurisdiction profile that gives the length
     * @param deadline the deadline of that profile
     * @param law the articles it rests on, sorted
     * @param length how many of the unit; empty if the record itself names the date
     * @param unit of the length
     */
    public record Basis(
            Node rule, Optional<Node> profile, Optional<Node> deadline, List<Node> law, OptionalInt length, Unit unit) {

        public Basis {
            law = List.copyOf(law);
        }
    }

    /**
     * How a clock runs.
     *
     * @param days the working days where it runs
     * @param zone in which a day begins
     * @param lapses whether running out is no delay
     * @param at the instant at which it is looked at
     */
    record Course(WorkingDays days, ZoneId zone, boolean lapses, Instant at) {}

    /** The same clock at another instant, if what is on record for it lies before both. */
    TimeLimit at(Instant instant) {
        return new TimeLimit(
                code,
                record,
                startedAt,
                startedOn,
                basis,
                responsible,
                dueOn,
                dueAt,
                stoppedAt,
                extendedBy,
                assumed,
                remarks,
                violation,
                new Course(course.days(), course.zone(), course.lapses(), instant));
    }

    /** Where it stands. */
    public State state() {
        if (stoppedAt.isPresent()) {
            return dueAt.filter(end -> !stoppedAt.get().isBefore(end)).isPresent() && !course.lapses()
                    ? State.MET_LATE
                    : State.MET;
        }
        if (dueAt.isEmpty()) {
            return State.PAUSED;
        }
        if (course.at().isBefore(dueAt.get())) {
            return State.RUNNING;
        }
        return course.lapses() ? State.MET : State.OVERDUE;
    }

    /**
     * Working days after today up to the last day; those gone since, negative, once it is over; for what was done counted
     * from the day of that.
     */
    public OptionalInt left() {
        if (dueOn.isEmpty()) {
            return OptionalInt.empty();
        }
        var due = dueOn.get();
        var today = stoppedAt.orElse(course.at()).atZone(course.zone()).toLocalDate();
        var days = course.days();
        return OptionalInt.of(today.isAfter(due) ? -days.between(due, today) : days.between(today, due));
    }

    /** Names this very clock: the same for as long as it runs, another once it is started anew or has another date. */
    public String key() {
        var since = basis.unit() == Unit.DATE ? dueOn.map(LocalDate::toString).orElse("") : startedAt.toString();
        return code + " " + record + " " + since;
    }
}
