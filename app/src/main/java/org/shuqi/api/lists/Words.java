package org.shuqi.api.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuqi.decision.Answer;
import org.shuqi.decision.Lists;

/** Rows as names and values, in the words of one language: what is written as JSON. */
final class Words {

    private final Locale language;

    Words(Locale language) {
        this.language = language;
    }

    Map<String, Object> recipient(Lists.Entry entry) {
        return entry("recipient", entry);
    }

    Map<String, Object> dataset(Lists.Entry entry) {
        return entry("dataset", entry);
    }

    Map<String, Object> purpose(Lists.Entry entry) {
        return entry("purpose", entry);
    }

    Map<String, Object> method(Lists.Entry entry) {
        var form = entry("method", entry);
        var iri = entry.what().iri();
        form.put("code", iri.substring(iri.lastIndexOf('/') + 1));
        return form;
    }

    private Map<String, Object> entry(String what, Lists.Entry entry) {
        var form = new LinkedHashMap<String, Object>();
        form.put(what, entry.what().iri());
        form.put("name", in(entry.what()));
        form.put("purposes", entry.purposes());
        some(form, entry.items());
        form.put("grants", entry.grants());
        entry.validUntil().ifPresent(until -> form.put("validUntil", until.toString()));
        return form;
    }

    /** The items are named only if they are not all that were asked for. */
    private static void some(Map<String, Object> form, List<String> items) {
        if (!items.isEmpty()) {
            form.put("items", items);
        }
    }

    Map<String, Object> holding(Lists.Holding row) {
        var form = new LinkedHashMap<String, Object>();
        put(form, "dataset", row.dataset());
        put(form, "item", row.item());
        row.level().ifPresent(level -> put(form, "level", level));
        form.put("kinds", row.kinds());
        form.put("purposes", row.purposes());
        form.put("grants", row.grants());
        row.validUntil().ifPresent(until -> form.put("validUntil", until.toString()));
        return form;
    }

    Map<String, Object> flow(Lists.Flow row) {
        var form = new LinkedHashMap<String, Object>();
        put(form, "provider", row.provider());
        put(form, "recipient", row.recipient());
        put(form, "dataset", row.dataset());
        put(form, "purpose", row.purpose());
        form.put("method", row.method());
        some(form, row.items());
        row.level().ifPresent(level -> put(form, "level", level));
        form.put("basis", row.basis());
        form.put("agreements", row.grants());
        row.validFrom().ifPresent(from -> form.put("validFrom", from.toString()));
        row.validUntil().ifPresent(until -> form.put("validUntil", until.toString()));
        form.put("duties", row.duties().stream().map(this::duty).toList());
        return form;
    }

    Map<String, Object> onward(Lists.Onward row) {
        var form = new LinkedHashMap<String, Object>();
        put(form, "recipient", row.receiver());
        put(form, "purpose", row.purpose());
        form.put("steps", row.steps());
        put(form, "from", row.from());
        form.put("path", row.path());
        form.put("grants", row.grants());
        form.put("consents", row.consents());
        row.validUntil().ifPresent(until -> form.put("validUntil", until.toString()));
        form.put("duties", row.duties().stream().map(this::duty).toList());
        return form;
    }

    Map<String, Object> aggregate(Lists.Aggregate row) {
        var form = new LinkedHashMap<String, Object>();
        put(form, "kind", row.kind());
        form.put("items", row.items());
        form.put("datasets", row.datasets());
        row.level().ifPresent(level -> {
            put(form, "level", level);
            form.put("itemsOfThatLevel", row.atThatLevel());
        });
        return form;
    }

    String in(Lists.Named named) {
        return named.name().in(language);
    }

    private void put(Map<String, Object> form, String key, Lists.Named named) {
        form.put(key, named.iri());
        form.put(key + "Name", in(named));
    }

    private Map<String, Object> duty(Answer.Duty duty) {
        var form = new LinkedHashMap<String, Object>();
        form.put("duty", duty.duty());
        form.put("text", duty.text().in(language));
        form.put("source", duty.source());
        return form;
    }
}
