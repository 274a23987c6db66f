package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.time.Instants;

/** The fields of a small form in JSON; one that nobody knows is refused. */
record Fields(ObjectNode object) {

    static Fields of(byte[] body, Set<String> known) {
        JsonNode tree = body.length == 0 ? JsonTree.object() : JsonTree.of(body);
        if (!(tree instanceof ObjectNode object)) {
            throw Refusal.of(Kind.UNUSABLE, "内容须是一个 JSON 对象", "the body has to be one JSON object");
        }
        var unknown = new TreeSet<String>();
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                unknown.add(key);
            }
        });
        if (!unknown.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "不认识 `%s`；可用：%s",
                    "`%s` is not known; there are %s",
                    unknown.first(),
                    String.join(", ", new TreeSet<>(known)));
        }
        return new Fields(object);
    }

    /** A text that is not blank. */
    Optional<String> text(String key) {
        var value = object.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw Refusal.of(Kind.UNUSABLE, "`%s` 须是文字", "`%s` has to be a string", key);
        }
        return value.isTextual() && !value.textValue().isBlank()
                ? Optional.of(value.textValue().strip())
                : Optional.empty();
    }

    String needed(String key) {
        return text(key).orElseThrow(() -> Refusal.of(Kind.UNUSABLE, "缺少 `%s`；请填写", "`%s` is missing; give it", key));
    }

    /** A text or a list of texts. */
    List<String> texts(String key) {
        var value = object.path(key);
        if (value.isArray()) {
            var texts = new ArrayList<String>();
            value.forEach(each -> texts.add(Questions.text(key, each)));
            return texts;
        }
        return text(key).stream().toList();
    }

    boolean flag(String key, boolean otherwise) {
        var value = object.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw Refusal.of(Kind.UNUSABLE, "`%s` 须是 true 或 false", "`%s` has to be true or false", key);
        }
        return value.booleanValue();
    }

    /** An object; an empty one if there is none. */
    ObjectNode object(String key) {
        var value = object.path(key);
        if (value instanceof ObjectNode found) {
            return found;
        }
        if (!value.isMissingNode() && !value.isNull()) {
            throw Refusal.of(Kind.UNUSABLE, "`%s` 须是一个 JSON 对象", "`%s` has to be one JSON object", key);
        }
        return object.objectNode();
    }

    Optional<Instant> instant(String key, ZoneId zone) {
        return text(key).map(text -> parse(text, zone));
    }

    static Instant parse(String text, ZoneId zone) {
        // an offset written `+08:00` arrives as ` 08:00` in an address
        return Instants.parse(text.replaceFirst("(T[0-9:.]+) (\\d\\d:\\d\\d)$", "$1+$2"), zone)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`%s` 不是时间；请写成 2026-03-01T09:00:00+08:00",
                        "`%s` is no instant; write 2026-03-01T09:00:00+08:00",
                        text));
    }
}
