package org.shuqi.shield;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Makes whoever guesses credentials wait; one who has good ones, behind the same address, does not.
 *
 * <p>It stands before the gatekeeper, for only those see a refusal whom the request has passed before.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class Guesses implements Ordered {

    private final Allowances allowances;

    Guesses(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @ResponseFilter
    void count(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() == HttpStatus.UNAUTHORIZED.getCode()
                && Toll.caller(request).isEmpty()) {
            allowances.stranger(request);
        }
    }
}
