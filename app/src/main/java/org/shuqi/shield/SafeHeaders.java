package org.shuqi.shield;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Tells browsers, on every response, to run and load nothing but what this service gave, to show it in no other page, and
 * to keep no copy. A route that has said something stricter, or that is public, keeps what it said.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class SafeHeaders implements Ordered {

    static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** One year, in seconds. */
    private static final String STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        // not no-referrer: with that a browser hides from us, too, that a form comes from our own page
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", POLICY);
        }
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
        if (request.isSecure()) {
            headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
        }
        var type = headers.get("Content-Type");
        if (type != null && type.startsWith("text/html")) {
            headers.set("X-Frame-Options", "DENY");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        }
    }
}
