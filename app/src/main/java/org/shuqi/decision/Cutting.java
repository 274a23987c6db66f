package org.shuqi.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Takes out of answers what speaks of records that the asker may not read, and says how much that was. */
final class Cutting {

    private final Asker asker;

    Cutting(Asker asker) {
        this.asker = asker;
    }

    /**
     * The answer about a dataset, which was named and may be spoken of. A duty stays, because it binds whoever it is from, but
     * not the name of its source.
     */
    Answer answer(Answer answer, String dataset) {
        var named = named(answer);
        named.remove(dataset);
        answer.items().forEach(item -> named.remove(item.item()));
        var hidden = asker.hidden(named);
        if (hidden.isEmpty()) {
            return answer;
        }
        var reasons = answer.reasons().stream()
                .filter(reason -> !hidden.contains(reason.rule()) && isClear(reason.basis(), hidden))
                .toList();
        var duties = answer.duties().stream()
                .map(duty -> hidden.contains(duty.source()) ? new Answer.Duty(duty.duty(), duty.text(), "") : duty)
                .toList();
        var grants = without(answer.grants(), hidden);
        var nearest = answer.nearest().stream()
                .filter(set -> set.changes().stream().allMatch(step -> isClear(step, hidden)))
                .toList();
        var route =
                answer.route().stream().filter(step -> isClear(step, hidden)).toList();
        var withheld = answer.reasons().size()
                - reasons.size()
                + answer.grants().size()
                - grants.size()
                + answer.nearest().size()
                - nearest.size()
                + answer.route().size()
                - route.size()
                + (int) answer.duties().stream()
                        .filter(duty -> hidden.contains(duty.source()))
                        .count();
        return new Answer(
                answer.outcome(),
                answer.stage(),
                answer.items(),
                reasons,
                duties,
                grants,
                answer.validUntil(),
                answer.revision(),
                nearest,
                route,
                withheld);
    }

    private static Set<String> named(Answer answer) {
        var named = new HashSet<>(answer.grants());
        answer.reasons().forEach(reason -> {
            named.add(reason.rule());
            named.addAll(reason.basis());
        });
        answer.duties().forEach(duty -> named.add(duty.source()));
        Stream.concat(answer.nearest().stream().flatMap(set -> set.changes().stream()), answer.route().stream())
                .forEach(step -> {
                    step.with().ifPresent(named::add);
                    named.addAll(step.subject());
                });
        return named;
    }

    private static boolean isClear(Answer.Step step, Set<String> hidden) {
        return isClear(step.subject(), hidden)
                && step.with().filter(hidden::contains).isEmpty();
    }

    private static boolean isClear(Collection<String> iris, Set<String> hidden) {
        return iris.stream().noneMatch(hidden::contains);
    }

    /** Those of the IRIs that may be shown. */
    List<String> shown(List<String> iris) {
        return without(iris, asker.hidden(iris));
    }

    /** The duties, without the names of hidden sources. */
    List<Answer.Duty> duties(List<Answer.Duty> duties) {
        var sources = duties.stream().map(Answer.Duty::source).toList();
        var hidden = asker.hidden(sources);
        var shown = new ArrayList<Answer.Duty>();
        duties.forEach(duty ->
                shown.add(hidden.contains(duty.source()) ? new Answer.Duty(duty.duty(), duty.text(), "") : duty));
        return shown;
    }

    /** The row without the grants that are hidden. */
    Permission permission(Permission row) {
        var grants = shown(row.grants());
        return grants.size() == row.grants().size()
                ? row
                : new Permission(row.dataset(), row.recipient(), row.purpose(), row.outcome(), grants, row.lasting());
    }

    private static List<String> without(List<String> iris, Set<String> hidden) {
        return iris.stream().filter(iri -> !hidden.contains(iri)).toList();
    }
}
