package org.shuqi.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.signature.StampSettings;
import org.shuqi.signature.Stamping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an authority stamp signatures, if {@code shuqi.stamps.address} names one; otherwise nobody is asked. */
@Factory
@Requires(property = "shuqi.stamps.address")
final class Stamps {

    private static final Logger LOG = LoggerFactory.getLogger(Stamps.class);

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "shuqi-stamps");
        thread.setDaemon(true);
        return thread;
    });

    /** As the operator has set it; a fault in the settings is told at the start. */
    @Context
    @Bean(typed = Stamping.class)
    Stamping stamping(
            Registry registry,
            Changes changes,
            Settings settings,
            MeterRegistry meters,
            @Property(name = "shuqi.stamps.address") URI address,
            @Property(name = "shuqi.stamps.authorities") Optional<Path> authorities,
            @Property(name = "shuqi.stamps.policy") Optional<String> policy,
            @Property(name = "shuqi.stamps.patience", defaultValue = "PT10S") Duration patience,
            @Property(name = "shuqi.stamps.every", defaultValue = "PT10S") Duration every) {
        var trusted = authorities.orElseThrow(() -> Refusal.of(
                Kind.UNUSABLE,
                "设置了时间戳机构，还须以 shuqi.stamps.authorities 给出其证书文件",
                "a time-stamping authority is set; name the file of its certificates in shuqi.stamps.authorities too"));
        var stamping = Stamping.of(
                registry.store(),
                changes,
                new StampSettings(address, trusted, policy, patience),
                settings.clock(),
                settings.zone());
        Gauge.builder("shuqi.stamps.waiting", stamping, Stamping::waiting)
                .description("digital signatures that wait for a time stamp")
                .strongReference(true)
                .register(meters);
        looks.scheduleWithFixedDelay(() -> tried(stamping), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return stamping;
    }

    @PreDestroy
    void close() throws InterruptedException {
        // never interrupted: an interrupt could close a file under the store
        looks.shutdown();
        if (!looks.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.warn("the stamps did not end in a minute");
        }
    }

    private static void tried(Stamping stamping) {
        try {
            Acting.as(Caller.operator(), stamping::look);
        } catch (RuntimeException e) {
            LOG.warn("looking for signatures without a time stamp failed, will be tried again", e);
        }
    }
}
