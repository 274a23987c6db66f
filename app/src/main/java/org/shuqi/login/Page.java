package org.shuqi.login;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;
import org.shuqi.problem.Text;

/** What a page of this room holds, as plain HTML, which needs no script. */
final class Page {

    private final Frame frame;
    private final HttpRequest<?> request;
    private final Text title;
    private final Locale language;
    private final StringBuilder alerts = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    private Page(Frame frame, HttpRequest<?> request, Text title) {
        this.frame = frame;
        this.request = request;
        this.title = title;
        this.language = frame.language(request);
    }

    /** A page in the language of the request, with its heading. */
    static Page of(Frame frame, HttpRequest<?> request, Text title) {
        return new Page(frame, request, title);
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

    /** An element with a code, a day or a person's name: something that no language changes. */
    Page data(String name, String text) {
        return opens(name + " translate=\"no\"").text(text).closes(name);
    }

    /** An element with what the registry calls something. */
    Page name(String element, Frame.Name name) {
        var attribute = name.language().isEmpty() ? " translate=\"no\"" : " lang=\"" + escaped(name.language()) + "\"";
        return opens(element + attribute).text(name.text()).closes(element);
    }

    /** What went wrong, above all else, read out at once by a screen reader. */
    Page alert(Text text) {
        alerts.append("<div class=\"errors\" role=\"alert\"><p>")
                .append(escaped(text.in(language)))
                .append("</p></div>");
        return this;
    }

    Page opens(String tag) {
        html.append('<').append(tag).append('>');
        return this;
    }

    Page closes(String name) {
        html.append("</").append(name).append('>');
        return this;
    }

    Page link(String address, Text text) {
        return opens("a href=\"" + escaped(address) + "\"")
                .text(text.in(language))
                .closes("a");
    }

    /** The head of a table. */
    Page table(Text caption, Text... columns) {
        opens("div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(caption.in(language))
                + "\"");
        opens("table").opens("thead").opens("tr");
        for (var column : columns) {
            opens("th scope=\"col\"").text(column.in(language)).closes("th");
        }
        return closes("tr").closes("thead").opens("tbody");
    }

    /** The end of it. */
    Page closesTable() {
        return closes("tbody").closes("table").closes("div");
    }

    /** Begins a form that is posted to the address. */
    Page form(String action) {
        return opens("form method=\"post\" action=\"" + escaped(action) + "\"");
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
        html.append("<div class=\"field\"><label for=\"")
                .append(name)
                .append("\">")
                .append(escaped(label.in(language)))
                .append("</label><input id=\"")
                .append(name)
                .append("\" name=\"")
                .append(name)
                .append("\" type=\"")
                .append(type)
                .append("\" autocomplete=\"")
                .append(completion)
                .append("\" required maxlength=\"200\"></div>");
        return this;
    }

    /** The button that ends the form. */
    Page button(Text text) {
        return ends(text, "button class=\"main\"");
    }

    /** The same for what is done beside the purpose of the page. */
    Page lesserButton(Text text) {
        return ends(text, "button");
    }

    private Page ends(Text text, String tag) {
        return opens("div class=\"tools\"")
                .opens(tag)
                .text(text.in(language))
                .closes("button")
                .closes("div")
                .closes("form");
    }

    private Page text(String text) {
        html.append(escaped(text));
        return this;
    }

    MutableHttpResponse<byte[]> answer(HttpStatus status) {
        return frame.page(request, status, title, alerts + html.toString());
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
