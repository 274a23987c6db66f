package org.shuqi.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.sheet.file.Line;
import org.shuqi.sheet.file.Sheet;

/**
 * A sheet whose columns are understood.
 *
 * @param form what it lists
 * @param sheet where it stands
 * @param places where each column is
 * @param headerRow the last row of the header, counted from 0
 * @param lines the rows below it
 * @param isText whether the file knows text only, as csv does
 */
record Table(Form form, Sheet sheet, Map<Column, Integer> places, int headerRow, List<Line> lines, boolean isText) {

    OptionalInt place(String key) {
        return places.entrySet().stream()
                .filter(each -> each.getKey().key().equals(key))
                .mapToInt(Map.Entry::getValue)
                .findFirst();
    }

    boolean has(String key) {
        return place(key).isPresent();
    }

    /** What stands in a row under a column; empty if there is no such column. */
    String text(Line line, String key) {
        var place = place(key);
        return place.isPresent() ? line.text(place.getAsInt()) : "";
    }

    boolean hasAny(Line line, String part) {
        return places.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().isOf(part) && !line.text(each.getValue()).isEmpty());
    }

    /** A finding at the cell of a row under a column; about the row if the sheet has no such column. */
    Finding at(Severity severity, Line line, String key, String check, Text message) {
        var column =
                places.keySet().stream().filter(each -> each.key().equals(key)).findFirst();
        var place = column.map(places::get).orElse(-1);
        return new Finding(
                severity,
                sheet.name(),
                line.row(),
                place,
                column.map(each -> each.header().zh()).orElse(""),
                check,
                place < 0 ? "" : line.text(place),
                message,
                Optional.empty(),
                Optional.empty());
    }

    Finding fault(Line line, String key, String check, String zh, String en, Object... arguments) {
        return at(Severity.VIOLATION, line, key, check, Text.of(zh, en, arguments));
    }
}
