package org.shuqi.login;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The cookies of the pages. Over TLS their names begin with {@code __Host-}, which a browser takes only from this very host
 * over TLS, so that no neighbour can plant one.
 */
@Singleton
final class Cookies {

    static final String SESSION = "shuqi-session";
    static final String SIGNING_IN = "shuqi-signing-in";

    private static final String ONLY_THIS_HOST = "__Host-";

    private final boolean publicByTls;

    /** Behind a proxy that ends TLS, the public address says that browsers come by TLS. */
    Cookies(@Property(name = "shuqi.public-url") Optional<String> publicUrl) {
        this.publicByTls = publicUrl.filter(url -> url.startsWith("https://")).isPresent();
    }

    Optional<String> read(HttpRequest<?> request, String name) {
        return request.getHeaders().contains("Cookie")
                ? request.getCookies().findCookie(name(request, name)).map(cookie -> cookie.getValue())
                : Optional.empty();
    }

    /** As the value of {@code Set-Cookie}; ends with the browser. */
    String set(HttpRequest<?> request, String name, String value) {
        return name(request, name) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax"
                + (isTls(request) ? "; Secure" : "");
    }

    /** As the value of {@code Set-Cookie}; takes it away. */
    String clear(HttpRequest<?> request, String name) {
        return set(request, name, "") + "; Max-Age=0";
    }

    private String name(HttpRequest<?> request, String name) {
        return isTls(request) ? ONLY_THIS_HOST + name : name;
    }

    private boolean isTls(HttpRequest<?> request) {
        return publicByTls || request.isSecure();
    }
}
