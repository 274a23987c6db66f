package org.shuqi.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.shuqi.graph.Snapshot;

/** Where the statutory time limits stood; counting working days is somebody else's work. */
@FunctionalInterface
public interface TimeLimits {

    /** Every time limit that had begun by the instant. */
    List<Limit> at(Snapshot now, Instant at);

    /**
     * One time limit of one record.
     *
     * @param clock code of the list {@code clock}
     * @param record whose
     * @param parties who answers for it
     * @param startedAt what it counts from
     * @param stoppedAt when it was done, if it was
     * @param overAt when its last day was over, exclusive; empty while it stands still
     * @param late whether it was not kept
     * @param used working days that it ran until it was done; empty while it runs
     * @param violation concept of the list {@code violation-code}, if running over is one
     */
    record Limit(
            String clock,
            Node record,
            List<Node> parties,
            Instant startedAt,
            Optional<Instant> stoppedAt,
            Optional<Instant> overAt,
            boolean late,
            OptionalInt used,
            Optional<Node> violation) {

        public Limit {
            parties = List.copyOf(parties);
        }
    }
}
