package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.shuqi.Release;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/**
 * The nearest permit, held against trying everything: each subset of all moves, however large, with no short cut. What is
 * returned are all the sets of the smallest size that helps, and nothing if none of up to four moves does.
 */
class NearestProofTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    /** Subsets of so many moves are still tried in no time. */
    private static final int MOST_MOVES = 10;

    private static final int LARGEST_PROPOSAL = 4;

    @Test
    void everySmallestSetIsReturnedAndNoSmallerOneHelps() {
        System.out.println("seed of invented registries: " + SEED);
        var derivation = new IndexDerivation(ZoneOffset.ofHours(8));
        var sizes = new int[LARGEST_PROPOSAL + 1];
        var hopeless = 0;
        for (var each = 0; each < 60; each++) {
            var registry = new RandomRegistry(SEED + each);
            var facts = derivation.build(registry.dataset(), 1);
            var jurisdiction = EngineMeetsReferenceTest.jurisdiction(facts);
            for (var number = 0; number < 10; number++) {
                var trial =
                        new Try(facts, jurisdiction, registry.question(facts).in(facts));
                if (trial.verdict().outcome() == Outcome.PERMIT || trial.moves().size() > MOST_MOVES) {
                    continue;
                }
                var proposed = trial.proposed();
                var smallest = trial.smallest();
                assertThat(steps(proposed))
                        .as("seed %d, %s", SEED + each, trial.question())
                        .isEqualTo(steps(smallest));
                if (proposed.isEmpty()) {
                    hopeless++;
                } else {
                    assertThat(trial.flips(proposed.get(0))).isTrue();
                    sizes[proposed.get(0).size()]++;
                }
            }
        }
        // on whatever seed: how many are two changes away is left to chance
        assertThat(sizes[1]).as("answers one change away").isPositive();
        assertThat(hopeless).as("answers that nothing would flip").isPositive();
    }

    /** One question that is not permitted. */
    private record Try(Index facts, Jurisdiction jurisdiction, Question question) {

        Verdict verdict() {
            return Rule.decide(facts, jurisdiction, question);
        }

        List<List<Move>> proposed() {
            return Nearest.moves(verdict());
        }

        /** What may be changed: first what is asked, then what is on file. */
        List<Move> moves() {
            var moves = new ArrayList<>(QuestionMoves.of(verdict()));
            moves.addAll(FactMoves.of(verdict()));
            return moves;
        }

        boolean flips(List<Move> set) {
            return MovesMade.permit(verdict(), set);
        }

        /** Of all subsets that flip the answer those of the smallest size, unless even they are too large to be near. */
        List<List<Move>> smallest() {
            var moves = moves();
            var found = new ArrayList<List<Move>>();
            for (var bits = 1; bits < 1 << moves.size(); bits++) {
                var set = subset(moves, bits);
                if (flips(set)) {
                    found.add(set);
                }
            }
            var size = found.stream().mapToInt(List::size).min().orElse(0);
            return found.stream()
                    .filter(set -> set.size() == size && size <= LARGEST_PROPOSAL)
                    .toList();
        }

        private static List<Move> subset(List<Move> moves, int bits) {
            var set = new ArrayList<Move>();
            for (var at = 0; at < moves.size(); at++) {
                if ((bits >> at & 1) == 1) {
                    set.add(moves.get(at));
                }
            }
            return set;
        }
    }

    /** The sets in words, in order; two permissions of one agreement may be amended by the same words. */
    private static List<String> steps(List<List<Move>> sets) {
        return sets.stream()
                .map(set -> set.stream()
                        .map(move -> move.step().toString())
                        .sorted()
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }

    /** Amends the agreement in the records as the answer proposes, reads them again, and asks again. */
    @Test
    void amendingTheAgreementAsProposedLeadsToAPermit() {
        var derivation = new IndexDerivation(ZoneId.of("Asia/Shanghai"));
        var before = derivation.build(Release.into(WorkedExample.dataset()), 1);
        var jurisdiction = Engine.jurisdiction(before, WorkedExample.BASE, Optional.empty());
        var lookup = new Lookup(before, WorkedExample.BASE, ZoneId.of("Asia/Shanghai"));
        var amended = new TreeSet<String>();
        for (var line : WorkedExample.questions()) {
            var question = lookup.question(line.form(), Instant.now());
            for (var set : new Explainer(before, jurisdiction).answer(question).nearest()) {
                if (!set.changes().stream().allMatch(NearestProofTest::isWidening)) {
                    continue;
                }
                var records = Release.into(WorkedExample.dataset());
                set.changes().forEach(step -> widen(records, step));

                var after = derivation.build(records, 2);

                assertThat(Rule.decide(
                                        after,
                                        Engine.jurisdiction(after, WorkedExample.BASE, Optional.empty()),
                                        Asked.of(before, question).in(after))
                                .outcome())
                        .as(line + ": " + set)
                        .isEqualTo(Outcome.PERMIT);
                amended.add(line.id());
            }
        }
        assertThat(amended).isNotEmpty();
    }

    /** Whether the step says what to add to an agreement, and not how to change its term. */
    private static boolean isWidening(Answer.Step step) {
        return step.kind().equals("amend-agreement") && step.subject().size() > 1;
    }

    private static void widen(DatasetGraph records, Answer.Step step) {
        var agreement = NodeFactory.createURI(step.subject().get(0));
        var permissions = new ArrayList<Quad>();
        records.find(Node.ANY, agreement, Odrl.permission, Node.ANY).forEachRemaining(permissions::add);
        assertThat(permissions).as("permissions of " + agreement).isNotEmpty();
        for (var quad : permissions) {
            for (var iri : step.subject().subList(1, step.subject().size())) {
                add(records, quad.getGraph(), quad.getObject(), NodeFactory.createURI(iri));
            }
        }
    }

    private static void add(DatasetGraph records, Node graph, Node permission, Node added) {
        if (added.getURI().startsWith(Sq.CODE)) {
            var left = added.getURI().startsWith(Sq.CODE + "purpose/") ? Odrl.purpose : Sq.method;
            constraints(records, permission, left).forEach(constraint -> {
                records.deleteAny(Node.ANY, constraint, Odrl.operator, Node.ANY);
                records.add(new Quad(graph, constraint, Odrl.operator, Odrl.isAnyOf));
                records.add(new Quad(graph, constraint, Odrl.rightOperand, added));
            });
        } else if (added.getURI().startsWith(WorkedExample.BASE + "organization/")) {
            records.add(new Quad(graph, permission, Odrl.assignee, added));
        } else {
            records.add(new Quad(graph, permission, Odrl.target, added));
        }
    }

    private static List<Node> constraints(DatasetGraph records, Node permission, Node left) {
        var found = new ArrayList<Node>();
        records.find(Node.ANY, permission, Odrl.constraint, Node.ANY).forEachRemaining(quad -> {
            if (records.contains(Node.ANY, quad.getObject(), Odrl.leftOperand, left)) {
                found.add(quad.getObject());
            }
        });
        return found;
    }
}
