package org.shuqi.api.lists;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuqi.api.Handouts;
import org.shuqi.api.Paging;
import org.shuqi.api.Questions;
import org.shuqi.decision.ListForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** A list question as query parameters: the parts of a question that are given, and how the list is wanted. */
final class ListQuery {

    private static final Set<String> LISTED = with(Paging.NAMES, "partial");
    private static final Set<String> FILTERED =
            with(LISTED, "level", "basis", "agreement", "endsBefore", "duty", "granted", "format", Handouts.REASON);
    /** What it is about to pass data on, step by step, leaves no choice of. */
    private static final Set<String> SETTLED = Set.of("action", "thirdParty", "destination");

    /** What says how the list is wanted, and is no part of the question. */
    private static final Set<String> HOW = Set.of("format", Handouts.REASON);

    private ListQuery() {}

    static ListForm of(HttpRequest<?> request) {
        return form(request, LISTED, ListForm.Filter.NONE);
    }

    static ListForm ofOnward(HttpRequest<?> request) {
        given(request).keySet().stream().filter(SETTLED::contains).findFirst().ifPresent(name -> {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "再提供清单不接受参数 `%s`；每一步都是向下一方再提供",
                    "the list of onward receivers takes no `%s`; every step passes the data on to the next",
                    name);
        });
        return of(request);
    }

    static ListForm ofMatrix(HttpRequest<?> request) {
        var given = given(request);
        return form(
                request,
                FILTERED,
                new ListForm.Filter(
                        Questions.one(given, "level"),
                        Questions.one(given, "basis"),
                        Questions.one(given, "agreement"),
                        Questions.one(given, "endsBefore"),
                        Questions.one(given, "duty"),
                        flag(given, "granted")));
    }

    /** The media type that {@code format} names, for callers who cannot set headers. */
    static Optional<String> format(HttpRequest<?> request) {
        return Questions.one(given(request), "format");
    }

    /** The question for the eyes: what was asked for, without how it is paged. */
    static String inWords(HttpRequest<?> request) {
        return given(request).entrySet().stream()
                .filter(one -> !Paging.NAMES.contains(one.getKey()) && !HOW.contains(one.getKey()))
                .map(one -> one.getKey() + "=" + String.join(",", one.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static ListForm form(HttpRequest<?> request, Set<String> others, ListForm.Filter filter) {
        var given = given(request);
        return new ListForm(Questions.partly(given, others), flag(given, "partial"), filter);
    }

    private static boolean flag(Map<String, List<String>> given, String name) {
        return Questions.one(given, name)
                .map(word -> switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw Refusal.of(
                                Kind.UNUSABLE,
                                "`%s` 的值 `%s` 不可用；应为 true 或者 false",
                                "`%s` is `%s`; use true or false",
                                name,
                                word);
                })
                .orElse(false);
    }

    private static Map<String, List<String>> given(HttpRequest<?> request) {
        return new LinkedHashMap<>(request.getParameters().asMap());
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
