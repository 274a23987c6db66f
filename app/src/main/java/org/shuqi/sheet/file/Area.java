package org.shuqi.sheet.file;

/**
 * A rectangle of cells, rows and columns counted from 0, both ends inclusive.
 *
 * @param top first row
 * @param left first column
 * @param bottom last row
 * @param right last column
 */
public record Area(int top, int left, int bottom, int right) {

    /** The rectangle that a reference such as {@code B2:D5} names. */
    static Area of(String reference) {
        var ends = reference.split(":");
        var from = ends[0];
        var to = ends[ends.length - 1];
        return new Area(row(from), column(from), row(to), column(to));
    }

    /** The letters of a column: 0 is {@code A}. */
    public static String letters(int column) {
        var text = new StringBuilder();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            text.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return text.toString();
    }

    /** The name of a cell: row 0 and column 0 are {@code A1}. */
    public static String cell(int row, int column) {
        return letters(column) + (row + 1);
    }

    /** As a spreadsheet program names it. */
    public String reference() {
        return cell(top, left) + ":" + cell(bottom, right);
    }

    private static int row(String cell) {
        return Integer.parseInt(cell.replaceAll("[^0-9]", "")) - 1;
    }

    private static int column(String cell) {
        var column = 0;
        for (var letter : cell.replaceAll("[^A-Za-z]", "")
                .toUpperCase(java.util.Locale.ROOT)
                .toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}
