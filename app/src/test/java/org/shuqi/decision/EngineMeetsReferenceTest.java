package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.graph.Delta;
import org.shuqi.time.Instants;

/** On invented registries, the engine answers as the queries of {@code ontology/reference} do. */
class EngineMeetsReferenceTest {

    private static final int REGISTRIES = 100;
    /** Tried on top, as long as some case has not been met. */
    private static final int MOST_REGISTRIES = 3_000;

    private static final int MANY_REGISTRIES = 1_000;
    private static final int QUESTIONS = 200;
    private static final int MANY_QUESTIONS = 1_000;
    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final IndexDerivation DERIVATION = new IndexDerivation(ZoneOffset.ofHours(8));

    @Test
    void theyAgreeOnEveryQuestionAndEveryCaseIsMet() {
        var coverage = agree(new Coverage(false), REGISTRIES, QUESTIONS, SEED);

        coverage.report("decision-coverage.txt");
        assertThat(coverage.missing()).as("never met").isEmpty();
    }

    @Test
    @Tag("slow")
    void theyAgreeOnAMillion() {
        var coverage = agree(new Coverage(true), MANY_REGISTRIES, MANY_QUESTIONS, SEED + MOST_REGISTRIES);

        coverage.report("decision-coverage-long.txt");
        assertThat(coverage.missing()).as("never met").isEmpty();
        assertThat(coverage.pairs()).isGreaterThanOrEqualTo(1_000_000);
    }

    /** At least so many registries; then those that meet a case not yet met, for as long as there is one. */
    private static Coverage agree(Coverage coverage, int registries, int many, long seed) {
        System.out.println("seed of invented registries: " + SEED + " (repeat with -Dshuqi.seed=" + SEED + ")");
        for (var each = 0; each < registries + MOST_REGISTRIES; each++) {
            var missing = coverage.missing();
            if (each >= registries && missing.isEmpty()) {
                break;
            }
            var registry = new RandomRegistry(seed + each);
            var questions = questions(registry, many);
            var found = new Probe(registry, questions, coverage, new Random(seed + each)).run();
            if (each < registries || found.meetsAnyOf(missing)) {
                compare(registry, questions, seed + each);
                found.registry(questions.size());
                coverage.add(found);
            }
        }
        return coverage;
    }

    private static List<Asked> questions(RandomRegistry registry, int many) {
        var index = DERIVATION.build(registry.dataset(), 1);
        return Stream.generate(() -> registry.question(index)).limit(many).toList();
    }

    private static void compare(RandomRegistry registry, List<Asked> questions, long seed) {
        var engine = Decider.ENGINE.answers(registry.dataset(), questions);
        var reference = Decider.REFERENCE.answers(registry.dataset(), questions);
        for (var number = 0; number < questions.size(); number++) {
            if (!engine.get(number).equals(reference.get(number))) {
                var found = new Shrinker(Decider.ENGINE, Decider.REFERENCE)
                        .shrink(registry.dataset(), questions.get(number));
                throw new AssertionError("engine (first) and reference (second) differ, seed %d, question %d%n%s"
                        .formatted(
                                seed,
                                number,
                                found.map(Object::toString)
                                        .orElse(questions.get(number) + "; alone they agree: ask all at once")));
            }
        }
    }

    private static ReferenceDecisions reference(DatasetGraph dataset) {
        var union = GraphFactory.createDefaultGraph();
        dataset.find().forEachRemaining(quad -> union.add(quad.asTriple()));
        return new ReferenceDecisions(union, "+08:00", RandomRegistry.PROFILE);
    }

    static Jurisdiction jurisdiction(Index index) {
        return Engine.jurisdiction(index, RandomRegistry.BASE, Optional.empty());
    }

    private static DatasetGraph graph(List<Quad> quads) {
        var dataset = DatasetGraphFactory.create();
        quads.forEach(dataset::add);
        return dataset;
    }

    @Test
    void theyAgreeHowLongAnAnswerLasts() {
        for (var each = 0; each < REGISTRIES / 5; each++) {
            var registry = new RandomRegistry(SEED - 1 - each);
            var index = DERIVATION.build(registry.dataset(), 1);
            var question = registry.question(index);
            var verdict = Rule.decide(index, jurisdiction(index), question.in(index));

            var until = Horizon.of(verdict);

            assertThat(until).as("seed %d, %s", SEED - 1 - each, question).isEqualTo(firstChange(registry, question));
        }
    }

    /** Asks the reference at every instant that any statement names, and the next nanosecond. */
    private static Optional<Instant> firstChange(RandomRegistry registry, Asked question) {
        var zone = ZoneOffset.ofHours(8);
        var later = registry.dataset().stream()
                .map(Quad::getObject)
                .filter(node -> node.isLiteral())
                .flatMap(node -> Instants.parse(node.getLiteralLexicalForm(), zone).stream())
                .flatMap(instant -> Stream.of(instant, instant.plusNanos(1)))
                .filter(question.at()::isBefore)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        var questions = new ArrayList<Asked>(List.of(question));
        later.forEach(instant -> questions.add(question.at(instant)));
        var answers = reference(registry.dataset()).answers(questions);
        for (var each = 0; each < later.size(); each++) {
            if (!Objects.equals(answers.get(each + 1), answers.get(0))) {
                return Optional.of(later.get(each));
            }
        }
        return Optional.empty();
    }

    @Test
    void followingChangesIsTheSameAsReadingAnew() {
        for (var each = 0; each < REGISTRIES; each++) {
            var registry = new RandomRegistry(SEED + each);
            var other = new RandomRegistry(SEED + each + 1_000_000).dataset();
            var now = graph(registry.dataset().stream().toList());
            var index = DERIVATION.build(now, 1);
            var changes = new ArrayList<Delta>();
            for (var step = 0; step < 6; step++) {
                var removed = registry.removals(1 + step * 2).stream()
                        .filter(now::contains)
                        .toList();
                var added = other.stream()
                        .skip(step * 17L)
                        .limit(9)
                        .filter(quad -> !now.contains(quad))
                        .toList();
                changes.add(new Delta(removed, added));
            }
            changes.add(new Delta(changes.get(1).added(), changes.get(2).removed()));
            for (var change : changes) {
                var real = real(change, now);
                real.removed().forEach(now::delete);
                real.added().forEach(now::add);
                index = DERIVATION.next(index, now, index.revision() + 1, real);

                assertThat(index.describe())
                        .as("seed %d", SEED + each)
                        .isEqualTo(DERIVATION.build(now, 9).describe());
            }
        }
    }

    private static Delta real(Delta change, DatasetGraph now) {
        return new Delta(
                change.removed().stream().filter(now::contains).toList(),
                change.added().stream().filter(quad -> !now.contains(quad)).toList());
    }
}
