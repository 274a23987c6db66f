package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import java.util.Locale;

/** The language of the caller: English if it is wanted more than Chinese, else Chinese. */
public final class Tongue {

    private Tongue() {}

    /** By {@code Accept-Language}; a header that makes no sense counts as none. */
    public static Locale of(HttpRequest<?> request) {
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
