package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language of the caller: what the address names, what a browser was told to keep, what is asked for; Chinese first. */
public final class Tongue {

    /** The parameter that names a language, {@code zh} or {@code en}; and what a browser keeps it as. */
    public static final String PARAMETER = "lang";

    /** Where a browser keeps the language that was chosen last. */
    public static final String COOKIE = "shuqi-lang";

    private Tongue() {}

    /** By address, cookie and {@code Accept-Language}; a header that makes no sense counts as none. */
    public static Locale of(HttpRequest<?> request) {
        return chosen(request).or(() -> kept(request)).orElseGet(() -> wanted(request));
    }

    /** The language that the address names. */
    public static Optional<Locale> chosen(HttpRequest<?> request) {
        var query = request.getUri().getRawQuery();
        return query != null && query.contains(PARAMETER + "=")
                ? known(request.getParameters().get(PARAMETER))
                : Optional.empty();
    }

    private static Optional<Locale> kept(HttpRequest<?> request) {
        return request.getHeaders().contains("Cookie")
                ? request.getCookies().findCookie(COOKIE).flatMap(cookie -> known(cookie.getValue()))
                : Optional.empty();
    }

    private static Optional<Locale> known(@Nullable String name) {
        return "en".equals(name)
                ? Optional.of(Locale.ENGLISH)
                : "zh".equals(name) ? Optional.of(Locale.CHINESE) : Optional.empty();
    }

    private static Locale wanted(HttpRequest<?> request) {
        var header = request.getHeaders().get("Accept-Language");
        if (header == null || header.isBlank()) {
            return Locale.CHINESE;
        }
        try {
            for (var range : Locale.LanguageRange.parse(header)) {
                if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
                    return Locale.ENGLISH;
                }
                if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
                    return Locale.CHINESE;
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            // a lone hyphen makes the parser of the platform fall over its own array
            return Locale.CHINESE;
        }
        return Locale.CHINESE;
    }
}
