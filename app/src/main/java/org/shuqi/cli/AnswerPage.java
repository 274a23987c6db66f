package org.shuqi.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shuqi.problem.Text;

/** Shows an answer to a person, in the order a person asks: may it, why, what then, what else. */
final class AnswerPage {

    private static final Map<String, Text> OUTCOMES = Map.of(
            "permit", new Text("可以共享", "may be shared"),
            "apply", new Text("合法，但须先办理手续", "lawful, but something must be filed first"),
            "negotiate", new Text("须先协商", "to be negotiated"),
            "deny", new Text("不得共享", "must not be shared"),
            "out-of-scope", new Text("不属于政务数据共享", "not government data sharing"),
            "unknown", new Text("当时没有已发布的目录条目", "no published catalogue entry at that time"));

    private final Terminal terminal;

    AnswerPage(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(Map<String, Object> answer) {
        var outcome = text(answer, "outcome");
        var words = Optional.ofNullable(OUTCOMES.get(outcome)).orElse(new Text(outcome, outcome));
        terminal.print("%s: %s (%s)".formatted(outcome, words.in(terminal.language()), text(answer, "stage")));
        section(new Text("数据项", "items"), list(answer, "items"), item -> "%s  %s (%s)"
                .formatted(text(item, "outcome"), text(item, "item"), text(item, "stage")));
        section(new Text("理由", "reasons"), list(answer, "reasons"), AnswerPage::reason);
        section(new Text("义务", "duties"), list(answer, "duties"), duty -> text(duty, "text"));
        lines(new Text("所依据的协议或申请", "agreements and requests relied on"), answer.getOrDefault("grants", List.of()));
        section(new Text("办理途径", "what to file"), list(answer, "route"), AnswerPage::step);
        section(
                new Text("最少还需", "the least that would make it a permit"),
                list(answer, "nearest"),
                AnswerPage::changes);
        if (answer.containsKey("validUntil")) {
            terminal.print(heading(new Text("有效至", "valid until")) + " " + text(answer, "validUntil"));
        }
        terminal.print(heading(new Text("修订", "revision")) + " " + text(answer, "revision"));
        if (answer.containsKey("bundleUntil")) {
            terminal.print(heading(new Text("离线许可包有效至", "bundle usable until")) + " " + text(answer, "bundleUntil"));
        }
        if (answer.containsKey("receipt")) {
            terminal.print(heading(new Text("回执", "receipt")) + " " + text(answer, "receipt"));
        }
    }

    private void section(Text title, List<Map<String, Object>> entries, Function<Map<String, Object>, String> line) {
        if (!entries.isEmpty()) {
            terminal.print(heading(title));
            entries.forEach(entry -> terminal.print("  - " + line.apply(entry)));
        }
    }

    private void lines(Text title, Object values) {
        if (values instanceof List<?> list && !list.isEmpty()) {
            terminal.print(heading(title));
            list.forEach(value -> terminal.print("  - " + value));
        }
    }

    private String heading(Text title) {
        return title.in(terminal.language()) + ("zh".equals(terminal.language().getLanguage()) ? "：" : ":");
    }

    private static String reason(Map<String, Object> reason) {
        var basis = reason.get("basis") instanceof List<?> list && !list.isEmpty() ? " " + list : "";
        return "%s %s%s".formatted(text(reason, "stage"), text(reason, "text"), basis);
    }

    private static String step(Map<String, Object> step) {
        return text(step, "text") + (step.containsKey("with") ? " → " + text(step, "with") : "");
    }

    private static String changes(Map<String, Object> set) {
        return String.join(
                " + ", list(set, "changes").stream().map(AnswerPage::step).toList());
    }

    private static String text(Map<String, Object> form, String key) {
        return String.valueOf(form.getOrDefault(key, ""));
    }

    @SuppressWarnings("unchecked") // the form is made of maps, lists and strings only
    private static List<Map<String, Object>> list(Map<String, Object> form, String key) {
        return form.get(key) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }
}
