package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
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
    private static final int MANY_REGISTRIES = 2000;
    private static final int QUESTIONS = 200;
    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final IndexDerivation DERIVATION = new IndexDerivation(ZoneOffset.ofHours(8));

    @Test
    void theyAgreeOnEveryQuestion() {
        agree(REGISTRIES, SEED);
    }

    @Test
    @Tag("slow")
    void theyAgreeOnManyMore() {
        agree(MANY_REGISTRIES, SEED + REGISTRIES);
    }

    private static void agree(int registries, long seed) {
        System.out.println("seed of invented registries: " + SEED + " (repeat with -Dshuqi.seed=" + SEED + ")");
        var met = new TreeMap<String, Integer>();
        for (var each = 0; each < registries; each++) {
            var registry = new RandomRegistry(seed + each);
            var index = DERIVATION.build(registry.dataset(), 1);
            var questions = new ArrayList<Asked>();
            for (var number = 0; number < QUESTIONS; number++) {
                questions.add(registry.question(index));
            }
            var reference = reference(registry.dataset()).answers(questions);
            for (var number = 0; number < QUESTIONS; number++) {
                var engine = engine(index, questions.get(number));
                if (!engine.equals(reference.get(number))) {
                    throw new AssertionError(counterexample(registry.dataset(), questions.get(number), seed + each));
                }
                engine.items().forEach(item -> met.merge(item, 1, Integer::sum));
            }
        }
        System.out.println("outcomes and stages met: " + met);
        assertThat(met.keySet())
                .contains(
                        "out-of-scope S0",
                        "unknown S1",
                        "negotiate S2",
                        "out-of-scope S3",
                        "deny S4",
                        "negotiate S4",
                        "deny S5",
                        "apply S7",
                        "negotiate S7",
                        "deny S7",
                        "apply S8",
                        "deny S8",
                        "deny S9",
                        "permit S10");
        assertThat(met.values()).as("often enough").allMatch(times -> times >= registries / 10);
    }

    private static ReferenceDecisions reference(DatasetGraph dataset) {
        return new ReferenceDecisions(union(dataset), "+08:00", RandomRegistry.PROFILE);
    }

    private static Graph union(DatasetGraph dataset) {
        var graph = GraphFactory.createDefaultGraph();
        dataset.find().forEachRemaining(quad -> graph.add(quad.asTriple()));
        return graph;
    }

    private static ReferenceDecisions.Said engine(Index index, Asked question) {
        var verdict = Rule.decide(index, jurisdiction(index), question.in(index));
        var items = verdict.rulings().stream()
                .map(one -> one.ruling().outcome().code() + " S" + one.ruling().stage())
                .toList();
        return new ReferenceDecisions.Said(items, verdict.grants());
    }

    static Jurisdiction jurisdiction(Index index) {
        return Engine.jurisdiction(index, RandomRegistry.BASE, Optional.empty());
    }

    /** The fewest statements on which the two still differ. */
    private static String counterexample(DatasetGraph dataset, Asked question, long seed) {
        var kept = new ArrayList<Quad>();
        dataset.find().forEachRemaining(kept::add);
        for (var size = kept.size() / 2; size >= 1; size /= 2) {
            for (var from = 0; from + size <= kept.size(); ) {
                var fewer = new ArrayList<>(kept.subList(0, from));
                fewer.addAll(kept.subList(from + size, kept.size()));
                if (differ(fewer, question).isPresent()) {
                    kept = fewer;
                } else {
                    from += size;
                }
            }
        }
        var text = new StringWriter();
        RDFDataMgr.write(text, graph(kept), Lang.NQUADS);
        return "seed " + seed + "\n" + question + "\n" + differ(kept, question).orElse("") + "\n" + text;
    }

    private static Optional<String> differ(List<Quad> quads, Asked question) {
        try {
            var dataset = graph(quads);
            var engine = engine(DERIVATION.build(dataset, 1), question);
            var reference = reference(dataset).answers(List.of(question)).get(0);
            return engine.equals(reference)
                    ? Optional.empty()
                    : Optional.of("engine " + engine + "\nreference " + reference);
        } catch (RuntimeException identifierIsGone) {
            return Optional.empty();
        }
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

            var until = Horizon.of(index, jurisdiction(index), question.in(index), verdict);

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
