package org.shuqi.web.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.shuqi.sheet.Correction;
import org.shuqi.sheet.Finding;
import org.shuqi.sheet.Heading;
import org.shuqi.sheet.ImportReport;
import org.shuqi.sheet.file.Area;
import org.shuqi.web.Pager;

/** What a report comes to, step by step, in the words of one language. */
final class Steps {

    /** Before the name of a field: the cell is to be taken apart, whether or not what it holds changes. */
    static final String APART = "apart.";

    private static final int WARNINGS = 100;

    private final Locale reader;

    Steps(Locale reader) {
        this.reader = reader;
    }

    List<ImportsPage.Sheet> sheets(List<Heading.Sheet> sheets) {
        return sheets.stream()
                .map(sheet -> new ImportsPage.Sheet(
                        sheet.name(),
                        sheet.title().in(reader),
                        sheet.rows(),
                        sheet.headings().stream()
                                .map(head -> new ImportsPage.Column(
                                        input(sheet.name(), head.row(), head.column()),
                                        Area.letters(head.column()),
                                        head.text(),
                                        head.known()
                                                .map(known -> known.in(reader))
                                                .orElse("")))
                                .toList(),
                        sheet.free().stream().map(text -> text.in(reader)).toList(),
                        sheet.missing().stream().map(text -> text.in(reader)).toList()))
                .toList();
    }

    ImportsPage.Cells cells(ImportReport report, int page) {
        var byCell = new LinkedHashMap<String, ImportsPage.Cell>();
        var elsewhere = new ArrayList<ImportsPage.Finding>();
        var warnings = new ArrayList<ImportsPage.Finding>();
        for (var finding : report.findings()) {
            var message = finding.message().in(reader);
            if (!finding.isFault()) {
                warnings.add(new ImportsPage.Finding(place(finding), message));
            } else if (isMendable(finding)) {
                var input = input(finding.sheet(), finding.row(), finding.column());
                var before = byCell.get(input);
                var messages = new ArrayList<>(before == null ? List.<String>of() : before.messages());
                messages.add(message);
                byCell.put(
                        input,
                        new ImportsPage.Cell(
                                input,
                                place(finding),
                                finding.header(),
                                finding.value(),
                                messages,
                                isMerged(finding) || before != null && before.isMerged()));
            } else {
                elsewhere.add(new ImportsPage.Finding(place(finding), message));
            }
        }
        var pager = new Pager(page, Pager.ROWS, byCell.size());
        return new ImportsPage.Cells(
                report.faults(),
                byCell.values().stream().skip(pager.before()).limit(Pager.ROWS).toList(),
                pager,
                elsewhere,
                warnings.stream().limit(WARNINGS).toList(),
                report.complete());
    }

    static boolean isMendable(Finding finding) {
        return finding.row() >= 0 && finding.column() >= 0;
    }

    private static boolean isMerged(Finding finding) {
        return finding.check().equals("merged");
    }

    ImportsPage.Changes changes(ImportReport report, int page) {
        var things = new LinkedHashMap<String, ImportsPage.Change>();
        report.rows().stream()
                .filter(row -> row.word().equals("new") || row.word().equals("changed"))
                .forEach(row -> things.putIfAbsent(
                        row.sheet() + " " + row.iri(),
                        new ImportsPage.Change(row.word(), row.title(), row.iri(), row.changes())));
        var pager = new Pager(page, Pager.ROWS, things.size());
        var counts = report.counts();
        return new ImportsPage.Changes(
                ImportsPage.COUNTED.stream()
                        .map(name -> counts.getOrDefault(name, 0L))
                        .toList(),
                things.values().stream().skip(pager.before()).limit(Pager.ROWS).toList(),
                pager,
                report.gone().stream()
                        .map(each -> new ImportsPage.Gone(each.code(), each.title()))
                        .toList(),
                report.faults() == 0,
                report.verdict() == ImportReport.Verdict.UNCHANGED);
    }

    private static String place(Finding finding) {
        var cell = finding.cell();
        return finding.sheet() + (cell.isEmpty() ? finding.row() < 0 ? "" : " " + (finding.row() + 1) : " " + cell);
    }

    /** The name of the field for a cell. */
    static String input(String sheet, int row, int column) {
        return "cell." + row + "." + column + "." + sheet;
    }

    /** The cell that a field is for, with what it is to hold. */
    static java.util.Optional<Correction> correction(String input, String text) {
        var parts = input.split("\\.", 4);
        return parts.length == 4
                        && parts[0].equals("cell")
                        && parts[1].matches("\\d{1,7}")
                        && parts[2].matches("\\d{1,5}")
                ? java.util.Optional.of(
                        new Correction(parts[3], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), text))
                : java.util.Optional.empty();
    }
}
