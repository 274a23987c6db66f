package org.shuqi.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private final boolean exhaustive;
    private final Dressing dressing;

    /** @param exhaustive whether to try everybody, and not only whom a grant or consent names */
    Closure(Census census, boolean exhaustive) {
        this.census = census;
        this.exhaustive = exhaustive;
        this.dressing = new Dressing(census.edition());
    }

    /** A receiver and the step that reached it first. */
    private record Reached(int receiver, List<Integer> path, Held step) {}

    Rows<Lists.Onward> rows() {
        var reached = new Once<>(
                () -> census.purposes().stream().flatMap(this::reached).toList());
        return new Made<>(census, () -> reached.get().stream(), this::row);
    }

    private Stream<Reached> reached(int purpose) {
        var from = census.about().recipient();
        var found = new HashMap<Integer, Reached>();
        var paths = new ArrayDeque<List<Integer>>(List.of(List.of(from)));
        while (!paths.isEmpty()) {
            var path = paths.remove();
            for (var third : thirdParties(path.get(path.size() - 1), purpose)) {
                if (third != from && !found.containsKey(third)) {
                    step(path, third, purpose).ifPresent(next -> {
                        found.put(third, next);
                        paths.add(next.path());
                    });
                }
            }
        }
        return Arrays.stream(census.byIri(found.keySet().stream().mapToInt(one -> one)))
                .mapToObj(found::get);
    }

    /** Whom the holder could pass the data on to, by IRI; nobody if it may not have them itself. */
    private int[] thirdParties(int holder, int purpose) {
        var index = census.index();
        var receiving = asked(holder, purpose, Action.RECEIVE, Terms.NONE);
        if (!census.holds(receiving)) {
            return new int[0];
        }
        if (exhaustive) {
            return census.byIri(index.organisations().mapToInt(Organisation::iri));
        }
        // every item needs a consent, so those that name a third party for the first item limit it
        var matter = new Matter(
                new Hearing(index, census.edition().jurisdiction(), receiving),
                receiving.items().get(0));
        var named = IntStream.concat(
                matter.grants().stream().flatMapToInt(grant -> grant.reach().onward().stream()),
                matter.inForce(Effect.ONWARD_CONSENT).stream().flatMapToInt(norm -> norm.thirdParties().stream()));
        return census.byIri(
                named.distinct().flatMap(index::allWithin).distinct().filter(index::isOrganisation));
    }

    private Optional<Reached> step(List<Integer> path, int third, int purpose) {
        return census.ask(asked(path.get(path.size() - 1), purpose, Action.REDISTRIBUTE, third))
                .map(held -> new Reached(third, longer(path, third), held));
    }

    private static List<Integer> longer(List<Integer> path, int next) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        return Collections.unmodifiableList(longer);
    }

    private Question asked(int holder, int purpose, Action action, int third) {
        var about = census.about();
        return new Question(
                holder,
                about.dataset().orElseThrow(),
                about.items(),
                purpose,
                new Question.Manner(about.manner().method(), action, third, Optional.empty()),
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
