package org.shuqi.chart;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Standing bars, one beside the other: how a value goes from month to month.
 *
 * @param columns from left to right
 * @param full the value of a bar as high as can be; zero for the highest one that there is
 */
public record Months(List<Column> columns, double full) {

    private static final double STEP = 46;
    private static final double THICK = 30;
    private static final double HIGH = 110;
    private static final double ABOVE = 20;
    private static final double BELOW = 22;

    public Months {
        columns = List.copyOf(columns);
    }

    /**
     * One bar.
     *
     * @param label short, as {@code 05} or {@code 2026-05}
     * @param value how high, not negative
     * @param said the value in words
     * @param href address of the list behind it; empty if there is none
     * @param tone how it is meant
     */
    public record Column(String label, double value, String said, String href, Tone tone) {}

    /** Draws them. */
    public Picture picture(Caption caption) {
        var linked = columns.stream().anyMatch(column -> !column.href().isEmpty());
        var step = Math.max(
                STEP,
                columns.stream()
                                .mapToDouble(
                                        column -> Math.max(Letters.width(column.label()), Letters.width(column.said())))
                                .max()
                                .orElse(0)
                        + 8);
        var width = Math.max(1, columns.size()) * step;
        var height = ABOVE + HIGH + BELOW;
        var svg = Svg.begin(linked ? caption : inWords(caption), linked ? "group" : "img", width, height);
        var highest = full > 0
                ? full
                : Math.max(
                        1e-9, columns.stream().mapToDouble(Column::value).max().orElse(1));
        svg.shape("line", "x1", 0, "y1", ABOVE + HIGH, "x2", width, "y2", ABOVE + HIGH, "class", "axis");
        for (var at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            draw(svg, column, at * step, step, HIGH * Math.min(1, Math.max(0, column.value()) / highest));
        }
        return svg.end(width, height);
    }

    private static void draw(Svg svg, Column column, double left, double step, double high) {
        var middle = left + step / 2;
        svg.part(column.href(), column.label() + ": " + column.said());
        svg.shape("rect", "x", left, "y", 0, "width", step, "height", ABOVE + HIGH + BELOW, "class", "hit");
        svg.shape(
                "rect",
                "x",
                middle - THICK / 2,
                "y",
                ABOVE + HIGH - high,
                "width",
                THICK,
                "height",
                high,
                "class",
                "fill " + column.tone().style());
        svg.element("text", column.said(), "x", middle, "y", ABOVE + HIGH - high - 5, "class", "number middle");
        svg.element("text", column.label(), "x", middle, "y", ABOVE + HIGH + 16, "class", "name middle");
        svg.endPart(column.href());
    }

    private Caption inWords(Caption caption) {
        var all = columns.stream()
                .map(column -> column.label() + ": " + column.said())
                .collect(Collectors.joining("; "));
        return new Caption(caption.id(), caption.title(), (caption.description() + " " + all).strip());
    }
}
