package org.shuqi.change;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.shuqi.access.Caller;
import org.shuqi.graph.Ledger;
import org.shuqi.graph.Stamp;

/** A caller who waits with a load that has been read. */
final class LoadTurn extends Turn<LoadReceipt> {

    /** Threads that check a load; more would fight over the store. */
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final Load load;
    private final Ledger.Staging staging;

    LoadTurn(Load load, Caller caller, Ledger.Staging staging) {
        super(caller, Duration.ofHours(1));
        this.load = load;
        this.staging = staging;
    }

    /** Writes the load; the staging area is free again when this returns, not before. */
    LoadReceipt write(Ledger ledger, Guard guard) throws IOException {
        try (var bulk = ledger.open(staging)) {
            var judge = new LoadJudge(guard, load, bulk);
            judge.consider(THREADS);
            judge.requireSound();
            var count = bulk.count();
            if (count == 0) {
                return judge.receipt(bulk.revision(), Instant.now(), staging.read(), 0);
            }
            var at = bulk.commit(
                    new Stamp(caller().id(), load.reason(), OptionalLong.empty()),
                    written -> load.progress().at(Load.Phase.WRITE, written, count));
            return judge.receipt(bulk.revision() + 1, at, staging.read(), count);
        }
    }

    LoadReceipt rehearse(Ledger ledger, Guard guard) {
        try (var bulk = ledger.rehearsal(staging)) {
            var judge = new LoadJudge(guard, load, bulk);
            judge.consider(1);
            return judge.receipt(bulk.revision(), Instant.now(), staging.read(), bulk.count());
        }
    }
}
