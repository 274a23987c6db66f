package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.vocabulary.Sq;

/** A decider with a known fault is shown up by a handful of statements, none of which can be left out. */
class ShrinkerTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final int MOST_REGISTRIES = 400;

    static List<Node> overlooked() {
        return List.of(Sq.terminatedAt, Sq.exceptRecipient, Sq.withdrawnAt);
    }

    @ParameterizedTest
    @MethodSource("overlooked")
    void whatABrokenDeciderOverlooksIsWhatIsLeft(Node property) {
        System.out.println("seed " + SEED);
        Decider broken = (registry, questions) -> Decider.ENGINE.answers(without(registry, property), questions);

        var found = firstDifference(broken);

        var example = found.quads();
        assertThat(example).as(found.toString()).hasSizeLessThan(40).anyMatch(quad -> quad.getPredicate()
                .equals(property));
        assertThat(found.question().items()).hasSize(1);
        for (var quad : example) {
            var fewer = new ArrayList<>(example);
            fewer.remove(quad);
            assertThat(differ(broken, fewer, found.question()))
                    .as("%s can be left out of%n%s", quad, found)
                    .isFalse();
        }
        assertThat(found.toString()).contains("the first says", "sq:" + property.getLocalName());
    }

    @Test
    void deciderThatAgreesHasNoCounterexample() {
        var registry = new RandomRegistry(SEED);
        var question = registry.question(Decider.DERIVATION.build(registry.dataset(), 1));

        assertThat(new Shrinker(Decider.ENGINE, Decider.ENGINE).shrink(registry.dataset(), question))
                .isEmpty();
    }

    private static Shrinker.Counterexample firstDifference(Decider broken) {
        for (var each = 0; each < MOST_REGISTRIES; each++) {
            var registry = new RandomRegistry(SEED + each);
            var index = Decider.DERIVATION.build(registry.dataset(), 1);
            var questions = new ArrayList<Asked>();
            for (var number = 0; number < 50; number++) {
                questions.add(registry.question(index));
            }
            var right = Decider.ENGINE.answers(registry.dataset(), questions);
            var wrong = broken.answers(registry.dataset(), questions);
            for (var number = 0; number < questions.size(); number++) {
                if (!right.get(number).equals(wrong.get(number))) {
                    return new Shrinker(broken, Decider.ENGINE)
                            .shrink(registry.dataset(), questions.get(number))
                            .orElseThrow();
                }
            }
        }
        throw new AssertionError("the fault never showed, seed " + SEED);
    }

    private static boolean differ(Decider broken, List<Quad> quads, Asked question) {
        try {
            var registry = DatasetGraphFactory.create();
            quads.forEach(registry::add);
            return !broken.answers(registry, List.of(question))
                    .equals(Decider.ENGINE.answers(registry, List.of(question)));
        } catch (RuntimeException unanswerable) {
            return false;
        }
    }

    private static DatasetGraph without(DatasetGraph registry, Node property) {
        var rest = DatasetGraphFactory.create();
        registry.stream().filter(quad -> !quad.getPredicate().equals(property)).forEach(rest::add);
        return rest;
    }
}
