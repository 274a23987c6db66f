package org.shuqi.sheet;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.shuqi.sheet.file.Line;

/**
 * What the rows about one thing say.
 *
 * @param unit the rows
 * @param values what its own columns mean
 * @param items its items, one a row
 * @param findings what is wrong with the rows; more may be added
 */
record Draft(Unit unit, Map<Column, Values.Meaning> values, List<Item> items, List<Finding> findings) {

    /**
     * One item.
     *
     * @param line its row
     * @param values what its columns mean
     */
    record Item(Line line, Map<Column, Values.Meaning> values) {}

    Table table() {
        return unit.table();
    }

    Form form() {
        return unit.table().form();
    }

    List<Node> nodes(String key) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().key().equals(key))
                .findFirst()
                .map(each -> each.getValue().nodes())
                .orElse(List.of());
    }

    boolean hasFaults() {
        return findings.stream().anyMatch(Finding::isFault);
    }

    boolean hasFault(int row, String key) {
        var place = table().place(key);
        return place.isPresent()
                && findings.stream()
                        .anyMatch(each -> each.isFault() && each.row() == row && each.column() == place.getAsInt());
    }

    boolean hasFault(String key) {
        return unit.lines().stream().anyMatch(line -> hasFault(line.row(), key));
    }
}
