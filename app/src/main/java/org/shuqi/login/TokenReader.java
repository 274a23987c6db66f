package org.shuqi.login;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.shuqi.access.Acting;

/**
 * Reads tokens of the OpenID provider before the gatekeeper asks. Checking one may mean to fetch the provider's keys, for which
 * the thread that reads requests must not wait; everything that is no such token passes without leaving that thread.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = "shuqi.openid.issuer")
final class TokenReader implements Ordered {

    private final Providers providers;
    private final ExecutorService others;

    TokenReader(Providers providers, @Named(TaskExecutors.BLOCKING) ExecutorService others) {
        this.providers = providers;
        this.others = others;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    CompletionStage<HttpRequest<?>> read(HttpRequest<?> request) {
        var authorization = request.getHeaders().get("Authorization");
        var token = authorization == null
                ? Optional.<String>empty()
                : Credentials.key(authorization).filter(Providers::isToken);
        return token.isEmpty()
                ? CompletableFuture.completedFuture(request)
                : CompletableFuture.supplyAsync(() -> known(request, token.get()), others);
    }

    private HttpRequest<?> known(HttpRequest<?> request, String token) {
        providers.bearer(token).ifPresent(caller -> request.setAttribute(Acting.ATTRIBUTE, caller));
        return request;
    }
}
