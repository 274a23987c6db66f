package org.shuqi.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.State;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;

/**
 * Writes one finding for each time limit that was not kept, and one reminder for each that is about to run out.
 *
 * <p>What was written before is known by its name alone, which is made of the clock: a restart, a second server or a crash
 * between two writes can neither lose one nor write it twice. Source: Regulations on Government Data Sharing (Order 809),
 * articles 39 to 41.
 */
public final class Duty {

    private static final Caller WHO = new Caller("shuqi-duty", Set.of(Role.OPERATOR));

    private final Store store;
    private final Changes changes;
    private final Clocks clocks;
    private final Papers papers;
    private final Ahead ahead;
    private final Clock clock;

    /**
     * How long before the last day a reminder is written.
     *
     * @param counted working days, for time limits that are counted
     * @param dated working days, for dates that a record names itself
     */
    public record Ahead(int counted, int dated) {

        /** Two working days; twenty for dates. */
        public static final Ahead USUAL = new Ahead(2, 20);
    }

    /**
     * What one look has written.
     *
     * @param findings about time limits that were not kept
     * @param reminders of those about to run out
     */
    public record Written(int findings, int reminders) {}

    /**
     * For one registry.
     *
     * @param baseIri start of the instance IRIs, ends with {@code /}
     * @param clock what "now" is
     */
    public Duty(Store store, Changes changes, Clocks clocks, String baseIri, Ahead ahead, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.clocks = clocks;
        this.papers = new Papers(baseIri);
        this.ahead = ahead;
        this.clock = clock;
    }

    /** Looks at all clocks once and writes what is not written yet. */
    public Written look() {
        var at = clock.instant();
        var late = List.<TimeLimit>of();
        var soon = List.<TimeLimit>of();
        try (var now = store.read()) {
            var limits = clocks.due(now, Clocks.Filter.ALL, at);
            late = limits.stream()
                    .filter(Duty::isFinding)
                    .filter(limit -> !papers.isFiled(papers.finding(limit), now))
                    .toList();
            soon = limits.stream()
                    .filter(this::isSoon)
                    .filter(limit -> !papers.isFiled(papers.reminder(limit), now))
                    .toList();
        }
        late.forEach(limit -> file(limit, "time limit not kept: " + limit.code(), now -> finding(limit, at, now)));
        soon.forEach(
                limit -> file(limit, "time limit about to run out: " + limit.code(), now -> reminder(limit, at, now)));
        return new Written(late.size(), soon.size());
    }

    /** What to write is worked out again when the turn comes: the record may have moved on, or another have written it. */
    private void file(TimeLimit limit, String reason, org.shuqi.change.Edit edit) {
        changes.apply(new Change(reason + " " + limit.record(), OptionalLong.empty(), edit), WHO);
    }

    private Delta finding(TimeLimit seen, Instant at, Snapshot now) {
        return again(seen, at, now).filter(Duty::isFinding).toList().stream()
                .findFirst()
                .map(limit -> papers.finding(limit, at, now))
                .orElse(new Delta(List.of(), List.of()));
    }

    private Delta reminder(TimeLimit seen, Instant at, Snapshot now) {
        return again(seen, at, now).filter(this::isSoon).toList().stream()
                .findFirst()
                .map(limit -> papers.reminder(limit, at, now))
                .orElse(new Delta(List.of(), List.of()));
    }

    private java.util.stream.Stream<TimeLimit> again(TimeLimit seen, Instant at, Snapshot now) {
        return clocks.of(now, seen.record(), at).stream()
                .filter(limit -> limit.key().equals(seen.key()));
    }

    private static boolean isFinding(TimeLimit limit) {
        return limit.violation().isPresent() && limit.state().isLate();
    }

    private boolean isSoon(TimeLimit limit) {
        return limit.state() == State.RUNNING
                && switch (limit.basis().unit()) {
                    case WORKING_DAYS -> limit.left().orElse(Integer.MAX_VALUE) <= ahead.counted();
                    case DATE -> limit.left().orElse(Integer.MAX_VALUE) <= ahead.dated();
                    case YEARS -> false;
                };
    }
}
