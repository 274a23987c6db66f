package org.shuqi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shuqi.time.WorkingDays;

/**
 * Counts a time limit in working days: from the day after the start, with at most one extension and one notice of missing
 * material.
 *
 * <p>Source: Regulations on Government Data Sharing (Order 809), articles 17, 21, 22 and 26; that the first day is left out
 * follows the Civil Code, article 201. What the Order leaves open, the {@link Terms} say.
 */
final class Counting {

    private final WorkingDays calendar;
    private final ZoneId zone;
    private final Terms terms;
    private final LocalDate start;
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    private int days;
    private int extendedBy;
    private Optional<Pause> pause = Optional.empty();

    /**
     * What holds of a kind of time limit in a place.
     *
     * @param days its length
     * @param extensionDays most days by which it may be extended; 0 if it may not
     * @param approver role that approves the extension, if one is named
     * @param needsNotice whether the other party has to be told of the extension in time
     * @param pausable whether a notice of missing material stops it
     * @param restarts whether it starts anew once that was supplied; otherwise it goes on with what was left
     */
    record Terms(
            int days,
            int extensionDays,
            Optional<String> approver,
            boolean needsNotice,
            boolean pausable,
            boolean restarts) {}

    /** An extension as it was filed. */
    record Extension(
            Optional<Integer> days,
            Optional<String> role,
            boolean isApproved,
            Optional<Instant> approvedAt,
            Optional<Instant> notifiedAt) {

        /** When all was there that makes it hold. */
        Instant at() {
            return notifiedAt
                    .filter(told -> approvedAt.map(told::isAfter).orElse(true))
                    .or(() -> approvedAt)
                    .orElse(Instant.MAX);
        }
    }

    /** A notice of what is missing, and when it was supplied. */
    record Supplement(Instant notifiedAt, Optional<Instant> suppliedAt) {}

    /**
     * What came out.
     *
     * @param due the last day; empty while the clock is paused
     * @param extendedBy how many days of it are an extension
     * @param remarks what did not count
     */
    record Result(Optional<LocalDate> due, int extendedBy, List<Remark> remarks) {}

    /** Days used up before the clock stood still, and the day on which it went on. */
    private record Pause(int used, Optional<LocalDate> resumed) {}

    private Counting(WorkingDays calendar, ZoneId zone, Terms terms, LocalDate start) {
        this.calendar = calendar;
        this.zone = zone;
        this.terms = terms;
        this.start = start;
        this.days = terms.days();
    }

    /** Counts from the day of the start, which is itself left out; all that is given has happened. */
    static Result count(
            WorkingDays calendar,
            ZoneId zone,
            Terms terms,
            LocalDate start,
            List<Extension> extensions,
            List<Supplement> supplements) {
        var counting = new Counting(calendar, zone, terms, start);
        counting.follow(extensions, supplements);
        return new Result(counting.due(), counting.extendedBy, List.copyOf(counting.remarks));
    }

    /** Takes extensions and notices in the order in which they happened, since each is judged by the limit of its day. */
    private void follow(List<Extension> extensions, List<Supplement> supplements) {
        var steps = new ArrayList<Step>();
        extensions.forEach(each -> steps.add(new Step(each.at(), () -> extend(each))));
        supplements.forEach(each -> steps.add(new Step(each.notifiedAt(), () -> interrupt(each))));
        steps.sort(Comparator.comparing(Step::at));
        steps.forEach(step -> step.take().run());
    }

    private record Step(Instant at, Runnable take) {}

    private void extend(Extension asked) {
        var flaw = flaw(asked);
        if (flaw.isPresent()) {
            remarks.add(flaw.get());
            return;
        }
        var wanted = asked.days().orElse(terms.extensionDays());
        if (wanted > terms.extensionDays()) {
            remarks.add(Remark.EXTENSION_CUT);
        }
        extendedBy = Math.min(wanted, terms.extensionDays());
        days += extendedBy;
    }

    private Optional<Remark> flaw(Extension asked) {
        if (terms.extensionDays() == 0) {
            return Optional.of(Remark.NOT_EXTENDABLE);
        }
        if (!asked.isApproved() || asked.approvedAt().isEmpty()) {
            return Optional.of(Remark.NOT_APPROVED);
        }
        if (terms.approver().isPresent()
                && asked.role().isPresent()
                && !asked.role().equals(terms.approver())) {
            return Optional.of(Remark.WRONG_APPROVER);
        }
        if (terms.needsNotice() && asked.notifiedAt().isEmpty()) {
            return Optional.of(Remark.NOT_NOTIFIED);
        }
        if (extendedBy > 0) {
            return Optional.of(Remark.SECOND_EXTENSION);
        }
        var valid = terms.needsNotice() ? asked.at() : asked.approvedAt().orElseThrow();
        return isOver(valid) ? Optional.of(Remark.EXTENDED_TOO_LATE) : Optional.empty();
    }

    private void interrupt(Supplement notice) {
        if (!terms.pausable()) {
            return;
        }
        if (pause.isPresent()) {
            remarks.add(Remark.SECOND_NOTICE);
        } else if (isOver(notice.notifiedAt())) {
            remarks.add(Remark.NOTICE_TOO_LATE);
        } else {
            // the day of the notice is not used up: the clock stands from its morning
            var used = calendar.between(start, day(notice.notifiedAt()).minusDays(1));
            var resumed = notice.suppliedAt()
                    .map(at -> at.isBefore(notice.notifiedAt()) ? notice.notifiedAt() : at)
                    .map(this::day);
            pause = Optional.of(new Pause(terms.restarts() ? 0 : used, resumed));
        }
    }

    private boolean isOver(Instant at) {
        return due().filter(last -> day(at).isAfter(last)).isPresent();
    }

    private Optional<LocalDate> due() {
        return pause.isEmpty()
                ? Optional.of(calendar.after(start, days))
                : pause.get()
                        .resumed()
                        .map(day -> calendar.after(day, days - pause.get().used()));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
