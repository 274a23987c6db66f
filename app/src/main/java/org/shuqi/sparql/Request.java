package org.shuqi.sparql;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * What the protocols look at in a request: nothing else comes in, least of all the client's credentials.
 *
 * @param method GET, HEAD or POST
 * @param endpoint the address that was asked
 * @param hasQueryString whether there is anything behind a question mark
 * @param parameters those of the address, and those of a form
 * @param mediaType of the body, in lower case and without parameters; empty if the request does not say
 * @param accepted {@code Accept}; empty if the request does not say
 * @param body what was sent
 */
record Request(
        HttpMethod method,
        String endpoint,
        boolean hasQueryString,
        Map<String, List<String>> parameters,
        String mediaType,
        String accepted,
        byte[] body) {

    static final String FORM = "application/x-www-form-urlencoded";

    private static final int MOST_PARAMETERS = 1024;
    private static final byte[] NOTHING = new byte[0];

    static Request of(HttpRequest<?> http, byte @Nullable [] sent) {
        var headers = http.getHeaders();
        var query = http.getUri().getRawQuery();
        var mediaType = bare(headers.get(HttpHeaders.CONTENT_TYPE));
        var body = sent == null ? NOTHING : sent;
        return new Request(
                http.getMethod(),
                endpoint(http),
                query != null,
                parameters(query, mediaType.equals(FORM) ? new String(body, StandardCharsets.UTF_8) : null),
                mediaType,
                String.join(", ", headers.getAll(HttpHeaders.ACCEPT)),
                body);
    }

    private static String endpoint(HttpRequest<?> http) {
        var host = http.getHeaders().get(HttpHeaders.HOST);
        return "http://" + (host == null ? "localhost" : host) + http.getPath();
    }

    private static String bare(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> parameters(@Nullable String query, @Nullable String form) {
        if (form == null || form.isEmpty()) {
            return decoded(query);
        }
        var all = new LinkedHashMap<>(decoded(query));
        decoded(form).forEach((name, values) -> all.merge(name, values, Request::both));
        return all;
    }

    private static Map<String, List<String>> decoded(@Nullable String text) {
        // a semicolon is part of many a query, and separates nothing
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        try {
            return new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true).parameters();
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "参数的百分号编码有误：%s",
                    "the parameters are not percent-encoded as they should be: %s",
                    String.valueOf(malformed.getMessage()));
        }
    }

    private static List<String> both(List<String> some, List<String> others) {
        var both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    /** The values of a parameter, none if it is not there. */
    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Whether the parameter is there. */
    boolean has(String name) {
        return parameters.containsKey(name);
    }
}
