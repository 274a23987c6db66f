package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The parameters of an address, known ones only. */
public record Given(Map<String, List<String>> parameters) {

    /**
     * Reads them.
     *
     * @param names those that there are, besides those of {@link Paging}
     * @throws Refusal UNUSABLE if there is another
     */
    public static Given of(HttpRequest<?> request, Set<String> names) {
        var given = request.getParameters().asMap();
        requireKnown(given.keySet(), name -> names.contains(name) || Paging.NAMES.contains(name), names);
        return new Given(given);
    }

    /**
     * Lets no parameter by that a route does not know.
     *
     * @param told the names that the refusal tells
     * @throws Refusal UNUSABLE naming the first one that is not known
     */
    static void requireKnown(Collection<String> given, Predicate<String> known, Collection<String> told) {
        given.stream().filter(known.negate()).findFirst().ifPresent(name -> {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "没有名为 `%s` 的参数；可用 %s",
                    "there is no parameter `%s`; use %s",
                    name,
                    String.join(", ", new TreeSet<>(told)));
        });
    }

    /** Repeated or separated by commas. */
    List<String> values(String name) {
        return Questions.items(parameters.getOrDefault(name, List.of()));
    }

    /** The value of a parameter that has one or none; blank is none. */
    public Optional<String> one(String name) {
        var values = parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.size() > 1) {
            throw Refusal.of(Kind.UNUSABLE, "参数 `%s` 只能有一个值", "the parameter `%s` can have one value only", name);
        }
        return values.stream().findFirst();
    }

    OptionalLong revision() {
        return Questions.revision(one("knownAt"));
    }
}
