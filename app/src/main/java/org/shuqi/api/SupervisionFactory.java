package org.shuqi.api;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.shuqi.audit.Trail;
import org.shuqi.clock.Clocks;
import org.shuqi.graph.Store;
import org.shuqi.record.Records;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.supervision.ClockLimits;
import org.shuqi.supervision.Supervision;
import org.shuqi.supervision.Tallies;

/** Puts supervision, the clocks and the trail of changes together for the doors that tell of them. */
@Factory
final class SupervisionFactory {

    /** The clocks of the registry, which remember what was read for as long as it holds, and show it to who may read it. */
    @Singleton
    Clocks clocks(Registry registry) {
        var settings = registry.settings();
        return new Clocks(settings.zone(), settings.profile(), settings.baseIri()).following(registry.store());
    }

    /** Stops counting when the service ends. */
    @Singleton
    @Bean(preDestroy = "close")
    Tallies tallies(Supervision supervision) {
        return supervision.tallies();
    }

    /** Who changed what; one for all doors, since it remembers which change is about which records. */
    @Singleton
    Trail trail(Registry registry) {
        return Trail.over(registry.store(), registry.rights());
    }

    @Singleton
    Supervision supervision(Store store, Records records, Clocks clocks, Settings settings) {
        return new Supervision(store, records, ClockLimits.of(clocks), settings.zone(), settings.clock());
    }
}
