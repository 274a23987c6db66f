package org.shuqi.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.Census.Held;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Organisation;
import org.shuqi.decision.fact.Terms;

/**
 * How far data can lawfully go from one recipient (Order 809 Art 25): step by step, breadth first.
 *
 * <p>A step from X to Z is the question whether X may redistribute to Z. It is a permit only if X may receive the data, the
 * provider agreed to their going to Z, and Z itself may receive them; so nobody who is reached holds them without right.
 */
final class Closure {

    private final Census census;
    private final Dressing dressing;

    Closure(Census census) {
        this.census = census;
        this.dressing = new Dressing(census.edition());
    }

    /** A receiver and the step that reached it first. */
    private record Reached(int receiver, List<Integer> path, Held step) {}

    Rows<Lists.Onward> rows() {
        return new Made<>(
                census.index().revision(),
                census.question().at(),
                () -> census.purposes().stream().flatMap(this::reached),
                this::row);
    }

    private Stream<Reached> reached(int purpose) {
        var from = census.question().recipient();
        var found = new LinkedHashMap<Integer, Reached>();
        var paths = new ArrayDeque<List<Integer>>(List.of(List.of(from)));
        while (!paths.isEmpty()) {
            var path = paths.remove();
            for (var next : steps(path, purpose)) {
                if (next.receiver() != from && found.putIfAbsent(next.receiver(), next) == null) {
                    paths.add(next.path());
                }
            }
        }
        return census.byIri(found.keySet().stream().mapToInt(one -> one)).stream()
                .map(found::get);
    }

    private List<Reached> steps(List<Integer> path, int purpose) {
        var holder = path.get(path.size() - 1);
        if (census.ask(receiving(holder, purpose)).isEmpty()) {
            return List.of();
        }
        return census.byIri(census.index().organisations().mapToInt(Organisation::iri)).stream()
                .filter(third -> !path.contains(third))
                .flatMap(third -> census.ask(passingOn(holder, third, purpose)).stream()
                        .map(held -> new Reached(third, longer(path, third), held)))
                .toList();
    }

    private static List<Integer> longer(List<Integer> path, int next) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        return Collections.unmodifiableList(longer);
    }

    private Question receiving(int holder, int purpose) {
        return asked(holder, purpose, Action.RECEIVE, Terms.NONE);
    }

    private Question passingOn(int holder, int third, int purpose) {
        return asked(holder, purpose, Action.REDISTRIBUTE, third);
    }

    private Question asked(int holder, int purpose, Action action, int third) {
        var about = census.question();
        return new Question(
                holder,
                about.dataset(),
                about.items(),
                purpose,
                new Question.Manner(about.method(), action, third, Optional.empty()),
                about.provider(),
                about.region(),
                about.at());
    }

    private Lists.Onward row(Reached reached) {
        var path = reached.path();
        return new Lists.Onward(
                dressing.named(reached.receiver()),
                dressing.named(reached.step().question().purpose()),
                path.size() - 1,
                dressing.named(path.get(path.size() - 2)),
                path.stream().map(census.index()::iri).toList(),
                reached.step().verdict().grants(),
                consents(reached),
                dressing.duties(reached.step()),
                dressing.validUntil(reached.step()));
    }

    private List<String> consents(Reached reached) {
        var third = census.index().party(reached.receiver());
        return reached.step().verdict().rulings().stream()
                .flatMap(one -> one.ruling().norms().stream())
                .filter(norm -> norm.effect() == Effect.ONWARD_CONSENT && Relevance.names(norm.thirdParties(), third))
                .map(norm -> census.index().iri(norm.iri()))
                .distinct()
                .sorted()
                .toList();
    }
}
