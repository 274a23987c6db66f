package org.shuqi.sheet.file;

/** One row of a sheet. Texts are without blanks at their ends; days are written {@code 2026-11-22}. */
public final class Line {

    private final int row;
    private final String[] texts;
    private final byte[] sorts;

    Line(int row, String[] texts, byte[] sorts) {
        this.row = row;
        this.texts = texts;
        this.sorts = sorts;
    }

    /** The row, counted from 0. */
    public int row() {
        return row;
    }

    /** How many cells there are, up to the last that holds anything. */
    public int width() {
        return texts.length;
    }

    /** What stands in a column counted from 0; empty if nothing does. */
    public String text(int column) {
        return column < texts.length ? texts[column] : "";
    }

    /** What kind of cell it is. */
    public Sort sort(int column) {
        return column < sorts.length ? Sort.of(sorts[column]) : Sort.BLANK;
    }

    /** The same row with a text in a column that was covered by another cell. */
    public Line with(int column, String text) {
        var length = Math.max(texts.length, column + 1);
        var more = java.util.Arrays.copyOf(texts, length);
        for (var at = texts.length; at < length; at++) {
            more[at] = "";
        }
        more[column] = text;
        var kinds = java.util.Arrays.copyOf(sorts, length);
        kinds[column] = (byte) Sort.TEXT.ordinal();
        return new Line(row, more, kinds);
    }
}
