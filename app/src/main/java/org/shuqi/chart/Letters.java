package org.shuqi.chart;

import java.util.ArrayList;
import java.util.List;

/** How wide a text will be, roughly, since only the browser knows its fonts. Rather too wide than too narrow. */
final class Letters {

    /** Size of the letters in pixels. */
    static final int SIZE = 13;

    private static final double WIDE = SIZE;
    private static final double NARROW = 0.6 * SIZE;
    private static final int FIRST_WIDE = 0x2E80;
    private static final String ELLIPSIS = "…";

    private Letters() {}

    static double width(String text) {
        return text.codePoints().mapToDouble(Letters::width).sum();
    }

    private static double width(int letter) {
        return letter >= FIRST_WIDE ? WIDE : NARROW;
    }

    /** The text in at most so many lines, the last one cut if there is more. */
    static List<String> lines(String text, double width, int most) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            var fits = fitting(rest, width);
            var isLast = lines.size() == most - 1;
            if (fits < rest.length() && isLast) {
                lines.add(rest.substring(0, fitting(rest, width - WIDE)).strip() + ELLIPSIS);
                rest = "";
            } else {
                var end = fits == rest.length() ? fits : breakBefore(rest, fits);
                lines.add(rest.substring(0, end).strip());
                rest = rest.substring(end).strip();
            }
        }
        return lines;
    }

    /** How many of the first characters fit; at least one letter. */
    private static int fitting(String text, double width) {
        var end = 0;
        var used = 0.0;
        while (end < text.length()) {
            var letter = text.codePointAt(end);
            used += width(letter);
            if (used > width && end > 0) {
                return end;
            }
            end += Character.charCount(letter);
        }
        return end;
    }

    /** After the last space that fits; between any two letters if there is none. */
    private static int breakBefore(String text, int end) {
        var space = text.lastIndexOf(' ', end);
        return space > 0 ? space : end;
    }
}
