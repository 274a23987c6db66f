package org.shuqi.sparql;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The time that a query has: it runs from before the query is planned, because planning may already be work. */
final class Deadline implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK = clock();

    private final Future<?> first;
    private final Future<?> last;

    private Deadline(Future<?> first, Future<?> last) {
        this.first = first;
        this.last = last;
    }

    private static ScheduledExecutorService clock() {
        var clock = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "sparql-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        // else a query would be remembered until its time is up, long after it has ended
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    static Deadline start(Limits limits, Runnable stop) {
        return new Deadline(after(limits.firstRow(), stop), after(limits.total(), stop));
    }

    private static Future<?> after(Duration time, Runnable stop) {
        return CLOCK.schedule(stop, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void firstRowIsThere() {
        first.cancel(false);
    }

    @Override
    public void close() {
        first.cancel(false);
        last.cancel(false);
    }
}
