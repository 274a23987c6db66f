package org.shuqi.login;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;

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

    private final Credentials credentials;
    private final SessionGate sessions;
    private final RouteRights routes;
    private final Neighbours neighbours;

    Gatekeeper(Credentials credentials, SessionGate sessions, RouteRights routes, Neighbours neighbours) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.routes = routes;
        this.neighbours = neighbours;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }

    /** Lets the request pass, or answers it. */
    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request, MutablePropagatedContext context) {
        if (PROBES.contains(request.getPath())) {
            return null;
        }
        var caller = credentials.caller(request);
        if (caller.isEmpty()) {
            var session = sessions.of(request);
            if (session.isPresent()) {
                caller = sessions.caller(session.get());
                request.setAttribute(Visitor.SESSION, session.get());
                sessions.name(session.get()).ifPresent(name -> request.setAttribute(Visitor.NAME, name));
                var elsewhere = sessions.check(request, session.get(), routes.isPage(request));
                if (elsewhere.isPresent()) {
                    return elsewhere.get();
                }
            }
        }
        if (caller.isEmpty() && isLocal(request)) {
            caller = Optional.of(Caller.operator());
        }
        if (caller.isPresent()) {
            request.setAttribute(Acting.ATTRIBUTE, caller.get());
            context.add(new Carried(caller.get()));
            routes.check(request, caller.get());
            return null;
        }
        return routes.isOpen(request) ? null : sessions.signInFirst(request);
    }

    private boolean isLocal(HttpRequest<?> request) {
        return neighbours.isOne(
                request.getRemoteAddress().getAddress(),
                request.getHeaders().get("Host"),
                request.getHeaders().get("Origin"));
    }
}
