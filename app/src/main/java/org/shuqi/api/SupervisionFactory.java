package org.shuqi.api;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.shuqi.clock.Clocks;
import org.shuqi.graph.Store;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.supervision.ClockLimits;
import org.shuqi.supervision.Supervision;

/** Puts supervision together for the doors that tell of it. */
@Factory
final class SupervisionFactory {

    @Singleton
    Supervision supervision(Store store, Records records, Settings settings) {
        var clocks = new Clocks(settings.zone(), settings.profile(), settings.baseIri());
        return new Supervision(store, records, ClockLimits.of(clocks), settings.zone(), settings.clock());
    }
}
