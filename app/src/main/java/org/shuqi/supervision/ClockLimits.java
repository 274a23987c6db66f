package org.shuqi.supervision;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Snapshot;

/** The time limits of the clocks. */
public final class ClockLimits implements TimeLimits {

    private final Clocks clocks;

    private ClockLimits(Clocks clocks) {
        this.clocks = clocks;
    }

    /** Those of these clocks. */
    public static TimeLimits of(Clocks clocks) {
        return new ClockLimits(clocks);
    }

    @Override
    public List<Limit> at(Snapshot now, Instant at) {
        return clocks.due(now, Clocks.Filter.ALL, at).stream()
                .map(ClockLimits::limit)
                .toList();
    }

    private static Limit limit(TimeLimit limit) {
        return new Limit(
                limit.code(),
                limit.record(),
                limit.responsible(),
                limit.startedAt(),
                limit.stoppedAt(),
                limit.dueAt(),
                limit.state().isLate(),
                used(limit),
                limit.violation());
    }

    /** The days that it ran: its length less what was left when it was done. */
    private static OptionalInt used(TimeLimit limit) {
        var length = limit.basis().length();
        return limit.stoppedAt().isPresent()
                        && limit.left().isPresent()
                        && length.isPresent()
                        && limit.basis().unit() == TimeLimit.Unit.WORKING_DAYS
                ? OptionalInt.of(
                        length.getAsInt() + limit.extendedBy() - limit.left().getAsInt())
                : OptionalInt.empty();
    }
}
