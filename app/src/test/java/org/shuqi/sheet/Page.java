package org.shuqi.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** A table that a test fills in by hand, as somebody in an office would. */
public final class Page {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private final List<String> headers;
    private final List<Object[]> rows = new ArrayList<>();
    private final List<int[]> merged = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();

    public Page(String... headers) {
        this.headers = List.of(headers);
    }

    /** The first sheet of a workbook, to go on with as somebody who opens it would. */
    public static Page read(byte[] xlsx) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx), WITH_FORMATS)) {
            var rows = book.getFirstSheet().read();
            var page = new Page(rows.get(0).stream().map(Cell::getText).toArray(String[]::new));
            for (var row : rows.subList(1, rows.size())) {
                var cells = new Object[page.headers.size()];
                Arrays.setAll(
                        cells, at -> row.getOptionalCell(at).map(Page::value).orElse(""));
                page.rows.add(cells);
            }
            return page;
        }
    }

    private static Object value(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        var isDay = Objects.requireNonNullElse(cell.getDataFormatString(), "").contains("yy");
        return isDay ? cell.asDate().toLocalDate() : cell.asNumber();
    }

    /** Adds a row; texts, numbers, days, or formulas that begin with {@code =}. */
    public Page row(Object... cells) {
        rows.add(cells.clone());
        return this;
    }

    /** Writes over a cell; rows are counted as in the spreadsheet, so the first below the header is 2. */
    public Page set(int row, String header, Object value) {
        rows.get(row - 2)[headers.indexOf(header)] = value;
        return this;
    }

    public Object get(int row, String header) {
        return rows.get(row - 2)[headers.indexOf(header)];
    }

    /** The name of the cell, such as {@code D7}. */
    public String cell(int row, String header) {
        return org.shuqi.sheet.file.Area.cell(row - 1, headers.indexOf(header));
    }

    public Page merge(int top, int bottom, String header) {
        merged.add(new int[] {top - 1, bottom - 1, headers.indexOf(header)});
        return this;
    }

    public Page hiddenSheet(String name) {
        hidden.add(name);
        return this;
    }

    public int size() {
        return rows.size();
    }

    public byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try {
            var book = new Workbook(out, "test", "1.0");
            var sheet = book.newWorksheet("目录");
            for (var at = 0; at < headers.size(); at++) {
                sheet.value(0, at, headers.get(at));
            }
            for (var row = 0; row < rows.size(); row++) {
                for (var at = 0; at < rows.get(row).length; at++) {
                    var value = rows.get(row)[at];
                    if (value instanceof BigDecimal || value instanceof Integer) {
                        sheet.value(row + 1, at, (Number) value);
                    } else if (value instanceof LocalDate day) {
                        sheet.value(row + 1, at, day);
                        sheet.style(row + 1, at).format("yyyy-mm-dd").set();
                    } else if (value instanceof String text && text.startsWith("=")) {
                        sheet.formula(row + 1, at, text.substring(1));
                    } else if (value instanceof String text && !text.isEmpty()) {
                        sheet.value(row + 1, at, text);
                    }
                }
            }
            merged.forEach(
                    area -> sheet.range(area[0], area[2], area[1], area[2]).merge());
            for (var name : hidden) {
                var other = book.newWorksheet(name);
                other.value(0, 0, "x");
                other.setVisibilityState(VisibilityState.HIDDEN);
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public byte[] csv(Charset charset, String before, String lineEnd) {
        var text = new StringBuilder(before);
        text.append(String.join(",", headers)).append(lineEnd);
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (var cell : row) {
                var plain = String.valueOf(cell);
                cells.add(plain.matches("(?s).*[,\"\\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain);
            }
            text.append(String.join(",", cells)).append(lineEnd);
        }
        return text.toString().getBytes(charset);
    }
}
