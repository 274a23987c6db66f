package org.shuqi.ops;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shuqi.journal.Tallies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the journal what was counted, if {@code shuqi.journal.every} says how often; the command {@code serve} does. */
@Context
@Requires(property = "shuqi.journal.every")
final class Minutes {

    private static final Logger LOG = LoggerFactory.getLogger(Minutes.class);

    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "shuqi-journal");
        thread.setDaemon(true);
        return thread;
    });

    Minutes(Tallies tallies, @Property(name = "shuqi.journal.every") Duration every) {
        hand.scheduleWithFixedDelay(() -> write(tallies), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is still counted then is written as the registry closes. */
    @PreDestroy
    void close() throws InterruptedException {
        hand.shutdown();
        if (!hand.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.warn("the journal was not written in a minute");
        }
    }

    private static void write(Tallies tallies) {
        try {
            tallies.write();
        } catch (RuntimeException e) {
            LOG.error("the journal cannot be written, will be tried again", e);
        }
    }
}
