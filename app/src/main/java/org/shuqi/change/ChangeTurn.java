package org.shuqi.change;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.graph.Ledger;

/** A caller who waits with a change. */
final class ChangeTurn extends Turn<Receipt> {

    private final Change change;
    private Judge.@Nullable Verdict verdict;

    ChangeTurn(Change change, Caller caller) {
        super(caller, Duration.ofSeconds(30));
        this.change = change;
    }

    /** Whatever goes wrong here concerns this change alone: nothing has been written yet. */
    void consider(Judge judge, Ledger.Round round) {
        try {
            // the edit may look up what the caller may read
            verdict = Acting.as(caller(), () -> judge.consider(round, change, caller()));
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    void written(Instant at) {
        if (verdict != null) {
            succeed(verdict.receipt(at));
        }
    }
}
