package org.shuqi.shield;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.stream.Stream;

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

    private static final String NOT_KEPT = "no-store";

    /** What every response says, names and values by turns. */
    private static final List<String> ALWAYS = List.of(
            "X-Content-Type-Options",
            "nosniff",
            // not no-referrer: with that a browser hides from us, too, that a form comes from our own page
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** Names and values by turns, for data that have said nothing of their own. */
    static final CharSequence[] OF_DATA = ofData(List.of());

    /** The same, for what goes over TLS. */
    static final CharSequence[] OF_DATA_SECURE = ofData(List.of("Strict-Transport-Security", STRICT_TRANSPORT));

    private static CharSequence[] ofData(List<String> more) {
        return Stream.of(ALWAYS, List.of("Content-Security-Policy", POLICY, "Cache-Control", NOT_KEPT), more)
                .flatMap(List::stream)
                .map(AsciiString::of)
                .toArray(CharSequence[]::new);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        for (var at = 0; at < ALWAYS.size(); at += 2) {
            headers.set(ALWAYS.get(at), ALWAYS.get(at + 1));
        }
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", POLICY);
        }
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", NOT_KEPT);
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
