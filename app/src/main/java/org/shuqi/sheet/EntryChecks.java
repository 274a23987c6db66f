package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.vocabulary.Sq;

/** What must hold between the cells of one catalogue entry. */
final class EntryChecks {

    /** Source: 发改高技〔2017〕1272号, class code and serial code; the slash as catalogue programs write it. */
    static final Pattern CODE = Pattern.compile("[0-9]{6}[0-9A-Z]*/[0-9A-Z]+");

    private static final String ARTICLE_15 = "https://w3id.org/shuqi/law/order-809-15";

    private final Columns columns = Columns.PUBLISHED;
    private final Directory directory;
    private final Values values;

    EntryChecks(Directory directory, Values values) {
        this.directory = directory;
        this.values = values;
    }

    void check(Draft draft) {
        code(draft);
        providerCode(draft);
        systemName(draft);
        formats(draft);
        sharing(draft);
        opening(draft);
        items(draft);
    }

    private void code(Draft draft) {
        var code = Fold.half(draft.unit().text("code"));
        if (!code.isEmpty() && !draft.hasFault("code") && !CODE.matcher(code).matches()) {
            fault(
                    draft,
                    "code",
                    "code-form",
                    "信息资源代码 `%s` 不合规则；请写成六位分类码（类1位、项2位、目3位，可带细目）、斜杠和顺序码，例如 307001/000001",
                    "the resource code `%s` is not formed as one; write six digits (and detail), a slash and a serial, as in 307001/000001",
                    code);
        }
    }

    private void providerCode(Draft draft) {
        var code = Fold.half(draft.unit().text("providerCode"));
        var provider = draft.nodes("provider").stream().findFirst();
        if (code.isEmpty() || provider.isEmpty()) {
            return;
        }
        var known = directory.numbers(provider.get());
        if (!known.isEmpty() && !known.contains(code)) {
            fault(
                    draft,
                    "providerCode",
                    "provider-code",
                    "提供方代码 `%s` 不是 `%s` 的代码；应为 %s",
                    "the provider code `%s` is not that of `%s`; it is %s",
                    code,
                    draft.unit().text("provider"),
                    String.join("、", known));
        }
    }

    /** An entry is what a system holds, not the system. */
    private void systemName(Draft draft) {
        var name = Fold.name(draft.unit().text("name"));
        var system = draft.unit().text("system");
        var same = !system.isEmpty()
                && List.of(system.split("[;；]")).stream()
                        .anyMatch(each -> Fold.name(each).equals(name));
        if (!name.isEmpty()
                && (same
                        || directory
                                .local(Form.SYSTEM, draft.unit().text("name"))
                                .isPresent())) {
            fault(
                    draft,
                    "name",
                    "name-is-system",
                    "名称 `%s` 就是系统名称；请填写系统中数据的名称",
                    "the name `%s` is that of the system; name the data in it",
                    draft.unit().text("name"));
        }
    }

    private void formats(Draft draft) {
        var classes = draft.nodes("format");
        var formats = classes.stream()
                .map(EntryChecks::local)
                .map(columns::formats)
                .flatMap(Optional::stream)
                .toList();
        if (formats.isEmpty() || draft.hasFault("format")) {
            return;
        }
        for (var type : draft.unit().text("formatType").split("[;；,，、/|\\s]+")) {
            var folded = Fold.key(type);
            if (!folded.isEmpty()
                    && formats.stream()
                            .noneMatch(each -> each.formats().contains("*")
                                    || each.formats().contains(folded))) {
                fault(
                        draft,
                        "formatType",
                        "format-mismatch",
                        "格式 `%s` 不属于“%s”；可填：%s",
                        "the format `%s` is not one of `%s`; write one of: %s",
                        type,
                        draft.unit().text("format"),
                        String.join("、", formats.get(0).formats()));
            }
        }
        for (var method : draft.nodes("method")) {
            if (formats.stream().noneMatch(each -> each.methods().contains(local(method)))) {
                fault(
                        draft,
                        "method",
                        "method-mismatch",
                        "格式为“%s”的资源不能以“%s”方式共享；可用：%s",
                        "a resource of the format `%s` cannot be shared by `%s`; there are: %s",
                        draft.unit().text("format"),
                        directory.label(column("method"), method),
                        words("method", formats.get(0).methods()));
            }
        }
    }

    private String words(String key, List<String> codes) {
        var column = column(key);
        return String.join(
                "、",
                codes.stream()
                        .map(code -> directory.label(column, Sq.code(column.list(), code)))
                        .toList());
    }

    private void sharing(Draft draft) {
        var attribute = draft.nodes("sharing").stream()
                .map(EntryChecks::local)
                .findFirst()
                .orElse("");
        if (attribute.equals("conditional")) {
            conditional(draft);
        } else if (attribute.equals("not-shared")) {
            withheld(draft);
        }
    }

    private void conditional(Draft draft) {
        var missing = missing(draft, "scope", "purpose");
        if (!missing.isEmpty()) {
            draft.findings()
                    .add(legal(draft.table()
                            .at(
                                    Severity.VIOLATION,
                                    draft.unit().first(),
                                    missing.get(0),
                                    "condition-missing",
                                    Text.of(
                                            "有条件共享须列明共享条件，缺少%s；请填写（政务数据共享条例第十五条）",
                                            "a conditional entry lists its conditions, and lacks %s; fill it in (Order 809 Art 15)",
                                            headers(missing)))));
        }
    }

    private void withheld(Draft draft) {
        var missing = missing(draft, "basis", "reason");
        if (!missing.isEmpty()) {
            draft.findings()
                    .add(legal(draft.table()
                            .at(
                                    Severity.VIOLATION,
                                    draft.unit().first(),
                                    missing.get(0),
                                    "basis-missing",
                                    Text.of(
                                            "不予共享须有理由和法律、行政法规或者国务院决定的依据，缺少%s；请填写，或者改为共享（政务数据共享条例第十五条）",
                                            "a withheld entry has a reason and a law, administrative regulation or State Council decision behind it, and"
                                                    + " lacks %s; fill it in, or share it (Order 809 Art 15)",
                                            headers(missing)))));
        }
        var bases = draft.nodes("basis");
        if (!bases.isEmpty() && bases.stream().noneMatch(values::suffices)) {
            draft.findings()
                    .add(legal(draft.table()
                            .at(
                                    isOld(draft) ? Severity.WARNING : Severity.VIOLATION,
                                    draft.unit().first(),
                                    "basis",
                                    "basis-rank",
                                    Text.of(
                                            "依据 `%s` 位阶不足；不予共享只能依据法律、行政法规或者国务院决定（政务数据共享条例第十五条）",
                                            "the basis `%s` does not rank high enough; only a law, an administrative regulation or a State Council decision"
                                                    + " lets an entry be withheld (Order 809 Art 15)",
                                            draft.unit().text("basis")))));
        }
    }

    /** Order 809 took effect on 1 August 2025; entries from before are to be mended by and by. */
    private static boolean isOld(Draft draft) {
        return draft.nodes("issued").stream()
                .anyMatch(day -> day.getLiteralLexicalForm().compareTo("2025-08-01") < 0);
    }

    private List<String> missing(Draft draft, String... keys) {
        var missing = new ArrayList<String>();
        for (var key : keys) {
            if (draft.unit().text(key).isEmpty() && !draft.hasFault(key)) {
                missing.add(key);
            }
        }
        return missing;
    }

    private String headers(List<String> keys) {
        return String.join(
                "、",
                keys.stream().map(key -> "“" + column(key).header().zh() + "”").toList());
    }

    private void opening(Draft draft) {
        var conditional = draft.nodes("open").stream().map(EntryChecks::local).anyMatch("conditional"::equals);
        if (conditional && draft.unit().text("openCondition").isEmpty()) {
            fault(
                    draft,
                    "openCondition",
                    "open-condition-missing",
                    "有条件开放须列明开放条件；请填写",
                    "an entry opened under conditions lists them; fill them in");
        }
    }

    private void items(Draft draft) {
        var seen = new HashMap<String, Integer>();
        for (var item : draft.items()) {
            var name = draft.table().text(item.line(), "itemName");
            var before = name.isEmpty()
                    ? null
                    : seen.putIfAbsent(Fold.name(name), item.line().row());
            if (before != null) {
                draft.findings()
                        .add(draft.table()
                                .fault(
                                        item.line(),
                                        "itemName",
                                        "item-duplicate",
                                        "信息项 `%s` 与第 %d 行重复；请删去一行，或者改名",
                                        "the item `%s` is that of row %d again; delete one of them, or rename it",
                                        name,
                                        before + 1));
            }
            level(draft, item);
        }
    }

    private void level(Draft draft, Draft.Item item) {
        var table = draft.table();
        var stated = !table.text(item.line(), "itemLevel").isEmpty()
                || !draft.unit().text("level").isEmpty();
        if (!stated && (table.has("itemLevel") || table.has("level"))) {
            draft.findings()
                    .add(table.fault(
                            item.line(),
                            table.has("itemLevel") ? "itemLevel" : "level",
                            "level-missing",
                            "信息项没有级别，条目也没有；请填写：%s（政务数据共享条例第十三条）",
                            "neither the item nor the entry has a level; write one of: %s (Order 809 Art 13)",
                            directory.choices("level")));
        }
    }

    private Column column(String key) {
        return columns.of(Form.ENTRY, key);
    }

    private static void fault(Draft draft, String key, String check, String zh, String en, Object... arguments) {
        draft.findings().add(draft.table().fault(draft.unit().first(), key, check, zh, en, arguments));
    }

    private static Finding legal(Finding finding) {
        return new Finding(
                finding.severity(),
                finding.sheet(),
                finding.row(),
                finding.column(),
                finding.header(),
                finding.check(),
                finding.value(),
                finding.message(),
                finding.shape(),
                Optional.of(ARTICLE_15));
    }

    static String local(Node code) {
        var text = code.toString();
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
