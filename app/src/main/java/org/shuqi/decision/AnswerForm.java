package org.shuqi.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuqi.problem.Text;

/** An answer as names and values, in the words of one language: what HTTP, AuthZEN and the command line write as JSON. */
public final class AnswerForm {

    private final Locale language;

    private AnswerForm(Locale language) {
        this.language = language;
    }

    /**
     * The answer as maps, lists, strings and numbers, in a fixed order.
     *
     * <p>Keys: {@code outcome}, {@code stage}, {@code items}, {@code permitted} (the items that may flow), {@code reasons},
     * {@code duties}, {@code grants}, {@code validUntil} (only if time alone could change the answer), {@code revision},
     * {@code nearest}, {@code route}, {@code withheld} (only if something is).
     */
    public static Map<String, Object> of(Answer answer, Locale language) {
        return new AnswerForm(language).answer(answer);
    }

    private Map<String, Object> answer(Answer answer) {
        var form = new LinkedHashMap<String, Object>();
        form.put("outcome", answer.outcome().code());
        form.put("stage", answer.stage());
        form.put("items", answer.items().stream().map(AnswerForm::item).toList());
        form.put("permitted", permitted(answer));
        form.put("reasons", answer.reasons().stream().map(this::reason).toList());
        form.put("duties", answer.duties().stream().map(this::duty).toList());
        form.put("grants", answer.grants());
        answer.validUntil().ifPresent(until -> form.put("validUntil", until.toString()));
        form.put("revision", answer.revision());
        form.put("nearest", answer.nearest().stream().map(this::changes).toList());
        form.put("route", answer.route().stream().map(this::step).toList());
        if (answer.withheld() > 0) {
            form.put("withheld", withheld(answer.withheld()));
        }
        return form;
    }

    private Map<String, Object> withheld(int count) {
        var text = Text.of(
                "有 %d 项理由、依据或者办法涉及您不能查阅的记录，未予列出",
                "%d reasons, grants or ways speak of records that you may not read, and are left out", count);
        var form = new LinkedHashMap<String, Object>();
        form.put("count", count);
        form.put("text", in(text));
        form.put("zh", text.zh());
        form.put("en", text.en());
        return form;
    }

    private static List<String> permitted(Answer answer) {
        return answer.items().stream()
                .filter(item -> item.outcome() == Outcome.PERMIT)
                .map(Answer.ItemAnswer::item)
                .toList();
    }

    private static Map<String, Object> item(Answer.ItemAnswer item) {
        var form = new LinkedHashMap<String, Object>();
        form.put("item", item.item());
        form.put("outcome", item.outcome().code());
        form.put("stage", item.stage());
        return form;
    }

    private Map<String, Object> reason(Answer.Reason reason) {
        var form = new LinkedHashMap<String, Object>();
        form.put("stage", reason.stage());
        form.put("rule", reason.rule());
        form.put("text", in(reason.text()));
        form.put("zh", reason.text().zh());
        form.put("en", reason.text().en());
        form.put("basis", reason.basis());
        return form;
    }

    private Map<String, Object> duty(Answer.Duty duty) {
        var form = new LinkedHashMap<String, Object>();
        form.put("duty", duty.duty());
        form.put("text", in(duty.text()));
        form.put("source", duty.source());
        return form;
    }

    private Map<String, Object> changes(Answer.ChangeSet set) {
        return Map.of("changes", set.changes().stream().map(this::step).toList());
    }

    private Map<String, Object> step(Answer.Step step) {
        var form = new LinkedHashMap<String, Object>();
        form.put("kind", step.kind());
        form.put("text", in(step.text()));
        step.with().ifPresent(with -> form.put("with", with));
        form.put("subject", step.subject());
        return form;
    }

    private String in(Text text) {
        return text.in(language);
    }
}
