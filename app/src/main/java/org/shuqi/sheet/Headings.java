package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import org.shuqi.problem.Text;

/** What the columns of a table were taken for. */
final class Headings {

    private Headings() {}

    static Heading.Sheet of(Table table) {
        var byPlace = new HashMap<Integer, Column>();
        table.places().forEach((column, place) -> byPlace.put(place, column));
        var headings = new ArrayList<Heading>();
        table.sheet().lines().stream()
                .filter(line -> line.row() == table.headerRow())
                .forEach(line -> {
                    var width = Math.max(
                            line.width(),
                            byPlace.keySet().stream()
                                    .mapToInt(each -> each + 1)
                                    .max()
                                    .orElse(0));
                    for (var at = 0; at < width; at++) {
                        var known =
                                java.util.Optional.ofNullable(byPlace.get(at)).map(Column::header);
                        if (known.isPresent() || !line.text(at).isEmpty()) {
                            headings.add(new Heading(line.row(), at, line.text(at), known));
                        }
                    }
                });
        var free = new ArrayList<Text>();
        var missing = new ArrayList<Text>();
        Columns.PUBLISHED.of(table.form()).stream()
                .filter(column -> !table.places().containsKey(column))
                .forEach(column -> {
                    free.add(column.header());
                    if (column.needed()) {
                        missing.add(column.header());
                    }
                });
        return new Heading.Sheet(
                table.sheet().name(), table.form().title(), table.lines().size(), headings, free, missing);
    }
}
