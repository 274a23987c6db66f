package org.shuqi.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shuqi.decision.Answer;
import org.shuqi.problem.Text;
import org.shuqi.record.JsonTree;

/**
 * An answer as the one text that it always gives: sentences in both languages, keys in order, and every list sorted, since
 * the engine numbers what it knows anew at each start and may list equals in another order then.
 */
final class Canonical {

    private Canonical() {}

    /** The answer as JSON without spaces. */
    static String of(Answer answer) {
        var form = new TreeMap<String, Object>();
        form.put("outcome", answer.outcome().code());
        form.put("stage", answer.stage());
        form.put("items", sorted(answer.items().stream().map(Canonical::item).toList()));
        form.put(
                "reasons",
                sorted(answer.reasons().stream().map(Canonical::reason).toList()));
        form.put("duties", sorted(answer.duties().stream().map(Canonical::duty).toList()));
        form.put("grants", answer.grants().stream().sorted().toList());
        answer.validUntil().ifPresent(until -> form.put("validUntil", until.toString()));
        form.put("revision", answer.revision());
        form.put("nearest", sorted(answer.nearest().stream().map(Canonical::set).toList()));
        form.put("route", sorted(answer.route().stream().map(Canonical::step).toList()));
        return text(form);
    }

    /** The value as JSON without spaces; maps have to come in order. */
    static String text(Object form) {
        return new String(JsonTree.bytes(form), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<String, Object> item(Answer.ItemAnswer item) {
        return new TreeMap<>(
                Map.of("item", item.item(), "outcome", item.outcome().code(), "stage", item.stage()));
    }

    private static Map<String, Object> reason(Answer.Reason reason) {
        var form = new TreeMap<String, Object>(Map.of("stage", reason.stage(), "rule", reason.rule()));
        form.put("basis", reason.basis().stream().sorted().toList());
        return said(form, reason.text());
    }

    private static Map<String, Object> duty(Answer.Duty duty) {
        return said(new TreeMap<>(Map.of("duty", duty.duty(), "source", duty.source())), duty.text());
    }

    private static List<Map<String, Object>> set(Answer.ChangeSet set) {
        return sorted(set.changes().stream().map(Canonical::step).toList());
    }

    private static Map<String, Object> step(Answer.Step step) {
        var form = new TreeMap<String, Object>(Map.of("kind", step.kind()));
        form.put("subject", step.subject().stream().sorted().toList());
        step.with().ifPresent(with -> form.put("with", with));
        return said(form, step.text());
    }

    private static Map<String, Object> said(Map<String, Object> form, Text text) {
        form.put("zh", text.zh());
        form.put("en", text.en());
        return form;
    }

    private static <T> List<T> sorted(Collection<T> forms) {
        return forms.stream().sorted(Comparator.comparing(Canonical::text)).toList();
    }
}
