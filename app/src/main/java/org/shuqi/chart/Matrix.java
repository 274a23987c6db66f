package org.shuqi.chart;

import java.util.List;

/**
 * How much passes between each of some and each of others: a field of squares, the darker the more.
 *
 * @param rows names from top to bottom
 * @param columns names from left to right
 * @param cells the squares with something in them
 * @param corner what the rows and the columns are, in the corner
 */
public record Matrix(List<Name> rows, List<Name> columns, List<Cell> cells, String corner) {

    /** Side of a square: what a finger or an unsteady hand still hits. */
    private static final double SIDE = 28;

    private static final double LONGEST_LABEL = 230;
    private static final double GAP = 8;
    private static final double SLANT = Math.sqrt(0.5);
    private static final int SHADES = 5;

    public Matrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /**
     * A name at the edge.
     *
     * @param label what stands there
     * @param href address of what it is about; empty if there is none
     */
    public record Name(String label, String href) {}

    /**
     * One square.
     *
     * @param row number of its row, from 0
     * @param column number of its column, from 0
     * @param count how much, above zero
     * @param said what it means in words: from whom to whom, how many of what
     * @param href address of the list behind it; empty if there is none
     */
    public record Cell(int row, int column, long count, String said, String href) {}

    /** Draws it. */
    public Picture picture(Caption caption) {
        var left = widest(rows) + GAP;
        var slanted = widest(columns) * SLANT;
        var above = slanted + Letters.SIZE + GAP;
        // the last slanted name reaches beyond the field
        var width = left + columns.size() * SIDE + slanted + GAP;
        var height = above + rows.size() * SIDE + 2;
        var svg = Svg.begin(caption, "group", width, height);
        svg.element("text", corner, "x", 0.0, "y", above - GAP, "class", "tick");
        for (var at = 0; at < rows.size(); at++) {
            row(svg, rows.get(at), left, above + at * SIDE);
        }
        for (var at = 0; at < columns.size(); at++) {
            column(svg, columns.get(at), left + at * SIDE, above, height);
        }
        var most = cells.stream().mapToLong(Cell::count).max().orElse(1);
        cells.forEach(cell -> cell(svg, cell, left + cell.column() * SIDE, above + cell.row() * SIDE, most));
        return svg.end(width, height);
    }

    private void row(Svg svg, Name name, double left, double top) {
        var right = left + columns.size() * SIDE;
        svg.shape("line", "x1", left, "y1", top, "x2", right, "y2", top, "class", "grid");
        svg.shape("line", "x1", left, "y1", top + SIDE, "x2", right, "y2", top + SIDE, "class", "grid");
        svg.part(name.href(), name.label());
        svg.shape("rect", "x", 0.0, "y", top, "width", left - GAP / 2, "height", SIDE, "class", "hit");
        svg.label(name.label(), 0, top + SIDE / 2, left - GAP, "name");
        svg.endPart(name.href());
    }

    private static void column(Svg svg, Name name, double left, double above, double height) {
        svg.shape("line", "x1", left, "y1", above, "x2", left, "y2", height - 2, "class", "grid");
        svg.shape("line", "x1", left + SIDE, "y1", above, "x2", left + SIDE, "y2", height - 2, "class", "grid");
        svg.part(name.href(), name.label());
        var label = Letters.lines(name.label(), LONGEST_LABEL, 1).get(0);
        var foot = left + SIDE / 2 + 4;
        svg.element(
                "text",
                label,
                "x",
                foot,
                "y",
                above - GAP / 2,
                "class",
                "name",
                "transform",
                "rotate(-45 " + Svg.number(foot) + " " + Svg.number(above - GAP / 2) + ")");
        svg.endPart(name.href());
    }

    private static void cell(Svg svg, Cell cell, double left, double top, long most) {
        var shade = shade(cell.count(), most);
        svg.titled(cell.href(), cell.said());
        svg.shape(
                "rect", "x", left + 1, "y", top + 1, "width", SIDE - 2, "height", SIDE - 2, "class", "shade-" + shade);
        svg.element(
                "text",
                shortened(cell.count()),
                "x",
                left + SIDE / 2,
                "y",
                top + SIDE / 2 + Letters.SIZE * 0.36,
                "class",
                "on-shade-" + shade + " middle");
        svg.endPart(cell.href());
    }

    /** From 1 to 5, by orders of size, so that one giant does not make all others pale. */
    static int shade(long count, long most) {
        return count >= most
                ? SHADES
                : (int) Math.max(1, Math.ceil(SHADES * Math.log1p(count) / Math.log1p(most) - 1e-9));
    }

    /** What fits on a square: three characters. */
    static String shortened(long count) {
        if (count < 1000) {
            return Long.toString(count);
        }
        if (count < 100_000) {
            return count / 1000 + "k";
        }
        return count < 100_000_000 ? Math.max(1, count / 1_000_000) + "M" : "99M";
    }

    private static double widest(List<Name> names) {
        return Math.min(
                LONGEST_LABEL,
                names.stream()
                        .mapToDouble(name -> Letters.width(name.label()))
                        .max()
                        .orElse(0));
    }
}
