package org.shuqi.chart;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lying bars, one below the other: shares, counts, days.
 *
 * @param bars from top to bottom
 * @param full the value of a bar as long as can be; zero for the longest one that there is
 */
public record Bars(List<Bar> bars, double full) {

    private static final double WIDTH = 720;
    private static final double LINE = 28;
    /** Where a label is so long that it is broken in two. */
    private static final double WIDE_LINE = 36;

    private static final double THICK = 16;
    private static final double GAP = 10;
    private static final double LONGEST_LABEL = 260;

    public Bars {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param label what it is of
     * @param value how long, not negative
     * @param said the value in words
     * @param href address of the list behind it; empty if there is none
     * @param tone how it is meant
     */
    public record Bar(String label, double value, String said, String href, Tone tone) {}

    /** Draws them. */
    public Picture picture(Caption caption) {
        var linked = bars.stream().anyMatch(bar -> !bar.href().isEmpty());
        var line = bars.stream().anyMatch(bar -> Letters.width(bar.label()) > LONGEST_LABEL) ? WIDE_LINE : LINE;
        var height = Math.max(1, bars.size()) * line;
        var svg = Svg.begin(linked ? caption : inWords(caption), linked ? "group" : "img", WIDTH, height);
        var left = widest(true, LONGEST_LABEL) + GAP;
        var right = widest(false, LONGEST_LABEL) + GAP;
        var room = WIDTH - left - right;
        var longest = full > 0
                ? full
                : Math.max(1e-9, bars.stream().mapToDouble(Bar::value).max().orElse(1));
        for (var at = 0; at < bars.size(); at++) {
            var bar = bars.get(at);
            draw(svg, bar, at * line, line, left, room * Math.min(1, Math.max(0, bar.value()) / longest), room);
        }
        return svg.end(WIDTH, height);
    }

    private static void draw(Svg svg, Bar bar, double top, double line, double left, double length, double room) {
        svg.part(bar.href(), bar.label() + ": " + bar.said());
        // the whole line can be hit, not the bar alone
        svg.shape("rect", "x", 0, "y", top, "width", WIDTH, "height", line, "class", "hit");
        svg.label(bar.label(), 0, top + line / 2, left - GAP, "name");
        svg.shape("rect", "x", left, "y", top + (line - THICK) / 2, "width", room, "height", THICK, "class", "track");
        svg.shape(
                "rect",
                "x",
                left,
                "y",
                top + (line - THICK) / 2,
                "width",
                length,
                "height",
                THICK,
                "class",
                "fill " + bar.tone().style());
        svg.label(bar.said(), left + room + GAP, top + line / 2, LONGEST_LABEL, "number");
        svg.endPart(bar.href());
    }

    private double widest(boolean label, double most) {
        return Math.min(
                most,
                bars.stream()
                        .mapToDouble(bar -> Letters.width(label ? bar.label() : bar.said()))
                        .max()
                        .orElse(0));
    }

    /** Where the picture is one thing to a screen reader, its words have to tell all of it. */
    private Caption inWords(Caption caption) {
        var all = bars.stream().map(bar -> bar.label() + ": " + bar.said()).collect(Collectors.joining("; "));
        return new Caption(caption.id(), caption.title(), (caption.description() + " " + all).strip());
    }
}
