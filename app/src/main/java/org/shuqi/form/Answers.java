package org.shuqi.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What was filled in, by the names of the inputs: {@code title.zh}, {@code theme}, and for the third of several parts
 * {@code dataItem.2.title.zh}, numbers from 0. A part that the record has already says which one it is under
 * {@code dataItem.2.id}.
 */
public final class Answers {

    /** Under which input a part says which one it is. */
    public static final String ID = "id";

    private static final int MOST_PARTS = 2_000;

    private final Map<String, List<String>> values;

    private Answers(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Nothing filled in. */
    public static Answers none() {
        return new Answers(Map.of());
    }

    /** What the inputs hold; texts without blanks around them. */
    public static Answers of(Map<String, ? extends Collection<String>> inputs) {
        var values = new LinkedHashMap<String, List<String>>();
        inputs.forEach((name, all) -> {
            var said = all.stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!said.isEmpty() || name.endsWith("." + ID)) {
                values.put(name, said);
            }
        });
        return new Answers(values);
    }

    /** The values as they were filled in. */
    public Map<String, List<String>> asMap() {
        return Map.copyOf(values);
    }

    /** The first value of the input; empty text if it has none. */
    public String get(String input) {
        return all(input).stream().findFirst().orElse("");
    }

    /** All values of the input. */
    public List<String> all(String input) {
        return values.getOrDefault(input, List.of());
    }

    /** Whether the input has the value. */
    public boolean has(String input, String value) {
        return all(input).contains(value);
    }

    /** Whether the inputs of the field, or of its parts, hold anything. */
    public boolean isBlank(String key) {
        return values.entrySet().stream()
                .noneMatch(each -> (each.getKey().equals(key) || each.getKey().startsWith(key + "."))
                        && !each.getKey().endsWith("." + ID)
                        && !each.getValue().isEmpty());
    }

    /** The numbers of the parts that are there, in their order. */
    public List<Integer> parts(String key) {
        var found = new TreeSet<Integer>();
        for (var name : values.keySet()) {
            if (name.startsWith(key + ".")) {
                var rest = name.substring(key.length() + 1);
                var cut = rest.indexOf('.');
                if (cut > 0 && cut < 6 && rest.substring(0, cut).matches("[0-9]+")) {
                    found.add(Integer.parseInt(rest.substring(0, cut)));
                }
            }
        }
        return found.stream().limit(MOST_PARTS).toList();
    }

    /** The same with other values for an input. */
    public Answers with(String input, Collection<String> said) {
        return changed(copy -> {
            copy.put(input, List.copyOf(said));
            return copy;
        });
    }

    /** The same with another value for an input. */
    public Answers with(String input, String said) {
        return with(input, List.of(said));
    }

    /** The same with one more part, in which nothing is filled in. */
    public Answers withPart(String key) {
        var parts = parts(key);
        var next = parts.isEmpty() ? 0 : parts.get(parts.size() - 1) + 1;
        return with(key + "." + next + "." + ID, List.of());
    }

    /**
     * The same without a part.
     *
     * @param part such as {@code dataItem.2}
     */
    public Answers withoutPart(String part) {
        return changed(copy -> {
            copy.keySet().removeIf(name -> name.startsWith(part + "."));
            return copy;
        });
    }

    private Answers changed(UnaryOperator<Map<String, List<String>>> change) {
        return new Answers(change.apply(new LinkedHashMap<>(values)));
    }

    /** The names of the inputs, in their order. */
    public List<String> inputs() {
        return new ArrayList<>(values.keySet());
    }
}
