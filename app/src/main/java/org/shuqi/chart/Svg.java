package org.shuqi.chart;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes elements. What comes in as text or as the value of an attribute is escaped here and nowhere else. */
final class Svg {

    private final StringBuilder text = new StringBuilder(2048);

    /**
     * Begins a picture that fits the width of its place and is described for whoever does not see it.
     *
     * @param role {@code img} if it is one picture, {@code group} if there are links in it
     */
    static Svg begin(Caption caption, String role, double width, double height) {
        var svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "id",
                caption.id(),
                "role",
                role,
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "width",
                number(width),
                "height",
                number(height),
                "aria-labelledby",
                caption.id() + "-title",
                "aria-describedby",
                caption.description().isEmpty() ? null : caption.id() + "-text");
        svg.element("title", caption.title(), "id", caption.id() + "-title");
        if (!caption.description().isEmpty()) {
            svg.element("desc", caption.description(), "id", caption.id() + "-text");
        }
        return svg;
    }

    Picture end(double width, double height) {
        close("svg");
        return new Picture(text.toString(), (int) Math.ceil(width), (int) Math.ceil(height));
    }

    /** Begins an element; attributes are names and values in turn, those without a value are left out. */
    Svg open(String name, @Nullable Object... attributes) {
        begin(name, attributes);
        text.append('>');
        return this;
    }

    Svg close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    /** An element without anything in it. */
    Svg shape(String name, @Nullable Object... attributes) {
        begin(name, attributes);
        text.append("/>");
        return this;
    }

    /** An element with nothing but text in it. */
    Svg element(String name, String content, @Nullable Object... attributes) {
        open(name, attributes);
        text.append(escaped(content));
        return close(name);
    }

    /** Begins a link, if there is an address, else a group that is one picture; both say the same. */
    Svg part(String href, String label) {
        return href.isEmpty()
                ? open("g", "role", "img", "aria-label", label)
                : open("a", "href", href, "aria-label", label);
    }

    /** The same with the words where a mouse shows them too, which name a link as well. */
    Svg titled(String href, String label) {
        return (href.isEmpty() ? open("g", "role", "img") : open("a", "href", href)).element("title", label);
    }

    Svg endPart(String href) {
        return close(href.isEmpty() ? "g" : "a");
    }

    /** A text in one or two lines, centred on the height. */
    Svg label(String said, double x, double middle, double width, String style) {
        var lines = Letters.lines(said, width, 2);
        var first = middle + Letters.SIZE * 0.36 - (lines.size() - 1) * Letters.SIZE * 0.55;
        for (var at = 0; at < lines.size(); at++) {
            element("text", lines.get(at), "x", x, "y", first + at * Letters.SIZE * 1.1, "class", style);
        }
        return this;
    }

    private void begin(String name, @Nullable Object... attributes) {
        text.append('<').append(name);
        for (var at = 0; at < attributes.length; at += 2) {
            var value = attributes[at + 1];
            if (value != null) {
                text.append(' ')
                        .append(attributes[at])
                        .append("=\"")
                        .append(escaped(shown(value)))
                        .append('"');
            }
        }
    }

    private static String shown(Object value) {
        return value instanceof Double number ? number(number) : value.toString();
    }

    static String number(double value) {
        var rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }

    private static String escaped(String raw) {
        var safe = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    // control characters are no XML, and lone halves of a pair are no text
                    if (letter >= ' ' && Character.getType(letter) != Character.SURROGATE) {
                        safe.appendCodePoint(letter);
                    }
                }
            }
        });
        return safe.toString();
    }
}
