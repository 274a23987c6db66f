package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** A question as query parameters or as a JSON object: the same names, the same rules. */
public final class Questions {

    private static final Set<String> NAMES = Set.of(
            "recipient",
            "dataset",
            "items",
            "purpose",
            "method",
            "action",
            "thirdParty",
            "destination",
            "provider",
            "region",
            "at",
            "knownAt");

    private final Map<String, List<String>> given;

    private Questions(Map<String, List<String>> given) {
        this.given = given;
    }

    /** From query parameters; {@code items} may be repeated or separated by commas. */
    static QuestionForm of(Map<String, List<String>> parameters) {
        var given = new LinkedHashMap<>(parameters);
        given.computeIfPresent("at", (name, values) -> signed(values));
        return new Questions(given).form();
    }

    /** From query parameters, as far as they are given; the names that are no part of a question are others'. */
    public static QuestionForm partly(Map<String, List<String>> parameters, Set<String> others) {
        var given = new LinkedHashMap<>(parameters);
        others.forEach(given::remove);
        given.computeIfPresent("at", (name, values) -> signed(values));
        return new Questions(given).partly(others);
    }

    /** The value of a parameter that is given once at most. */
    public static Optional<String> one(Map<String, List<String>> parameters, String name) {
        return new Questions(parameters).one(name);
    }

    // an offset written `+08:00` arrives as ` 08:00` unless its writer knew that a plus means a space in an address
    private static List<String> signed(List<String> instants) {
        return instants.stream()
                .map(at -> at.replaceFirst("(T[0-9:.]+) (\\d\\d:\\d\\d)$", "$1+$2"))
                .toList();
    }

    /** From a JSON object; {@code items} may be a list or a text separated by commas. */
    static QuestionForm of(JsonNode object) {
        if (!object.isObject()) {
            throw Refusal.of(Kind.UNUSABLE, "每个问题须是一个 JSON 对象", "each question has to be a JSON object");
        }
        var given = new LinkedHashMap<String, List<String>>();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                given.put(entry.getKey(), texts(entry.getKey(), entry.getValue()));
            }
        });
        return new Questions(given).form();
    }

    /** The texts of a JSON value that is a text, a number, or a list of them. */
    public static List<String> texts(String name, JsonNode value) {
        var texts = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(one -> texts.add(text(name, one)));
        } else {
            texts.add(text(name, value));
        }
        return texts;
    }

    /** The text of a JSON text or number. */
    public static String text(String name, JsonNode value) {
        if (value.isTextual() || value.isIntegralNumber()) {
            return value.asText();
        }
        throw Refusal.of(Kind.UNUSABLE, "参数 `%s` 应为文本", "the parameter `%s` has to be a text", name);
    }

    /** A revision, if one is given. */
    public static OptionalLong revision(Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("\\d{1,18}")) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`knownAt` 的值 `%s` 不是版本号；应为整数",
                    "`knownAt` is `%s`, which is no revision; give a whole number",
                    text.get());
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /** Items separated by commas, as their parts. */
    public static List<String> items(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private QuestionForm form() {
        refuseUnknown(Set.of());
        required("recipient");
        required("dataset");
        return parts();
    }

    private QuestionForm partly(Set<String> others) {
        refuseUnknown(others);
        return parts();
    }

    private void refuseUnknown(Set<String> others) {
        Given.requireKnown(
                given.keySet(),
                NAMES::contains,
                Stream.concat(NAMES.stream(), others.stream()).toList());
    }

    private QuestionForm parts() {
        return new QuestionForm(
                one("recipient").orElse(""),
                one("dataset").orElse(""),
                items(given.getOrDefault("items", List.of())),
                one("purpose"),
                one("method"),
                one("action"),
                one("thirdParty"),
                one("destination"),
                one("provider"),
                one("region"),
                one("at"),
                revision(one("knownAt")));
    }

    private void required(String name) {
        if (one(name).isEmpty()) {
            throw Refusal.of(Kind.UNUSABLE, "缺少参数 `%s`", "the parameter `%s` is missing; name the %s", name, name);
        }
    }

    private Optional<String> one(String name) {
        return new Given(given).one(name);
    }
}
