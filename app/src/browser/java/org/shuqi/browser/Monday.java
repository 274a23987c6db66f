package org.shuqi.browser;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The clock of the city: it is the morning of Monday 1 June 2026 when the server starts, whatever day the tests run, so that
 * the same things are due each time.
 */
@Factory
@Requires(property = Monday.SWITCH)
final class Monday {

    static final String SWITCH = "shuqi.test.monday";

    private static final Instant MORNING = Instant.parse("2026-06-01T02:00:00Z");

    @Singleton
    @Replaces(Clock.class)
    Clock clock() {
        return Clock.offset(Clock.system(ZoneOffset.UTC), Duration.between(Instant.now(), MORNING));
    }
}
