package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.sheet.file.Area;
import org.shuqi.sheet.file.Book;
import org.shuqi.sheet.file.Line;
import org.shuqi.sheet.file.Sheet;

/** Finds the tables of a file by their headers, which may be written in many ways and take one row or two. */
final class Tables {

    /** Rows above the header, such as a title, that are looked through. */
    private static final int LOOKED_THROUGH = 20;

    private static final int ENOUGH = 3;

    private final Columns columns = Columns.PUBLISHED;
    private final List<Form> forms;
    private final List<Finding> findings = new ArrayList<>();
    /** The same texts are held against every form, as the row itself and as the row above. */
    private final Map<String, String> folded = new HashMap<>();

    /** Looks for these forms only. */
    Tables(List<Form> forms) {
        this.forms = forms;
    }

    /** What is wrong with whole sheets and their headers. */
    List<Finding> findings() {
        return findings;
    }

    /**
     * The tables, those that others refer to first.
     *
     * @throws Refusal UNUSABLE if there is none
     */
    List<Table> in(Book book) {
        var found = new ArrayList<Table>();
        for (var sheet : book.sheets()) {
            if (sheet.hidden()) {
                findings.add(about(
                        sheet,
                        Severity.VIOLATION,
                        -1,
                        "hidden-sheet",
                        Text.of(
                                "工作表 `%s` 是隐藏的，没有读取；请取消隐藏，或者删除",
                                "the sheet `%s` is hidden and was not read; show it, or delete it", sheet.name())));
            } else if (!sheet.name().equals(Marked.SHEET) && !sheet.name().equals(SheetExports.ABOUT)) {
                table(sheet, book.encoding().isPresent()).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            throw unknown();
        }
        found.sort(java.util.Comparator.comparing(Table::form));
        return found;
    }

    /** The table of one sheet, if it has a header that is known. */
    Optional<Table> find(Sheet sheet, Book book) {
        return table(sheet, book.encoding().isPresent());
    }

    private Optional<Table> table(Sheet sheet, boolean isText) {
        var best = forms.stream()
                .flatMap(form -> heads(form, sheet).stream())
                .max(java.util.Comparator.comparingInt(Head::score))
                .filter(head -> head.score() >= ENOUGH);
        best.ifPresent(head -> judge(sheet, head));
        if (best.isEmpty() && !sheet.lines().isEmpty()) {
            findings.add(about(
                    sheet,
                    Severity.INFO,
                    -1,
                    "unknown-sheet",
                    Text.of(
                            "工作表 `%s` 没有可识别的表头，没有读取",
                            "the sheet `%s` has no header that is known and was not read", sheet.name())));
        }
        return best.map(head -> new Table(
                head.form(),
                sheet,
                head.places(),
                head.row(),
                sheet.lines().stream().filter(line -> line.row() > head.row()).toList(),
                isText));
    }

    /** A header that a form could have. */
    private record Head(Form form, int row, Map<Column, Integer> places, Map<Integer, String> unknown) {
        int score() {
            // a sheet of systems has few columns of its own; what it must have tells it from others
            var needed = (int) places.keySet().stream().filter(Column::needed).count();
            return places.size() < ENOUGH && places.size() < 2 ? 0 : places.size() * 2 + needed;
        }
    }

    private List<Head> heads(Form form, Sheet sheet) {
        var top = sheet.lines().stream().limit(LOOKED_THROUGH).toList();
        var heads = new ArrayList<Head>();
        for (var at = 0; at < top.size(); at++) {
            var one = head(form, top.get(at), Optional.empty());
            heads.add(one);
            if (at > 0) {
                var two = head(form, top.get(at), Optional.of(top.get(at - 1)));
                if (two.places().size() > one.places().size()) {
                    heads.add(two);
                }
            }
        }
        return heads;
    }

    private Head head(Form form, Line line, Optional<Line> above) {
        var ranks = new HashMap<Column, Integer>();
        var places = new LinkedHashMap<Column, Integer>();
        var unknown = new TreeMap<Integer, String>();
        var width = Math.max(line.width(), above.map(Line::width).orElse(0));
        for (var at = 0; at < width; at++) {
            var place = at;
            var match = match(form, line.text(at)).or(() -> above.flatMap(upper -> match(form, upper.text(place))));
            if (match.isPresent()) {
                var column = match.get().column();
                if (match.get().rank() < ranks.getOrDefault(column, Integer.MAX_VALUE)) {
                    Optional.ofNullable(places.get(column)).ifPresent(loser -> unknown.put(loser, line.text(loser)));
                    ranks.put(column, match.get().rank());
                    places.put(column, at);
                } else {
                    unknown.put(at, line.text(at));
                }
            } else if (!line.text(at).isEmpty() && !SheetExports.isAbout(line.text(at))) {
                unknown.put(at, line.text(at));
            }
        }
        return new Head(form, line.row(), places, unknown);
    }

    private Optional<Columns.Headed> match(Form form, String header) {
        return columns.headed(form, folded.computeIfAbsent(header, Fold::header));
    }

    private void judge(Sheet sheet, Head head) {
        head.unknown().forEach((place, text) -> findings.add(at(sheet, head.row(), place, text)));
        var has = new HashSet<String>();
        head.places().keySet().forEach(column -> has.add(column.key()));
        columns.of(head.form()).stream()
                .filter(column -> column.needed() && !has.contains(column.key()))
                .forEach(column -> findings.add(about(
                        sheet,
                        Severity.VIOLATION,
                        head.row(),
                        "column-missing",
                        Text.of(
                                "缺少“%s”列；请加上这一列并逐行填写",
                                "the column `%s` is missing; add it and fill it in every row",
                                column.header().zh()))));
        if (head.form() == Form.ENTRY && has.contains("itemName") && !hasAny(has, "level", "itemLevel")) {
            findings.add(
                    about(
                            sheet,
                            Severity.VIOLATION,
                            head.row(),
                            "column-missing",
                            Text.of(
                                    "缺少“信息项级别”或者“数据级别”列；请加上其中一列（政务数据共享条例第十三条要求数据分类分级）",
                                    "neither the column `信息项级别` (item level) nor `数据级别` (security level) is there; add one of them (Order 809 Art 13)")));
        }
    }

    private static boolean hasAny(Set<String> has, String... keys) {
        return java.util.Arrays.stream(keys).anyMatch(has::contains);
    }

    private static Finding at(Sheet sheet, int row, int place, String text) {
        return new Finding(
                Severity.WARNING,
                sheet.name(),
                row,
                place,
                text,
                "column-unknown",
                text,
                Text.of(
                        "不认识%s列的表头 `%s`，该列没有读取；可用的表头见 /api/v1/imports/columns",
                        "the header of column %s, `%s`, is not known and the column was not read; see /api/v1/imports/columns",
                        Area.letters(place),
                        text),
                Optional.empty(),
                Optional.empty());
    }

    private static Finding about(Sheet sheet, Severity severity, int row, String check, Text message) {
        return new Finding(severity, sheet.name(), row, -1, "", check, "", message, Optional.empty(), Optional.empty());
    }

    private Refusal unknown() {
        var headers = columns.of(forms.contains(Form.ENTRY) ? Form.ENTRY : forms.get(0)).stream()
                .filter(Column::needed)
                .map(column -> column.header().zh())
                .toList();
        return Refusal.of(
                Kind.UNUSABLE,
                "没有找到可识别的表头；表头应如：%s；全部可用的表头见 /api/v1/imports/columns",
                "no header that is known was found; headers are such as %s; see /api/v1/imports/columns for all of them",
                String.join("、", headers));
    }
}
