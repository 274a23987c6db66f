package org.shuqi.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: keeps cookies, fills in forms, follows nothing by itself. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;

    Browser(String origin) {
        this.origin = origin;
    }

    HttpResponse<String> open(String address, String... headers) {
        var request = HttpRequest.newBuilder(at(address))
                .header("Accept", "text/html,*/*")
                .header("Accept-Language", "en");
        for (var at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return send(request.GET().build());
    }

    HttpResponse<String> post(String address, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(at(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html,*/*")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (var at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return send(request.build());
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/login", Map.of("name", name, "password", password));
    }

    /** The token in the forms of the page. */
    String token(String address) {
        var found = TOKEN.matcher(open(address).body());
        if (!found.find()) {
            throw new AssertionError("no form at " + address);
        }
        return found.group(1);
    }

    CookieManager cookies() {
        return cookies;
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private URI at(String address) {
        return address.startsWith("http") ? URI.create(address) : URI.create(origin + address);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
