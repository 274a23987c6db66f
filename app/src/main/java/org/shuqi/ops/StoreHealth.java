package org.shuqi.ops;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.shuqi.graph.Store;

/** Ready when the store opens a snapshot: a registry that cannot read must not be asked. */
@Singleton
@Readiness
final class StoreHealth implements HealthIndicator {

    private final Store store;

    StoreHealth(Store store) {
        this.store = store;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(result());
    }

    private HealthResult result() {
        var result = HealthResult.builder("store");
        try (var snapshot = store.read()) {
            return result.status(HealthStatus.UP)
                    .details(Map.of("revision", snapshot.revision()))
                    .build();
        } catch (RuntimeException unreadable) {
            return result.status(HealthStatus.DOWN).exception(unreadable).build();
        }
    }
}
