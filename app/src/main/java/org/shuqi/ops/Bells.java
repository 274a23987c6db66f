package org.shuqi.ops;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Changes;
import org.shuqi.clock.Clocks;
import org.shuqi.duty.Duty;
import org.shuqi.graph.Store;
import org.shuqi.notice.Webhooks;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Search;
import org.shuqi.registry.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the clocks and at the webhooks from time to time, if {@code shuqi.duty.every} says how often; the command
 * {@code serve} does.
 */
@Context
@Requires(property = "shuqi.duty.every")
final class Bells {

    private static final Logger LOG = LoggerFactory.getLogger(Bells.class);
    private static final Caller SERVICE = new Caller("shuqi-duty", Set.of(Role.OPERATOR));
    private static final Duration DELIVERIES = Duration.ofSeconds(1);

    private final ScheduledExecutorService bells = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "shuqi-duty");
        thread.setDaemon(true);
        return thread;
    });

    Bells(
            Store store,
            Changes changes,
            Settings settings,
            Clocks clocks,
            Records records,
            @Property(name = "shuqi.webhooks.private", defaultValue = "false") boolean allowsPrivate,
            @Property(name = "shuqi.duty.every") Duration every) {
        var duty = new Duty(store, changes, clocks, settings.baseIri(), Duty.Ahead.USUAL, settings.clock());
        var webhooks = new Webhooks(store, settings.data(), allowsPrivate, settings.clock());
        // worked out before the first page needs it
        bells.execute(() -> tried(() -> prepare(store, clocks, settings)));
        bells.execute(() -> tried(() -> prepare(records)));
        ring(duty::look, every);
        ring(webhooks::deliver, DELIVERIES);
    }

    @PreDestroy
    void close() throws InterruptedException {
        // never interrupted: an interrupt could close a file under the store
        bells.shutdown();
        if (!bells.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.warn("the duty did not end in a minute");
        }
    }

    private static void prepare(Store store, Clocks clocks, Settings settings) {
        try (var now = store.read()) {
            clocks.due(now, Clocks.Filter.ALL.of(Set.of()), settings.clock().instant());
        }
    }

    /** How values are written of which lists are asked for most: all of them have to be read once. */
    private static void prepare(Records records) {
        for (var field : List.of("type", "publisher", "assignee", "assigner")) {
            records.list(RecordKind.LISTS, new Search(Map.of(field, List.of("-")), Optional.empty(), 0, 1));
        }
    }

    private void ring(Runnable work, Duration every) {
        bells.scheduleWithFixedDelay(() -> tried(work), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What went wrong this time may go right the next; a scheduler drops what throws. */
    private static void tried(Runnable work) {
        try {
            Acting.as(SERVICE, work);
        } catch (RuntimeException e) {
            LOG.warn("duty failed, will be tried again", e);
        }
    }
}
