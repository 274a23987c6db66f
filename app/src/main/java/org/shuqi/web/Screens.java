package org.shuqi.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.shuqi.api.Tongue;
import org.shuqi.registry.Settings;

/** Answers requests with pages. */
@Singleton
public final class Screens {

    /** Scripts and styles only from here, no frames, forms only to here. */
    static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
            + " form-action 'self'";

    private final Templates templates;
    private final Settings settings;

    Screens(Templates templates, Settings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /** The reader, the language, and where we are. */
    public View view(HttpRequest<?> request) {
        return new View(request, settings.zone());
    }

    /**
     * A page, or a part of one.
     *
     * @param template below {@code src/main/jte}, such as {@code ask/ask.jte}
     * @param page what the template shows
     */
    public MutableHttpResponse<byte[]> page(HttpRequest<?> request, String template, Object page) {
        return page(request, HttpStatus.OK, template, page);
    }

    /** The same with another status, such as 422 for a form that has to be mended. */
    public MutableHttpResponse<byte[]> page(HttpRequest<?> request, HttpStatus status, String template, Object page) {
        var html = templates.draw(template, view(request), page);
        MutableHttpResponse<byte[]> response =
                HttpResponse.<byte[]>status(status).body(html.getBytes(StandardCharsets.UTF_8));
        response.contentType("text/html; charset=utf-8");
        response.header("Content-Security-Policy", POLICY);
        response.header("Cache-Control", "no-store");
        response.header("Vary", "Cookie, Accept-Language, HX-Request");
        Tongue.chosen(request).ifPresent(language -> response.header("Set-Cookie", kept(language)));
        return response;
    }

    /** For a year, and not for scripts. */
    private static String kept(Locale language) {
        return Tongue.COOKIE + "=" + language.getLanguage() + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax";
    }

    /** Sends the browser on after a write, so that reloading does not write again. */
    public static MutableHttpResponse<byte[]> to(String address) {
        return HttpResponse.<byte[]>status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .header("Cache-Control", "no-store");
    }
}
