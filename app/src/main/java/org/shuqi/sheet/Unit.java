package org.shuqi.sheet;

import java.util.List;
import org.shuqi.sheet.file.Line;

/**
 * The rows about one thing: its own row, and for an entry one for each item.
 *
 * @param table where they stand
 * @param lines one at least
 */
record Unit(Table table, List<Line> lines) {

    Unit {
        lines = List.copyOf(lines);
    }

    Line first() {
        return lines.get(0);
    }

    String text(String key) {
        return table.text(first(), key);
    }
}
