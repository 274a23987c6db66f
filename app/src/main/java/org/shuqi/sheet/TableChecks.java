package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation.Severity;

/** What must hold between the things of one table. */
final class TableChecks {

    private static final Pattern NUMBERED = Pattern.compile("(.*?\\D)(\\d{1,6})([)）】\\]]?)", Pattern.DOTALL);
    private static final double MOST = 0.8;

    private TableChecks() {}

    static void check(List<Draft> drafts) {
        duplicates(drafts);
        series(drafts);
        if (!drafts.isEmpty() && drafts.get(0).form() == Form.ENTRY) {
            serials(drafts);
        }
    }

    /** A thing that comes again is told once, by its code if that is the same, else by its name. */
    private static void duplicates(List<Draft> drafts) {
        var codes = new HashMap<String, Draft>();
        var names = new HashMap<String, Draft>();
        for (var draft : drafts) {
            var code = Fold.half(draft.unit().text("code"));
            var name = Fold.name(draft.unit().text("name"));
            var sameCode = code.isEmpty() ? null : codes.putIfAbsent(code, draft);
            var sameName = name.isEmpty() || draft.form() != Form.ENTRY ? null : names.putIfAbsent(name, draft);
            if (sameCode != null) {
                fault(
                        draft,
                        "code",
                        "code-duplicate",
                        "代码 `%s` 已用于第 %d 行的 `%s`；一个资源一个代码，同一资源的各行须放在一起",
                        "the code `%s` is that of row %d, `%s`; one code for one resource, and its rows side by side",
                        code,
                        sameCode.unit().first().row() + 1,
                        sameCode.unit().text("name"));
            } else if (sameName != null) {
                fault(
                        draft,
                        "name",
                        "name-duplicate",
                        "名称 `%s` 与第 %d 行的 `%s` 相同（不计空格、标点和全角半角）；请改成能区分的名称，或者删去一个",
                        "the name `%s` is that of row %d, `%s`, but for blanks, punctuation and width; tell them apart, or delete one",
                        draft.unit().text("name"),
                        sameName.unit().first().row() + 1,
                        sameName.unit().text("name"));
            }
        }
    }

    /** Names such as “…信息1”, “…信息2” one below the other come from dragging a cell down. */
    private static void series(List<Draft> drafts) {
        var at = 0;
        while (at < drafts.size()) {
            var end = at;
            while (end + 1 < drafts.size() && follows(drafts.get(end), drafts.get(end + 1))) {
                end++;
            }
            if (end > at) {
                fault(
                        drafts.get(at + 1),
                        "name",
                        "name-series",
                        "名称从 `%s` 到 `%s` 逐行加一（第 %d 到 %d 行），像是下拉填充的结果；请逐个填写真实名称",
                        "names count up from `%s` to `%s` (rows %d to %d), as dragging a cell down makes them; write the name of each",
                        drafts.get(at).unit().text("name"),
                        drafts.get(end).unit().text("name"),
                        drafts.get(at).unit().first().row() + 1,
                        drafts.get(end).unit().first().row() + 1);
            }
            at = end + 1;
        }
    }

    private static boolean follows(Draft one, Draft next) {
        var before = NUMBERED.matcher(Fold.half(one.unit().text("name")));
        var after = NUMBERED.matcher(Fold.half(next.unit().text("name")));
        return before.matches()
                && after.matches()
                && Fold.key(before.group(1)).equals(Fold.key(after.group(1)))
                && !isYear(before.group(2))
                && Integer.parseInt(after.group(2)) == Integer.parseInt(before.group(2)) + 1;
    }

    private static boolean isYear(String number) {
        return number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
    }

    /** Serials may be of any length, but one that differs from nearly all others is mostly a slip. */
    private static void serials(List<Draft> drafts) {
        var formed = new ArrayList<Draft>();
        Map<Integer, Integer> lengths = new HashMap<>();
        for (var draft : drafts) {
            var code = Fold.half(draft.unit().text("code"));
            if (EntryChecks.CODE.matcher(code).matches()) {
                formed.add(draft);
                lengths.merge(serial(code), 1, Integer::sum);
            }
        }
        var usual = lengths.entrySet().stream().max(Map.Entry.comparingByValue());
        if (formed.size() < 5 || usual.isEmpty() || usual.get().getValue() < MOST * formed.size()) {
            return;
        }
        formed.stream()
                .filter(draft -> serial(Fold.half(draft.unit().text("code")))
                        != usual.get().getKey())
                .forEach(draft -> draft.findings()
                        .add(draft.table()
                                .at(
                                        Severity.WARNING,
                                        draft.unit().first(),
                                        "code",
                                        "code-length",
                                        Text.of(
                                                "本表代码的顺序码一般为 %d 位，这里是 %d 位；请核对",
                                                "serials of this sheet mostly have %d signs, this one has %d; check it",
                                                usual.get().getKey(),
                                                serial(Fold.half(draft.unit().text("code")))))));
    }

    private static int serial(String code) {
        return code.length() - code.indexOf('/') - 1;
    }

    private static void fault(Draft draft, String key, String check, String zh, String en, Object... arguments) {
        draft.findings().add(draft.table().fault(draft.unit().first(), key, check, zh, en, arguments));
    }
}
