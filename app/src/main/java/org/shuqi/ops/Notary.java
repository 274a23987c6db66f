package org.shuqi.ops;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shuqi.proof.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the log whenever enough was written or enough time has passed, if {@code shuqi.checkpoints.every} says how much;
 * and once more as the server stops.
 */
@Context
@Requires(property = "shuqi.checkpoints.every")
final class Notary {

    private static final Logger LOG = LoggerFactory.getLogger(Notary.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "shuqi-notary");
        thread.setDaemon(true);
        return thread;
    });

    private final Checkpoints checkpoints;
    private String told = "";

    Notary(
            Checkpoints checkpoints,
            @Property(name = "shuqi.checkpoints.every") Duration every,
            @Property(name = "shuqi.checkpoints.entries", defaultValue = "1000") long entries) {
        this.checkpoints = checkpoints;
        looks.scheduleWithFixedDelay(
                () -> sign(entries, every), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() throws InterruptedException {
        // never interrupted: an interrupt could close a file under the store
        looks.shutdown();
        if (!looks.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.warn("the notary did not end in a minute");
            return;
        }
        sign(1, Duration.ZERO);
    }

    /** What cannot be signed is tried again, and told once. */
    private void sign(long enough, Duration age) {
        try {
            checkpoints.signIfDue(enough, age);
            told = "";
        } catch (RuntimeException e) {
            if (!told.equals(e.toString())) {
                LOG.error("the log is not signed: {}", e.toString());
                told = e.toString();
            }
        }
    }
}
