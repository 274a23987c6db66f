package org.shuqi.sparql;

import java.util.concurrent.Semaphore;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Lets only so many queries run at once; one more is told to come back. */
final class Turns {

    private final int most;
    private final Semaphore free;

    Turns(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /** How many are running. */
    int taken() {
        return most - free.availablePermits();
    }

    void take(Runnable work) {
        if (!free.tryAcquire()) {
            throw Refusal.of(
                    Kind.OVERLOADED, "同时运行的查询过多；请稍后再试", "too many queries are running; come back in a few seconds");
        }
        try {
            work.run();
        } finally {
            free.release();
        }
    }
}
