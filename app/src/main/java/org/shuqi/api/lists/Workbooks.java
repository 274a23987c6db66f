package org.shuqi.api.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Text;

/**
 * A table as a workbook: a sheet about it, then as many sheets of rows as it takes.
 *
 * <p>The first sheet is opened first and written last, when the number of rows is known. Texts stand in their cells, since a
 * pool of shared texts would have to be kept in memory to the end.
 */
final class Workbooks implements Poured.Spring {

    /** Most characters a cell can hold. Source: ECMA-376 as Excel limits it. */
    private static final int LONGEST_CELL = 32_767;

    private static final int PORTION = 200;

    private final List<String> titles;
    private final Iterator<List<String>> rows;
    private final List<List<String>> about;
    private final Locale language;
    private final int rowsOnSheet;
    private final Spout spout = new Spout();

    private @Nullable Workbook book;
    private @Nullable Worksheet first;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int line;
    private long total;
    private long shortened;

    Workbooks(List<String> titles, Iterator<List<String>> rows, List<List<String>> about, Locale language) {
        this(titles, rows, about, language, Worksheet.MAX_ROWS);
    }

    /** @param rowsOnSheet how many rows fit on a sheet, with the header */
    Workbooks(
            List<String> titles,
            Iterator<List<String>> rows,
            List<List<String>> about,
            Locale language,
            int rowsOnSheet) {
        this.titles = titles;
        this.rows = rows;
        this.about = about;
        this.language = language;
        this.rowsOnSheet = rowsOnSheet;
    }

    @Override
    public boolean pour(OutputStream into) throws IOException {
        spout.into = into;
        var open = book == null ? opened() : book;
        var on = sheet == null ? added(open) : sheet;
        for (var each = 0; each < PORTION && rows.hasNext(); each++) {
            if (line == rowsOnSheet) {
                on.finish();
                on = added(open);
            }
            write(on, line++, rows.next());
            total++;
        }
        on.flush();
        if (rows.hasNext()) {
            return true;
        }
        on.finish();
        writeAbout();
        open.finish();
        return false;
    }

    private Workbook opened() {
        var opened = new Workbook(spout, "shuqi", "1.0");
        first = opened.newWorksheet(said("说明", "about"));
        book = opened;
        return opened;
    }

    private Worksheet added(Workbook open) {
        sheets++;
        var added = open.newWorksheet(said("矩阵", "matrix") + (sheets == 1 ? "" : " " + sheets));
        added.freezePane(0, 1);
        write(added, 0, titles);
        line = 1;
        sheet = added;
        return added;
    }

    private void writeAbout() throws IOException {
        var on = java.util.Objects.requireNonNull(first);
        var at = 0;
        for (var words : about) {
            write(on, at++, words);
        }
        write(on, at++, List.of(said("总行数", "rows in total"), Long.toString(total)));
        write(on, at++, List.of(said("工作表数", "sheets of rows"), Integer.toString(sheets)));
        if (shortened > 0) {
            write(
                    on,
                    at,
                    List.of(
                            said(
                                    "过长而截短的单元格（以 … 结尾，全文见 CSV）",
                                    "cells cut because they are too long (they end in …; CSV has them whole)"),
                            Long.toString(shortened)));
        }
        on.finish();
    }

    private void write(Worksheet on, int row, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            on.inlineString(row, column, fitting(cells.get(column)));
        }
    }

    private String fitting(String cell) {
        if (cell.length() <= LONGEST_CELL) {
            return cell;
        }
        shortened++;
        return cell.substring(0, LONGEST_CELL - 1) + "…";
    }

    private String said(String zh, String en) {
        return new Text(zh, en).in(language);
    }

    /** Passes on to wherever the bytes are wanted just now. */
    private static final class Spout extends OutputStream {

        private OutputStream into = OutputStream.nullOutputStream();

        @Override
        public void write(int one) throws IOException {
            into.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            into.write(bytes, offset, length);
        }
    }
}
