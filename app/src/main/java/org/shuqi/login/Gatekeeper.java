package org.shuqi.login;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Decides who is calling before anything else looks at the request.
 *
 * <p>A bearer key has to be the operator's, wherever it comes from. Without a key only a program on this machine is let
 * in: the connection itself has to come from loopback (what headers claim about the origin is not looked at), and it must
 * not be a page of some other site in a browser here, which its {@code Host} and {@code Origin} give away.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class Gatekeeper implements Ordered {

    /** Probes of an orchestrator have no key, and learn only whether the process is up. */
    private static final Set<String> OPEN = Set.of("/health/liveness", "/health/readiness");

    private static final String SCHEME = "bearer ";

    private final OperatorKey key;

    /** The last {@code Host} that was found to name this machine; callers hardly ever say another. */
    private volatile String knownHost = "";

    Gatekeeper(OperatorKey key) {
        this.key = key;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (OPEN.contains(request.getPath())) {
            return;
        }
        var authorization = request.getHeaders().get("Authorization");
        if (authorization == null ? isLocal(request) : holdsKey(authorization)) {
            request.setAttribute(CallerBinder.ATTRIBUTE, Caller.operator());
            return;
        }
        throw authorization == null
                ? Refusal.of(
                        Kind.UNAUTHENTICATED,
                        "需要凭据；请以 `Authorization: Bearer {operator.key}` 访问",
                        "a key is needed; send `Authorization: Bearer {operator.key}`")
                : Refusal.of(
                        Kind.UNAUTHENTICATED,
                        "凭据无效；请使用数据目录中 operator.key 的内容",
                        "the key is wrong; use what stands in operator.key in the data folder");
    }

    private boolean holdsKey(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && key.is(authorization.substring(SCHEME.length()).strip());
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
