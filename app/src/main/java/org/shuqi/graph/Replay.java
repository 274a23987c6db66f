package org.shuqi.graph;

import org.shuqi.graph.ChangeLog.Position;

/** Brings a database to the head of the log. */
final class Replay {

    /** Quads after which a transaction is committed, so that a long replay shows progress and survives a crash. */
    private static final long BATCH = 200_000;

    private Replay() {}

    static void bring(Database database, ChangeLog log, Position applied, Faults faults) {
        try (var tail = log.tail(applied.revision())) {
            while (tail.hasNext()) {
                database.write(tdb -> {
                    var applying = new Applying(tdb, faults);
                    for (var quads = 0L; quads < BATCH && tail.hasNext(); ) {
                        quads += tail.next().quads();
                        applying.endsAt(tail.body(applying));
                    }
                });
            }
        }
    }
}
