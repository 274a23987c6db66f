package org.shuqi.login;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Caller;
import org.shuqi.account.Callers;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Decides who is calling before anything else looks at the request, and lets the whole request work for them.
 *
 * <p>A bearer key is the operator's or one that the registry has issued, wherever it comes from; a wrong one is refused
 * also where none is needed. Without a key, only what the world may see is open. An operator may open the registry to
 * programs on the same machine, for development: then the connection itself has to come from loopback (what headers claim
 * about the origin is not looked at), and it must not be a page of some other site in a browser here, which its
 * {@code Host} and {@code Origin} give away.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class Gatekeeper implements Ordered {

    /** Probes of an orchestrator have no key, and learn only whether the process is up. */
    private static final Set<String> PROBES = Set.of("/health/liveness", "/health/readiness");

    private static final String SCHEME = "bearer ";

    private final OperatorKey operator;
    private final Callers callers;
    private final RouteRights routes;
    private final boolean openOnLoopback;

    /** The last {@code Host} that was found to name this machine; callers hardly ever say another. */
    private volatile String knownHost = "";

    Gatekeeper(
            OperatorKey operator,
            Callers callers,
            RouteRights routes,
            @Property(name = "shuqi.open-on-loopback", defaultValue = "false") boolean openOnLoopback) {
        this.operator = operator;
        this.callers = callers;
        this.routes = routes;
        this.openOnLoopback = openOnLoopback;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }

    @RequestFilter
    void check(HttpRequest<?> request, MutablePropagatedContext context) {
        if (PROBES.contains(request.getPath())) {
            return;
        }
        var caller = caller(request);
        if (caller.isPresent()) {
            request.setAttribute(CallerBinder.ATTRIBUTE, caller.get());
            context.add(new Carried(caller.get()));
            routes.check(request, caller.get());
        } else if (!routes.isOpen(request)) {
            throw Refusal.of(
                    Kind.UNAUTHENTICATED,
                    "需要凭据；请以 `Authorization: Bearer {密钥}` 访问，首个密钥见数据目录中的 operator.key",
                    "a key is needed; send `Authorization: Bearer {key}`, the first key stands in operator.key in the data folder");
        }
    }

    private Optional<Caller> caller(HttpRequest<?> request) {
        var authorization = request.getHeaders().get("Authorization");
        if (authorization != null) {
            return Optional.of(holder(authorization));
        }
        return openOnLoopback && isLocal(request) ? Optional.of(Caller.operator()) : Optional.empty();
    }

    private Caller holder(String authorization) {
        if (authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var key = authorization.substring(SCHEME.length()).strip();
            var known = callers.byKey(key);
            if (known.isPresent()) {
                return known.get();
            }
            if (operator.is(key)) {
                return Caller.operator();
            }
        }
        throw Refusal.of(
                Kind.UNAUTHENTICATED,
                "凭据无效、已到期或者已吊销；请使用有效的密钥，首个密钥见数据目录中的 operator.key",
                "the key is wrong, has ended or was revoked; use one that holds, the first stands in operator.key in the data folder");
    }

    private boolean isLocal(HttpRequest<?> request) {
        var address = request.getRemoteAddress().getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            return false;
        }
        var origin = request.getHeaders().get("Origin");
        return isLoopbackHost(request.getHeaders().get("Host")) && (origin == null || isLoopbackName(origin));
    }

    private boolean isLoopbackHost(@Nullable String host) {
        if (host == null || host.equals(knownHost)) {
            return true;
        }
        var isLoopback = isLoopbackName("http://" + host);
        if (isLoopback) {
            knownHost = host;
        }
        return isLoopback;
    }

    /** Whether the address names this machine; looks nothing up. */
    private static boolean isLoopbackName(String address) {
        try {
            var host = URI.create(address).getHost();
            return host != null
                    && (host.equalsIgnoreCase("localhost")
                            || host.toLowerCase(java.util.Locale.ROOT).endsWith(".localhost")
                            || (host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")
                                    && InetAddress.getByName(host).isLoopbackAddress()));
        } catch (IllegalArgumentException | java.net.UnknownHostException malformed) {
            return false;
        }
    }
}
