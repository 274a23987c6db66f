package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import java.util.Locale;

/** The bare media type of a request body. */
final class MediaTypes {

    private MediaTypes() {}

    /** Lower case, without parameters; empty if the request does not say. */
    static String of(HttpRequest<?> request) {
        var header = request.getHeaders().get("Content-Type");
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
