package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.sheet.file.Line;
import org.shuqi.sheet.file.Sort;

/** Reads the cells of one thing, each by what its column holds. */
final class Reading {

    private final Values values;

    Reading(Values values) {
        this.values = values;
    }

    Draft read(Unit unit, List<Finding> findings) {
        var own = new LinkedHashMap<Column, Values.Meaning>();
        var table = unit.table();
        table.places().forEach((column, place) -> {
            if (!column.isOf("item")) {
                own.put(column, cell(table, unit.first(), column, place, findings));
            }
        });
        var items = new ArrayList<Draft.Item>();
        if (table.has("itemName")) {
            unit.lines().stream()
                    .filter(line -> unit.lines().size() == 1 || table.hasAny(line, "item"))
                    .forEach(line -> items.add(item(table, line, findings)));
        }
        return new Draft(unit, own, items, findings);
    }

    private Draft.Item item(Table table, Line line, List<Finding> findings) {
        var own = new LinkedHashMap<Column, Values.Meaning>();
        table.places().forEach((column, place) -> {
            if (column.isOf("item")) {
                own.put(column, cell(table, line, column, place, findings));
            }
        });
        return new Draft.Item(line, own);
    }

    private Values.Meaning cell(Table table, Line line, Column column, int place, List<Finding> findings) {
        var text = line.text(place);
        var sort = line.sort(place);
        if (sort == Sort.FORMULA || sort == Sort.FAULT) {
            findings.add(computed(table, line, column, sort));
            return new Values.Meaning(List.of(), Optional.of(new Text("", "")));
        }
        if (text.isEmpty() && column.needed()) {
            findings.add(table.fault(
                    line,
                    column.key(),
                    column.key() + "-missing",
                    "“%s”没有填写；请填写%s",
                    "`%s` is empty; fill it in%s",
                    column.header().zh(),
                    column.list().isEmpty() ? "" : "：" + values.choices(column.list())));
        }
        var meaning = values.of(column, text);
        meaning.wrong()
                .ifPresentOrElse(
                        why -> findings.add(table.at(Severity.VIOLATION, line, column.key(), check(column), why)),
                        () -> asDay(table, line, column, text, sort).ifPresent(findings::add));
        return meaning;
    }

    private static String check(Column column) {
        return switch (column.kind()) {
            case NUMBER -> "number";
            case DATE, LASTDAY -> "date";
            default -> column.key() + "-unknown";
        };
    }

    private static Finding computed(Table table, Line line, Column column, Sort sort) {
        return sort == Sort.FORMULA
                ? table.fault(
                        line,
                        column.key(),
                        "formula",
                        "单元格是公式；请改为数值（复制后“选择性粘贴—数值”）",
                        "the cell is a formula; put its value there (copy, then paste the value only)")
                : table.fault(
                        line,
                        column.key(),
                        "cell-error",
                        "单元格是错误值 `%s`；请填写正确的内容",
                        "the cell is the error `%s`; write what should be there",
                        line.text(table.place(column.key()).orElse(0)));
    }

    /** A day that a workbook keeps as text sorts and filters as text, and is read by guessing. */
    private static Optional<Finding> asDay(Table table, Line line, Column column, String text, Sort sort) {
        if (text.isEmpty()
                || (column.kind() != Content.DATE && column.kind() != Content.LASTDAY)
                || sort == Sort.DATE) {
            return Optional.empty();
        }
        var iso = text.matches("\\d{4}-\\d{2}-\\d{2}");
        if (iso && table.isText()) {
            return Optional.empty();
        }
        var day = Values.day(text).map(Object::toString).orElse(text);
        if (table.isText()) {
            return text.matches("\\d{4}[/年.]\\d{1,2}[/月.]\\d{1,2}日?")
                    ? Optional.empty()
                    : Optional.of(table.fault(
                            line,
                            column.key(),
                            "date",
                            "日期 `%s` 写法有误；请填写 %s",
                            "the day `%s` is not written as one; write %s",
                            text,
                            day));
        }
        return Optional.of(table.at(
                iso ? Severity.WARNING : Severity.VIOLATION,
                line,
                column.key(),
                "date-as-text",
                Text.of(
                        "日期 `%s` 是文本；请把单元格设为日期格式，填写 %s",
                        "the day `%s` is kept as text; format the cell as a date and write %s", text, day)));
    }

    /** What the columns of the rows mean that the file has at all. */
    static Map<Column, Integer> kept(Table table, String part) {
        var kept = new LinkedHashMap<Column, Integer>();
        table.places().forEach((column, place) -> {
            if (column.isOf(part) && column.property().isPresent()) {
                kept.put(column, place);
            }
        });
        return kept;
    }
}
