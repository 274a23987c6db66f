package org.shuqi.sparql;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Lets only so many queries run at once. As many more wait a little for their turn, so that a burst of short queries is
 * served; what is beyond that, or has waited long enough, is told to come back.
 */
final class Turns {

    private final int most;
    private final Duration patience;
    private final Semaphore free;
    private final Semaphore seats;

    Turns(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
        this.free = new Semaphore(most, true);
        this.seats = new Semaphore(most);
    }

    /** How many are running. */
    int taken() {
        return most - free.availablePermits();
    }

    void take(Runnable work) {
        if (!free.tryAcquire() && !waited()) {
            throw Refusal.of(
                    Kind.OVERLOADED, "同时运行的查询过多；请稍后再试", "too many queries are running; come back in a few seconds");
        }
        try {
            work.run();
        } finally {
            free.release();
        }
    }

    private boolean waited() {
        if (!seats.tryAcquire()) {
            return false;
        }
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            seats.release();
        }
    }
}
