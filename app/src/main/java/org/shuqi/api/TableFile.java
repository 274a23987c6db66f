package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;

/**
 * A table of some thousand rows as a file that is handed out, which says who took it, when and why: comma-separated values
 * in the heading of a last column, a workbook on its second sheet.
 *
 * @param name of the file, without its ending
 * @param titles of the columns
 * @param rows texts, as many as there are titles
 */
public record TableFile(String name, List<String> titles, List<List<String>> rows) {

    private static final String FORMULA = "=+-@\t\r";
    private static final int LONGEST_CELL = 32_767;

    public TableFile {
        titles = List.copyOf(titles);
        rows = List.copyOf(rows);
    }

    /**
     * The answer to somebody who takes the file.
     *
     * @param format {@code csv} or {@code xlsx}
     * @throws Refusal UNUSABLE if the format is another
     */
    public MutableHttpResponse<byte[]> reply(
            HttpRequest<?> request, String format, Handouts.Handout handout, Locale language) {
        var bytes =
                switch (format) {
                    case "csv" -> csv(handout.heading(language));
                    case "xlsx" -> xlsx(handout, language);
                    default ->
                        throw Refusal.of(
                                Kind.UNUSABLE,
                                "`format` 的值 `%s` 不可用；可用 csv、xlsx",
                                "`format` is `%s`; use csv or xlsx",
                                format);
                };
        var reply = HttpResponse.ok(bytes)
                .contentType(format.equals("csv") ? "text/csv;charset=UTF-8" : SheetBody.XLSX)
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"")
                .header("Cache-Control", "no-store")
                .header("Vary", "Cookie, Accept-Language");
        return handout.on(reply, request);
    }

    private byte[] csv(String about) {
        var text = new StringBuilder(line(titles, about));
        rows.forEach(row -> text.append(line(row, "")));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same with one cell more: in the header where the file comes from, and nothing below. */
    public static String line(List<String> cells, String last) {
        return line(Stream.concat(cells.stream(), Stream.of(last)).toList());
    }

    /** A line of comma-separated values with its end. Source: RFC 4180. */
    public static String line(List<String> cells) {
        return cells.stream().map(TableFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A text that a spreadsheet program would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(unit -> unit == ',' || unit == '"' || unit == '\r' || unit == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private byte[] xlsx(Handouts.Handout handout, Locale language) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "shuqi", "1.0")) {
            var sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
            write(sheet, 0, titles);
            for (var at = 0; at < rows.size(); at++) {
                write(sheet, at + 1, rows.get(at));
            }
            var about = book.newWorksheet(new Text("说明", "about").in(language));
            var lines = handout.lines();
            for (var at = 0; at < lines.size(); at++) {
                write(
                        about,
                        at,
                        List.of(lines.get(at).name().in(language), lines.get(at).value()));
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            sheet.inlineString(row, column, cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL));
        }
    }
}
