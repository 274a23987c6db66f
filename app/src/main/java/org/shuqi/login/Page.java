package org.shuqi.login;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.shuqi.problem.Text;

/** A page as plain HTML, which needs no script, no picture and no other site. */
final class Page {

    /** Nothing is loaded but the one style sheet, nothing is sent but to here, and nobody frames it. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';" + " frame-ancestors 'none'";

    private final Locale language;
    private final StringBuilder html = new StringBuilder();

    private Page(Locale language) {
        this.language = language;
    }

    /** A page in the language of the request, with its heading. */
    static Page of(HttpRequest<?> request, Text title) {
        var page = new Page(language(request));
        page.html
                .append("<!DOCTYPE html><html lang=\"")
                .append(page.language.getLanguage())
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(title.in(page.language)))
                .append(" · 数契 Shuqi</title><link rel=\"stylesheet\" href=\"/sign-in.css\"></head><body><main>");
        return page.tag("h1", title);
    }

    /** Chinese, unless English is what the reader chose last or asks for first. */
    private static Locale language(HttpRequest<?> request) {
        var wanted = request.getParameters().get("lang");
        var kept = request.getHeaders().contains("Cookie")
                ? request.getCookies()
                        .findCookie("shuqi-lang")
                        .map(cookie -> cookie.getValue())
                        .orElse(null)
                : null;
        var header = request.getHeaders().get("Accept-Language");
        var first = wanted != null ? wanted : kept != null ? kept : header == null ? "" : header.strip();
        return first.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** An element with nothing but text. */
    Page tag(String name, Text text) {
        return tag(name, text.in(language));
    }

    Page tag(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    /** What went wrong, read out at once by a screen reader. */
    Page alert(Text text) {
        html.append("<p role=\"alert\">").append(escaped(text.in(language))).append("</p>");
        return this;
    }

    Page opens(String name) {
        html.append('<').append(name).append('>');
        return this;
    }

    Page closes(String name) {
        html.append("</").append(name).append('>');
        return this;
    }

    Page link(String address, Text text) {
        html.append("<a href=\"")
                .append(escaped(address))
                .append("\">")
                .append(escaped(text.in(language)))
                .append("</a>");
        return this;
    }

    /** Begins a form that is posted to the address. */
    Page form(String action) {
        html.append("<form method=\"post\" action=\"").append(escaped(action)).append("\">");
        return this;
    }

    /** The same for a session, with its token. */
    Page form(String action, Session session) {
        return form(action).hidden("csrf", session.csrf());
    }

    Page hidden(String name, String value) {
        html.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">");
        return this;
    }

    /**
     * A field with its label.
     *
     * @param type {@code text}, {@code password} or {@code number}
     * @param completion what a browser may fill in
     */
    Page field(String name, Text label, String type, String completion) {
        html.append("<label>")
                .append(escaped(label.in(language)))
                .append(" <input name=\"")
                .append(name)
                .append("\" type=\"")
                .append(type)
                .append("\" autocomplete=\"")
                .append(completion)
                .append("\" required maxlength=\"200\"></label>");
        return this;
    }

    /** The button that ends the form. */
    Page button(Text text) {
        html.append("<button>").append(escaped(text.in(language))).append("</button></form>");
        return this;
    }

    MutableHttpResponse<byte[]> answer(HttpStatus status) {
        html.append("</main></body></html>");
        return HttpResponse.<byte[]>status(status)
                .body(html.toString().getBytes(StandardCharsets.UTF_8))
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept-Language, Cookie");
    }

    /** Sends the browser on, with a method that changes nothing. */
    static MutableHttpResponse<byte[]> to(String address) {
        return HttpResponse.<byte[]>status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .header("Cache-Control", "no-store");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
