package org.shuqi.decision;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.decision.ReferenceDecisions.Said;
import org.shuqi.decision.fact.Index;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Rdf;

/** Finds out which facts, which parts of the questions and which instants the answers about one registry depended on. */
final class Probe {

    private static final int FACTS = 25;

    private final DatasetGraph registry;
    private final List<Asked> questions;
    private final Coverage before;
    private final Coverage coverage = new Coverage(true);
    private final Index index;
    private final List<Said> said;
    private final Random random;

    Probe(RandomRegistry registry, List<Asked> questions, Coverage before, Random random) {
        this.registry = registry.dataset();
        this.questions = questions;
        this.before = before;
        this.index = Decider.DERIVATION.build(this.registry, 1);
        this.said = questions.stream()
                .map(question -> Decider.said(index, question))
                .toList();
        this.random = random;
    }

    /** Outcomes, stages and reasons, and what they depended on, if that has not been met before. */
    Coverage run() {
        for (var each = 0; each < questions.size(); each++) {
            said.get(each).items().forEach(item -> coverage.meet("outcome and stage", item));
            reasons(questions.get(each));
            parts(questions.get(each), said.get(each));
        }
        facts();
        instants();
        return coverage;
    }

    private boolean misses(String group, Quad quad) {
        return before.misses(group, kind(quad)) && coverage.misses(group, kind(quad));
    }

    private void reasons(Asked question) {
        Decider.verdict(index, question).rulings().stream()
                .flatMap(one -> one.ruling().findings().stream())
                .map(Finding::because)
                .distinct()
                .forEach(because -> {
                    coverage.meet("reason", because.name());
                    coverage.meet("stage of a reason", because.stage());
                });
    }

    private void parts(Asked asked, Said answer) {
        part("provider", asked.provider().isPresent(), asked.between(Optional.empty(), asked.region()), answer);
        part("region", asked.region().isPresent(), asked.between(asked.provider(), Optional.empty()), answer);
        part(asked.action().code(), asked.action() != Action.RECEIVE, asked.receivedBy(asked.recipient()), answer);
        if (new HashSet<>(answer.items()).size() > 1) {
            coverage.meet("part of a question", "items that are answered differently");
        }
        for (var method : Method.values()) {
            if (method != asked.method()) {
                part("method " + asked.method().code(), true, by(asked, method), answer);
            }
        }
    }

    private void part(String name, boolean given, Asked without, Said answer) {
        if (given && !Decider.said(index, without).equals(answer)) {
            coverage.meet("part of a question", name);
        }
    }

    /** Takes facts of a kind not yet met away, one at a time, and looks whether any answer changes. */
    private void facts() {
        var some = new ArrayList<Quad>();
        registry.stream().filter(quad -> misses("fact", quad)).forEach(some::add);
        Collections.shuffle(some, random);
        for (var quad : some.subList(0, Math.min(FACTS, some.size()))) {
            if (misses("fact", quad) && changesSomething(quad)) {
                coverage.meet("fact", kind(quad));
            }
        }
    }

    private boolean changesSomething(Quad quad) {
        var without = without(quad);
        for (var each = 0; each < questions.size(); each++) {
            if (!answer(without, questions.get(each)).equals(Optional.of(said.get(each)))) {
                return true;
            }
        }
        return false;
    }

    /** Looks for answers that change exactly at an instant which a fact of a kind not yet met names. */
    private void instants() {
        var ends = registry.stream()
                .filter(quad -> misses("change exactly at", quad))
                .flatMap(quad -> instant(quad.getObject()).map(at -> new End(quad, at)).stream())
                .toList();
        for (var end : ends) {
            for (var asked : questions) {
                if (misses("change exactly at", end.quad) && changes(index, asked, end.at)) {
                    var without = without(end.quad);
                    if (!changesOrGone(without, asked, end.at)) {
                        coverage.meet("change exactly at", kind(end.quad));
                    }
                }
            }
        }
    }

    /**
     * A fact that names an instant.
     *
     * @param quad the fact
     * @param at the instant
     */
    private record End(Quad quad, Instant at) {}

    private static boolean changes(Index index, Asked asked, Instant at) {
        return !Decider.said(index, asked.at(at)).equals(Decider.said(index, asked.at(at.minusNanos(1))));
    }

    private static boolean changesOrGone(Index index, Asked asked, Instant at) {
        return !answer(index, asked.at(at)).equals(answer(index, asked.at(at.minusNanos(1))));
    }

    private static Optional<Said> answer(Index index, Asked asked) {
        try {
            return Optional.of(Decider.said(index, asked));
        } catch (RuntimeException identifierIsGone) {
            return Optional.empty();
        }
    }

    private Index without(Quad quad) {
        registry.delete(quad);
        try {
            return Decider.DERIVATION.build(registry, 2);
        } finally {
            registry.add(quad);
        }
    }

    private static Optional<Instant> instant(Node node) {
        return node.isLiteral()
                ? Instants.parse(node.getLiteralLexicalForm(), ZoneOffset.ofHours(8))
                : Optional.empty();
    }

    /** The class of what the fact is about, or what it is a part of, and the property. */
    private String kind(Quad quad) {
        var types = registry.find(Node.ANY, quad.getSubject(), Rdf.type, Node.ANY);
        var of = types.hasNext()
                ? types.next().getObject()
                : Stream.of(registry.find(Node.ANY, Node.ANY, Node.ANY, quad.getSubject()))
                        .filter(Iterator::hasNext)
                        .map(parents -> parents.next().getPredicate())
                        .findFirst()
                        .orElse(quad.getPredicate());
        var name = of.getLocalName() + " " + quad.getPredicate().getLocalName();
        return quad.getPredicate().equals(Rdf.type) ? of.getLocalName() : name;
    }

    private static Asked by(Asked asked, Method method) {
        return new Asked(
                asked.recipient(),
                asked.dataset(),
                asked.items(),
                asked.purpose(),
                method,
                asked.action(),
                asked.thirdParty(),
                asked.destination(),
                asked.provider(),
                asked.region(),
                asked.at());
    }
}
