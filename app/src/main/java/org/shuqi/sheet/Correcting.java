package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.sheet.file.Area;
import org.shuqi.sheet.file.Book;
import org.shuqi.sheet.file.Line;
import org.shuqi.sheet.file.Sheet;

/**
 * Puts corrections into a file that was read. What is about an entry stands in several rows of it and is corrected in all
 * that said the same; a merged cell that is corrected is taken apart.
 */
final class Correcting {

    private final List<Form> forms;
    private final Map<Integer, Map<Integer, String>> texts = new HashMap<>();
    private final List<Area> apart = new ArrayList<>();

    private Correcting(List<Form> forms) {
        this.forms = forms;
    }

    static Book of(Book book, List<Form> forms, List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return book;
        }
        var sheets = new ArrayList<Sheet>();
        for (var sheet : book.sheets()) {
            var here = corrections.stream()
                    .filter(each -> each.sheet().equals(sheet.name()))
                    .toList();
            sheets.add(here.isEmpty() ? sheet : new Correcting(forms).corrected(sheet, book, here));
        }
        return new Book(sheets, book.encoding());
    }

    private Sheet corrected(Sheet sheet, Book book, List<Correction> here) {
        // headers first: they say what the columns below are about
        var headed = headers(sheet, book, here);
        var table = table(headed, book);
        var units =
                table.map(found -> new Units(found, new ArrayList<>()).all()).orElse(List.of());
        here.forEach(each -> {
            put(each.row(), each.column(), each.text());
            table.ifPresent(found -> spread(found, units, each));
            takeApart(sheet, each);
        });
        return written(sheet);
    }

    private Sheet headers(Sheet sheet, Book book, List<Correction> here) {
        var header = table(sheet, book).map(Table::headerRow).orElse(20);
        var heading = new Correcting(forms);
        here.stream()
                .filter(each -> each.row() <= header)
                .forEach(each -> heading.put(each.row(), each.column(), each.text()));
        return heading.written(sheet);
    }

    private Optional<Table> table(Sheet sheet, Book book) {
        return new Tables(forms).find(sheet, book);
    }

    private void spread(Table table, List<Unit> units, Correction each) {
        var isOfEntry = table.places().entrySet().stream()
                .anyMatch(place ->
                        place.getValue() == each.column() && place.getKey().isOf("entry"));
        if (!isOfEntry) {
            return;
        }
        units.stream()
                .filter(unit -> unit.lines().stream().anyMatch(line -> line.row() == each.row()))
                .forEach(unit -> {
                    var old = unit.lines().stream()
                            .filter(line -> line.row() == each.row())
                            .map(line -> line.text(each.column()))
                            .findFirst()
                            .orElse("");
                    unit.lines().stream()
                            .filter(line -> line.text(each.column()).equals(old))
                            .forEach(line -> putIfAbsent(line.row(), each.column(), each.text()));
                });
    }

    private void takeApart(Sheet sheet, Correction each) {
        sheet.merged().stream()
                .filter(area -> area.top() == each.row() && area.left() == each.column())
                .forEach(area -> {
                    apart.add(area);
                    for (var row = area.top(); row <= area.bottom(); row++) {
                        for (var column = area.left(); column <= area.right(); column++) {
                            putIfAbsent(row, column, each.text());
                        }
                    }
                });
    }

    private void put(int row, int column, String text) {
        texts.computeIfAbsent(row, none -> new HashMap<>()).put(column, text);
    }

    private void putIfAbsent(int row, int column, String text) {
        texts.computeIfAbsent(row, none -> new HashMap<>()).putIfAbsent(column, text);
    }

    private Sheet written(Sheet sheet) {
        return new Sheet(
                sheet.name(),
                sheet.hidden(),
                sheet.lines().stream().map(this::written).toList(),
                sheet.merged().stream().filter(area -> !apart.contains(area)).toList());
    }

    private Line written(Line line) {
        var written = line;
        for (var each : texts.getOrDefault(line.row(), Map.of()).entrySet()) {
            written = written.with(each.getKey(), each.getValue());
        }
        return written;
    }
}
