package org.shuqi.login;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Caller;
import org.shuqi.shield.Doorkeeper;

/**
 * The callers whom the gatekeeper would let in by a key of ours, or as neighbours. Sessions, tokens of a provider,
 * certificates and whoever is to be refused are left to it.
 */
@Singleton
final class KnownCallers implements Doorkeeper {

    private final Credentials credentials;
    private final Neighbours neighbours;
    private final RouteRights routes;

    KnownCallers(Credentials credentials, Neighbours neighbours, RouteRights routes) {
        this.credentials = credentials;
        this.neighbours = neighbours;
        this.routes = routes;
    }

    @Override
    public Optional<Caller> caller(HttpHeaders headers, @Nullable InetAddress peer, String route) {
        return known(headers, peer).filter(caller -> routes.admits(route, caller));
    }

    private Optional<Caller> known(HttpHeaders headers, @Nullable InetAddress peer) {
        var authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (authorization == null) {
            return neighbours.isOne(peer, headers.get(HttpHeaderNames.HOST), headers.get(HttpHeaderNames.ORIGIN))
                    ? Optional.of(Caller.operator())
                    : Optional.empty();
        }
        return Credentials.key(authorization).filter(Providers::isToken).isPresent()
                ? Optional.empty()
                : credentials.keyHolder(authorization);
    }
}
