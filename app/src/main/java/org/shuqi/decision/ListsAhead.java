package org.shuqi.decision;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does beforehand what the first list would have to do: at the start, and again after a change that upsets the order of the
 * entries. Rests ten times as long as it worked, so that it takes a tenth of one processor at most.
 */
public final class ListsAhead implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListsAhead.class);
    private static final Duration LEAST_REST = Duration.ofSeconds(5);
    private static final int REST = 10;

    private final Lists lists;
    private final Thread thread = new Thread(this::work, "lists-ahead");

    private ListsAhead(Lists lists) {
        this.lists = lists;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /** Begins, and goes on until it is closed. */
    public static ListsAhead of(Decisions decisions) {
        var ahead = new ListsAhead(decisions.lists());
        ahead.thread.start();
        return ahead;
    }

    private void work() {
        try {
            while (true) {
                var began = System.nanoTime();
                prepare();
                var worked = Duration.ofNanos(System.nanoTime() - began);
                Thread.sleep(LEAST_REST.plus(worked.multipliedBy(REST)).toMillis());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever asks for a list does it then, and hears of what is wrong. */
    private void prepare() {
        try {
            lists.prepare();
        } catch (RuntimeException e) {
            LOG.warn("could not prepare lists", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
