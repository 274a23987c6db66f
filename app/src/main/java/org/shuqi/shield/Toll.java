package org.shuqi.shield;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Optional;
import java.util.Set;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;

/**
 * Takes from the allowance of whoever asks, once it is known who that is.
 *
 * <p>A single access evaluation takes microseconds and is counted as a request, no more. Of all others the time is taken
 * too, until the response begins; queries are charged by the room that runs them.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class Toll implements Ordered {

    private static final String BEGAN = "org.shuqi.began";

    private static final Set<String> PROBES = Set.of("/health/liveness", "/health/readiness");
    private static final Set<String> QUICK = Set.of("/access/v1/evaluation", "/sparql", "/data");

    private final Allowances allowances;

    Toll(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    /** Whom the gatekeeper let in. */
    static Optional<Caller> caller(HttpRequest<?> request) {
        return request.getAttribute(Acting.ATTRIBUTE, Caller.class);
    }

    @RequestFilter
    void take(HttpRequest<?> request) {
        var caller = caller(request);
        if (caller.isPresent()) {
            if (!caller.get().isOperator()) {
                allowances.request(caller.get());
                begin(request);
            }
        } else if (!PROBES.contains(request.getPath())) {
            allowances.stranger(request);
        }
    }

    private static void begin(HttpRequest<?> request) {
        if (!QUICK.contains(request.getPath())) {
            request.setAttribute(BEGAN, System.nanoTime());
        }
    }

    @ResponseFilter
    void settle(HttpRequest<?> request) {
        request.getAttribute(BEGAN, Long.class)
                .ifPresent(began -> allowances.worked(caller(request).orElseThrow(), System.nanoTime() - began));
    }
}
