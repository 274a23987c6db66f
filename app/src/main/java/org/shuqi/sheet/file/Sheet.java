package org.shuqi.sheet.file;

import java.util.List;

/**
 * One table.
 *
 * @param name as it stands on the tab; for csv the name of the file, or {@code csv}
 * @param hidden whether it cannot be seen in a spreadsheet program
 * @param lines the rows that hold anything
 * @param merged cells that were drawn together
 */
public record Sheet(String name, boolean hidden, List<Line> lines, List<Area> merged) {

    public Sheet {
        lines = List.copyOf(lines);
        merged = List.copyOf(merged);
    }
}
