package org.shuqi.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.time.Instants;

/** A question as it is kept: in the caller's words, but with nothing left that "now" could change. */
final class QuestionText {

    private QuestionText() {}

    /** The question with its instant written out: now if it names none, the start of the day if it names a date. */
    static QuestionForm dated(QuestionForm form, ZoneId zone, Clock clock) {
        var at = form.at().map(String::strip).filter(some -> !some.isEmpty());
        var instant = at.isEmpty()
                ? Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                // a plus sign in a query string that was not escaped arrives as a space
                : at.map(text -> text.replace(' ', '+'))
                        .flatMap(text -> text.indexOf('T') > 0 ? Instants.zoned(text) : Instants.date(text, zone));
        // what cannot be read stays as it is: the engine refuses it in words that name it
        return form.asOf(instant.map(Object::toString).or(() -> at), form.knownAt());
    }

    /** The question as it is asked of one revision for ever. */
    static QuestionForm fixed(QuestionForm dated, long revision) {
        return dated.asOf(dated.at(), OptionalLong.of(revision));
    }

    /** As JSON without spaces, keys in order, what is not given left out. */
    static String of(QuestionForm form) {
        var json = new TreeMap<String, Object>();
        json.put("recipient", form.recipient());
        json.put("dataset", form.dataset());
        if (!form.items().isEmpty()) {
            json.put("items", form.items());
        }
        form.purpose().ifPresent(value -> json.put("purpose", value));
        form.method().ifPresent(value -> json.put("method", value));
        form.action().ifPresent(value -> json.put("action", value));
        form.thirdParty().ifPresent(value -> json.put("thirdParty", value));
        form.destination().ifPresent(value -> json.put("destination", value));
        form.provider().ifPresent(value -> json.put("provider", value));
        form.region().ifPresent(value -> json.put("region", value));
        form.at().ifPresent(value -> json.put("at", value));
        form.knownAt().ifPresent(value -> json.put("knownAt", value));
        return Canonical.text(json);
    }

    /**
     * Reads it back.
     *
     * @throws Refusal INVALID if it is no such text, because somebody wrote the receipt by hand
     */
    static QuestionForm read(String text) {
        var json = tree(text);
        var items = new ArrayList<String>();
        json.path("items").forEach(item -> items.add(item.asText()));
        return new QuestionForm(
                json.path("recipient").asText(),
                json.path("dataset").asText(),
                List.copyOf(items),
                word(json, "purpose"),
                word(json, "method"),
                word(json, "action"),
                word(json, "thirdParty"),
                word(json, "destination"),
                word(json, "provider"),
                word(json, "region"),
                word(json, "at"),
                json.path("knownAt").isIntegralNumber()
                        ? OptionalLong.of(json.path("knownAt").asLong())
                        : OptionalLong.empty());
    }

    private static JsonNode tree(String text) {
        try {
            var json = JsonTree.of(text.getBytes(StandardCharsets.UTF_8));
            if (!json.isObject() || !json.path("at").isTextual()) {
                throw broken();
            }
            return json;
        } catch (Refusal unreadable) {
            throw unreadable.problem().kind() == Kind.INVALID ? unreadable : broken();
        }
    }

    private static Refusal broken() {
        return Refusal.of(
                Kind.INVALID,
                "回执中的问题原文无法读取；它不是本服务写入的",
                "the question of the receipt cannot be read; this service did not write it");
    }

    private static Optional<String> word(JsonNode json, String name) {
        return json.path(name).isTextual() ? Optional.of(json.path(name).asText()) : Optional.empty();
    }
}
