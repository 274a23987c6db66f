package org.shuqi.login;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Programs on the same machine, to which an operator may open the registry for development: the connection itself has to come
 * from loopback (what headers claim about the origin is not looked at), and it must not be a page of some other site in a
 * browser here, which its {@code Host} and {@code Origin} give away.
 */
@Singleton
final class Neighbours {

    private final boolean openOnLoopback;

    /** The last {@code Host} that was found to name this machine; callers hardly ever say another. */
    private volatile String knownHost = "";

    Neighbours(@Property(name = "shuqi.open-on-loopback", defaultValue = "false") boolean openOnLoopback) {
        this.openOnLoopback = openOnLoopback;
    }

    /** Whether whoever calls is one, and may come in. */
    boolean isOne(@Nullable InetAddress peer, @Nullable String host, @Nullable String origin) {
        return openOnLoopback
                && peer != null
                && peer.isLoopbackAddress()
                && isLoopbackHost(host)
                && (origin == null || isLoopbackName(origin));
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
                            || host.toLowerCase(Locale.ROOT).endsWith(".localhost")
                            || (host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")
                                    && InetAddress.getByName(host).isLoopbackAddress()));
        } catch (IllegalArgumentException | UnknownHostException malformed) {
            return false;
        }
    }
}
