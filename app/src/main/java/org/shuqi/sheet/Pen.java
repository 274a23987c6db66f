package org.shuqi.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows as they come, and where the file comes from; nothing is kept. */
interface Pen extends Closeable {

    /** Begins a sheet with its header. */
    void sheet(String name, List<Column> columns) throws IOException;

    /** Writes a row of it. */
    void row(List<String> cells) throws IOException;

    /** A workbook, which says on a sheet of its own where it comes from. */
    final class Xlsx implements Pen {

        private static final int PORTION = 500;
        private static final int LONGEST_CELL = 32_767;

        private final Workbook book;
        private final List<List<String>> about;
        private Optional<Worksheet> sheet = Optional.empty();
        private List<Column> columns = List.of();
        private String name = "";
        private int row;
        private int part;

        Xlsx(OutputStream out, List<List<String>> about) {
            this.about = about;
            this.book = new Workbook(out, "shuqi", "1.0");
        }

        @Override
        public void sheet(String title, List<Column> wanted) throws IOException {
            name = title;
            columns = wanted;
            part = 0;
            begin();
        }

        private Worksheet begin() throws IOException {
            if (sheet.isPresent()) {
                sheet.get().finish();
            }
            part++;
            var on = book.newWorksheet(part == 1 ? name : name + " " + part);
            on.freezePane(0, 1);
            for (var at = 0; at < columns.size(); at++) {
                on.width(at, 18);
                on.inlineString(0, at, columns.get(at).header().zh());
                on.style(0, at)
                        .bold()
                        .fillColor(columns.get(at).needed() ? "DDEBF7" : "F2F2F2")
                        .set();
            }
            row = 1;
            sheet = Optional.of(on);
            return on;
        }

        @Override
        public void row(List<String> cells) throws IOException {
            var on = row == Worksheet.MAX_ROWS ? begin() : sheet.orElseThrow();
            for (var at = 0; at < cells.size(); at++) {
                write(on, at, cells.get(at));
            }
            if (++row % PORTION == 0) {
                on.flush();
            }
        }

        private void about() throws IOException {
            var on = book.newWorksheet(SheetExports.ABOUT);
            for (var line = 0; line < about.size(); line++) {
                for (var at = 0; at < about.get(line).size(); at++) {
                    on.inlineString(line, at, about.get(line).get(at));
                }
            }
            on.finish();
        }

        private void write(Worksheet on, int at, String cell) {
            if (cell.isEmpty()) {
                return;
            }
            switch (columns.get(at).kind()) {
                case NUMBER -> {
                    if (cell.matches("\\d{1,15}")) {
                        on.value(row, at, new BigDecimal(cell));
                        return;
                    }
                }
                case DATE, LASTDAY -> {
                    if (cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
                        on.value(row, at, LocalDate.parse(cell));
                        on.style(row, at).format("yyyy-mm-dd").set();
                        return;
                    }
                }
                default -> {
                    // text, below
                }
            }
            on.inlineString(row, at, cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
        }

        @Override
        public void close() throws IOException {
            if (sheet.isPresent()) {
                sheet.get().finish();
            }
            if (!about.isEmpty()) {
                about();
            }
            book.finish();
        }
    }

    /**
     * Comma-separated values in UTF-8, with the mark by which Chinese spreadsheet programs know it. The heading of a last,
     * empty column says where they come from.
     */
    final class Csv implements Pen {

        private final CSVPrinter printer;
        private final List<List<String>> about;

        Csv(OutputStream out, List<List<String>> about) throws IOException {
            this.about = about;
            var writer = new OutputStreamWriter(out, UTF_8);
            writer.write('\uFEFF');
            this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        }

        @Override
        public void sheet(String name, List<Column> columns) throws IOException {
            var headers = columns.stream().map(column -> column.header().zh());
            printer.printRecord(
                    (about.isEmpty() ? headers : Stream.concat(headers, Stream.of(SheetExports.heading(about))))
                            .toList());
        }

        @Override
        public void row(List<String> cells) throws IOException {
            var all = cells.stream().map(Csv::harmless);
            printer.printRecord((about.isEmpty() ? all : Stream.concat(all, Stream.of(""))).toList());
        }

        /** A text that a spreadsheet would take for a formula is marked as text. */
        private static String harmless(String cell) {
            return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        }

        @Override
        public void close() throws IOException {
            printer.close(true);
        }
    }
}
