package org.shuqi.graph;

import java.util.concurrent.atomic.AtomicLong;
import org.shuqi.graph.ChangeLog.Position;

/** Brings a database forward to a revision of the log. */
final class Replay {

    /** Quads after which a transaction is committed, so that a long replay is not lost to a crash. */
    private static final long BATCH = 200_000;

    private Replay() {}

    static void bring(Database database, ChangeLog log, Position applied, long upTo, Faults faults) {
        var reached = new AtomicLong(applied.revision());
        try (var tail = log.tail(applied.revision())) {
            while (reached.get() < upTo) {
                database.write(tdb -> {
                    var applying = new Applying(tdb, faults);
                    for (var quads = 0L; quads < BATCH && reached.get() < upTo; ) {
                        quads += tail.next().quads();
                        var position = tail.body(applying);
                        applying.endsAt(position);
                        reached.set(position.revision());
                    }
                });
            }
        }
    }
}
