package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.sheet.file.Area;
import org.shuqi.sheet.file.Line;

/** Puts the rows of a table together that are about one thing, and says where they contradict each other. */
final class Units {

    /** An area larger than this is a slip; it is told, and not filled in. */
    private static final int LARGEST_AREA = 20_000;

    private final Table table;
    private final List<Finding> findings;

    Units(Table table, List<Finding> findings) {
        this.table = table;
        this.findings = findings;
    }

    List<Unit> all() {
        var units = new ArrayList<Unit>();
        var open = new ArrayList<Line>();
        for (var line : filled()) {
            if (!open.isEmpty() && !continues(open.get(0), line)) {
                units.add(new Unit(table, open));
                open.clear();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            units.add(new Unit(table, open));
        }
        return units;
    }

    /** Whether a row has another item of the entry above it: it repeats its name or code, or leaves both out. */
    private boolean continues(Line first, Line line) {
        if (table.form() != Form.ENTRY || !table.has("itemName")) {
            return false;
        }
        var code = Fold.half(table.text(line, "code"));
        var name = table.text(line, "name");
        var sameCode = code.equals(Fold.half(table.text(first, "code")));
        var sameName = Fold.key(name).equals(Fold.key(table.text(first, "name")));
        if (code.isEmpty() && name.isEmpty()) {
            return !table.hasAny(line, "entry")
                    || !table.text(first, "name").isEmpty()
                    || !table.text(first, "code").isEmpty();
        }
        if (code.isEmpty() || name.isEmpty()) {
            return code.isEmpty() ? sameName : sameCode;
        }
        // one entry whose rows differ in the code: a fault of its rows, not two entries of one name
        return sameName && (sameCode || sameEntry(first, line));
    }

    /** Drag-filled codes leave everything else as it was. */
    private boolean sameEntry(Line first, Line line) {
        return table.text(line, "name").equals(table.text(first, "name"))
                && table.text(line, "provider").equals(table.text(first, "provider"))
                && table.text(line, "abstract").equals(table.text(first, "abstract"))
                && !table.text(line, "itemName").equals(table.text(first, "itemName"));
    }

    /** Says where the rows of one entry differ in what is about the entry. */
    void compare(Unit unit) {
        var first = unit.first();
        for (var line : unit.lines().subList(1, unit.lines().size())) {
            table.places().forEach((column, place) -> {
                var here = line.text(place);
                var there = first.text(place);
                if (column.isOf("entry") && !here.isEmpty() && !isSame(column, here, there)) {
                    findings.add(conflict(column, line, first, here, there));
                }
            });
        }
    }

    private static boolean isSame(Column column, String here, String there) {
        var day = column.kind() == Content.DATE ? Values.day(here) : Optional.<java.time.LocalDate>empty();
        return Fold.key(here).equals(Fold.key(there)) || day.isPresent() && day.equals(Values.day(there));
    }

    private Finding conflict(Column column, Line line, Line first, String here, String there) {
        if (column.key().equals("code")) {
            return table.fault(
                    line,
                    "code",
                    "code-mixed",
                    "同一信息资源的各行须用一个代码：本行是 `%s`，第 %d 行是 `%s`；请改为 `%s`",
                    "the rows of one resource have one code: here `%s`, in row %d `%s`; write `%s`",
                    here,
                    first.row() + 1,
                    there,
                    there);
        }
        return table.fault(
                line,
                column.key(),
                "row-conflict",
                "同一信息资源的“%s”前后不一：本行是 `%s`，第 %d 行是 `%s`；请统一，或者留空",
                "`%s` differs within one resource: here `%s`, in row %d `%s`; write one of them, or leave it empty",
                column.header().zh(),
                here,
                first.row() + 1,
                there);
    }

    /** The rows with what merged cells cover filled in, so that one slip is told once. */
    private List<Line> filled() {
        var covered = new HashMap<Integer, Map<Integer, String>>();
        var byRow = new HashMap<Integer, Line>();
        table.lines().forEach(line -> byRow.put(line.row(), line));
        table.sheet().merged().stream()
                .filter(area -> area.bottom() > table.headerRow())
                .forEach(area -> cover(area, Optional.ofNullable(byRow.get(area.top())), covered));
        return table.lines().stream()
                .map(line -> with(line, covered.getOrDefault(line.row(), Map.of())))
                .toList();
    }

    private void cover(Area area, Optional<Line> top, Map<Integer, Map<Integer, String>> covered) {
        var text = top.map(line -> line.text(area.left())).orElse("");
        findings.add(new Finding(
                Severity.VIOLATION,
                table.sheet().name(),
                area.top(),
                area.left(),
                header(area.left()),
                "merged",
                text,
                Text.of(
                        "单元格 %s 合并了；请取消合并，并在每一行填写",
                        "the cells %s are merged; take them apart and fill in every row", area.reference()),
                Optional.empty(),
                Optional.empty()));
        if ((long) (area.bottom() - area.top() + 1) * (area.right() - area.left() + 1) <= LARGEST_AREA) {
            for (var row = area.top(); row <= area.bottom(); row++) {
                for (var column = area.left(); column <= area.right(); column++) {
                    covered.computeIfAbsent(row, some -> new HashMap<>()).put(column, text);
                }
            }
        }
    }

    private String header(int place) {
        return table.places().entrySet().stream()
                .filter(each -> each.getValue() == place)
                .map(each -> each.getKey().header().zh())
                .findFirst()
                .orElse("");
    }

    private static Line with(Line line, Map<Integer, String> texts) {
        var filled = line;
        for (var each : texts.entrySet()) {
            if (filled.text(each.getKey()).isEmpty() && !each.getValue().isEmpty()) {
                filled = filled.with(each.getKey(), each.getValue());
            }
        }
        return filled;
    }
}
