package org.shuqi.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.shuqi.problem.Text;
import org.shuqi.sheet.file.Line;
import org.shuqi.sheet.file.Sheet;
import org.shuqi.sheet.file.Sort;

/**
 * The file as it was sent, with a comment at each cell that is wrong and a sheet that lists them all.
 *
 * <p>Values, rows and columns are those of the file; fonts, colours and widths are not. The list is not read when the
 * workbook is sent again.
 */
public final class Marked {

    /** The name of the sheet that lists the findings. */
    static final String SHEET = "检查结果 findings";

    private static final String RED = "FFC7CE";
    private static final String YELLOW = "FFEB9C";
    /** More comments than this make a workbook that no program opens in good time; the list has all. */
    private static final int MOST_COMMENTS = 5_000;

    private final ImportReport report;
    private final Locale language;

    /** The file of this report. */
    public Marked(ImportReport report, Locale language) {
        this.report = report;
        this.language = language;
    }

    /** Writes an xlsx workbook. */
    public void write(OutputStream out) throws IOException {
        var book = new Workbook(out, "shuqi", "1.0");
        for (var sheet : report.book().sheets()) {
            if (!sheet.hidden() && !sheet.name().equals(SHEET)) {
                write(book.newWorksheet(name(sheet)), sheet);
            }
        }
        list(book.newWorksheet(SHEET));
        book.finish();
    }

    private void write(Worksheet on, Sheet sheet) throws IOException {
        for (var line : sheet.lines()) {
            for (var column = 0; column < line.width(); column++) {
                write(on, line, column);
            }
        }
        var comments = new HashMap<List<Integer>, List<Finding>>();
        report.findings().stream()
                .filter(finding ->
                        finding.sheet().equals(sheet.name()) && !finding.cell().isEmpty())
                .limit(MOST_COMMENTS)
                .forEach(finding -> comments.computeIfAbsent(
                                List.of(finding.row(), finding.column()), cell -> new ArrayList<>())
                        .add(finding));
        comments.forEach((cell, findings) -> comment(on, cell, findings));
        on.finish();
    }

    private static void write(Worksheet on, Line line, int column) {
        var text = line.text(column);
        if (text.isEmpty()) {
            return;
        }
        if (line.sort(column) == Sort.NUMBER && text.length() < 15) {
            on.value(line.row(), column, new java.math.BigDecimal(text));
        } else if (line.sort(column) == Sort.DATE && text.length() == 10) {
            on.value(line.row(), column, java.time.LocalDate.parse(text));
            on.style(line.row(), column).format("yyyy-mm-dd").set();
        } else {
            on.inlineString(line.row(), column, text);
        }
    }

    private void comment(Worksheet on, List<Integer> cell, List<Finding> findings) {
        var words = String.join(
                "\n",
                findings.stream().map(finding -> finding.message().in(language)).toList());
        on.comment(cell.get(0), cell.get(1), words);
        on.style(cell.get(0), cell.get(1))
                .fillColor(findings.stream().anyMatch(Finding::isFault) ? RED : YELLOW)
                .set();
    }

    private void list(Worksheet on) throws IOException {
        var titles = List.of(
                new Text("严重程度", "severity"),
                new Text("工作表", "sheet"),
                new Text("单元格", "cell"),
                new Text("列", "header"),
                new Text("现在的内容", "what stands there"),
                new Text("问题和改法", "what is wrong, and what to write"));
        for (var column = 0; column < titles.size(); column++) {
            on.inlineString(0, column, titles.get(column).in(language));
            on.style(0, column).bold().set();
        }
        on.width(5, 100);
        on.freezePane(0, 1);
        var row = 1;
        for (var finding : report.findings()) {
            if (row == Worksheet.MAX_ROWS) {
                break;
            }
            var cells = List.of(
                    severity(finding),
                    finding.sheet(),
                    finding.cell().isEmpty()
                            ? finding.row() < 0 ? "" : Integer.toString(finding.row() + 1)
                            : finding.cell(),
                    finding.header(),
                    finding.value().length() > 1000 ? finding.value().substring(0, 1000) + "…" : finding.value(),
                    finding.message().in(language));
            for (var column = 0; column < cells.size(); column++) {
                on.inlineString(row, column, cells.get(column));
            }
            row++;
        }
        on.finish();
    }

    private String severity(Finding finding) {
        return switch (finding.severity()) {
            case VIOLATION -> new Text("错误", "error").in(language);
            case WARNING -> new Text("提醒", "warning").in(language);
            case INFO -> new Text("说明", "note").in(language);
        };
    }

    /** Names of sheets have signs they may not have and 31 of them at most. */
    private static String name(Sheet sheet) {
        var clean = sheet.name().replaceAll("[\\\\/?*\\[\\]:]", "-");
        return clean.isBlank() ? "csv" : clean.substring(0, Math.min(31, clean.length()));
    }
}
