package org.shuqi.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import org.shuqi.graph.Store;

/** What the server counts, for Prometheus to collect. */
@Controller
final class MetricsController {

    private final PrometheusMeterRegistry meters;

    MetricsController(PrometheusMeterRegistry meters, Store store) {
        this.meters = meters;
        Gauge.builder("shuqi.revision", store, Store::revision)
                .description("newest committed revision of the registry")
                .strongReference(true)
                .register(meters);
    }

    @Get("/metrics")
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    String metrics() {
        return meters.scrape();
    }
}
