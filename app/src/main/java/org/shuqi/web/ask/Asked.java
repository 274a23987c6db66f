package org.shuqi.web.ask;

import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shuqi.decision.QuestionForm;
import org.shuqi.search.Group;
import org.shuqi.web.Address;
import org.shuqi.web.View;
import org.shuqi.web.find.Pick;
import org.shuqi.web.find.Picks;

/**
 * What was asked: the words of the form, and what they mean.
 *
 * @param words as they were sent, field by field
 * @param picks what the fields for things of the registry mean
 */
record Asked(Map<String, String> words, Map<String, Pick> picks) {

    static final List<String> NEEDED = List.of("recipient", "dataset", "purpose");
    private static final List<String> PICKED = List.of("recipient", "dataset", "purpose", "provider", "thirdParty");
    private static final List<String> PLAIN =
            List.of("method", "action", "items", "destination", "region", "at", "knownAt");

    static Asked of(HttpRequest<?> request, Picks picks, View view) {
        var words = new LinkedHashMap<String, String>();
        var meant = new LinkedHashMap<String, Pick>();
        for (var name : PICKED) {
            words.put(name, word(request, name));
            var group =
                    switch (name) {
                        case "dataset" -> Group.DATASETS;
                        case "purpose" -> Group.TERMS;
                        default -> Group.ORGANIZATIONS;
                    };
            meant.put(name, picks.of(words.get(name), group, name.equals("purpose") ? "purpose" : "", view));
        }
        PLAIN.forEach(name -> words.put(name, word(request, name)));
        return new Asked(words, meant);
    }

    String word(String name) {
        return words.getOrDefault(name, "");
    }

    Pick pick(String name) {
        return picks.getOrDefault(name, Pick.NONE);
    }

    /** Whether anything was asked at all. */
    boolean isAnything() {
        return NEEDED.stream().anyMatch(name -> !word(name).isEmpty());
    }

    /** Whether all that is needed is there. */
    boolean isWhole() {
        return NEEDED.stream().noneMatch(name -> word(name).isEmpty());
    }

    /** The fields that mean nothing, or several things. */
    List<String> unclear() {
        return PICKED.stream()
                .filter(name -> !word(name).isEmpty() && !pick(name).isClear())
                .toList();
    }

    /** Whether one of the fields that are seldom used says something. */
    boolean hasMore() {
        return List.of("provider", "thirdParty", "action", "items", "destination", "region", "at", "knownAt").stream()
                .anyMatch(name -> !word(name).isEmpty());
    }

    /** The address that asks this, as short as can be. */
    String address() {
        return address(Map.of());
    }

    /** The same with some fields otherwise. */
    String address(Map<String, String> others) {
        var address = Address.of("/ask");
        for (var entry : codes(others).entrySet()) {
            address = address.and(entry.getKey(), entry.getValue());
        }
        return address.toString();
    }

    /** The fields that say something, by their codes. */
    Map<String, String> codes(Map<String, String> others) {
        var codes = new LinkedHashMap<String, String>();
        words.forEach((name, word) -> {
            var code = others.getOrDefault(
                    name, picks.containsKey(name) ? pick(name).code() : word);
            if (!code.isEmpty()) {
                codes.put(name, code);
            }
        });
        return codes;
    }

    /** Whether it was asked by names where codes are known. */
    boolean isByName() {
        return PICKED.stream()
                .anyMatch(name -> pick(name).isClear() && !pick(name).code().equals(word(name)));
    }

    /** For the engine. */
    QuestionForm form() {
        return new QuestionForm(
                iri("recipient"),
                iri("dataset"),
                items(),
                Optional.of(iri("purpose")),
                given("method"),
                given("action"),
                Optional.of(iri("thirdParty")).filter(word -> !word.isEmpty()),
                given("destination"),
                Optional.of(iri("provider")).filter(word -> !word.isEmpty()),
                given("region"),
                given("at"),
                word("knownAt").matches("\\d{1,18}")
                        ? OptionalLong.of(Long.parseLong(word("knownAt")))
                        : OptionalLong.empty());
    }

    private List<String> items() {
        return new ArrayList<>(Arrays.stream(word("items").split("[,，、\\s]+"))
                .filter(item -> !item.isEmpty())
                .toList());
    }

    private String iri(String name) {
        return pick(name).node().map(node -> node.getURI()).orElse("");
    }

    private Optional<String> given(String name) {
        return Optional.of(word(name)).filter(word -> !word.isEmpty());
    }

    private static String word(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).map(String::strip).orElse("");
    }
}
