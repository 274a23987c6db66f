package org.shuqi.shield;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Caller;

/** Knows at once whom the gatekeeper would let in without asking for more. */
public interface Doorkeeper {

    /**
     * The caller, if the headers alone tell, and if they may call the route; empty also where the gatekeeper has to look
     * closer.
     *
     * @param peer where the connection comes from
     * @param route verb and path
     */
    Optional<Caller> caller(HttpHeaders headers, @Nullable InetAddress peer, String route);
}
