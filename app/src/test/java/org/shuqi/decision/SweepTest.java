package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.decision.fact.Sweeps;
import org.shuqi.generate.Generator;
import org.shuqi.graph.Delta;

/** Reading a registry as its statements come gives what looking up subject by subject gives. */
class SweepTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final IndexDerivation DERIVATION = new IndexDerivation(ZONE);

    @Test
    void randomRegistriesComeOutTheSameHoweverTheirStatementsAreSpreadAndOrdered() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var spread = spread(new RandomRegistry(random.nextLong()).dataset(), 1 + random.nextInt(6), random);
            var order = new ArrayList<>(spread.stream().toList());
            var wanted = lookedUp(spread).describe();

            assertThat(DERIVATION.build(spread, 1).describe())
                    .as("as the store gives it, seed %d, round %d", seed, round)
                    .isEqualTo(wanted);
            assertThat(Sweeps.holding(random.nextInt(200), ZONE, order, spread).describe())
                    .as("in pieces, seed %d, round %d", seed, round)
                    .isEqualTo(wanted);
            Collections.shuffle(order, random);
            assertThat(Sweeps.holding(random.nextInt(2000), ZONE, order, spread).describe())
                    .as("shuffled, seed %d, round %d", seed, round)
                    .isEqualTo(wanted);
        }
    }

    /** Most statements of a subject stay together, as people keep them; some do not. */
    private static DatasetGraph spread(DatasetGraph registry, int graphs, Random random) {
        var spread = DatasetGraphFactory.create();
        boolean wild = random.nextBoolean();
        registry.stream().forEach(quad -> {
            int home = Math.floorMod(quad.getSubject().hashCode(), graphs);
            int number = wild || random.nextInt(40) == 0 ? random.nextInt(graphs) : home;
            spread.add(new Quad(NodeFactory.createURI("urn:graph:" + number), quad.asTriple()));
        });
        return spread;
    }

    /** Every subject read by look-ups, as a change is followed. */
    private static Index lookedUp(DatasetGraph graph) {
        return DERIVATION.next(
                Index.empty(), graph, 1, new Delta(List.of(), graph.stream().toList()));
    }

    @Test
    void theWorkedExampleComesOutTheSame() {
        var example = WorkedExample.dataset();

        assertThat(DERIVATION.build(example, 1).describe())
                .isEqualTo(lookedUp(example).describe())
                .hasSizeGreaterThan(100);
    }

    @Test
    void anInventedRegistryComesOutTheSameAndNothingOfItIsReadTwice() {
        var registry = DatasetGraphFactory.create();
        Generator.of(200, 5, "http://localhost:8080/id/").write(StreamRDFLib.dataset(registry));
        var order = registry.stream()
                .sorted(Comparator.comparing(quad -> quad.getGraph().getURI()))
                .toList();

        assertThat(Sweeps.torn(1_000_000, ZONE, order, registry)).isZero();
        assertThat(Sweeps.holding(1_000_000, ZONE, order, registry).describe())
                .isEqualTo(lookedUp(registry).describe())
                .hasSizeGreaterThan(500);
    }

    @Test
    void statementsOfOneSubjectInTwoGraphsAreReadTogether() {
        var registry = WorkedExample.dataset();
        var moved = new ArrayList<Quad>();
        registry.stream().forEach(quad -> moved.add(quad));
        var apart = DatasetGraphFactory.create();
        moved.forEach(quad -> apart.add(new Quad(
                NodeFactory.createURI("urn:graph:" + quad.getPredicate().getURI()), quad.asTriple())));

        assertThat(DERIVATION.build(apart, 1).describe())
                .isEqualTo(DERIVATION.build(registry, 1).describe());
    }

    @Test
    void aNamedGraphTooLargeToHoldIsTakenInPiecesAndNothingOfItIsReadTwice() {
        var registry = DatasetGraphFactory.create();
        var one = NodeFactory.createURI("urn:graph:all");
        Generator.of(100, 5, "http://localhost:8080/id/").write(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                registry.add(new Quad(one, quad.asTriple()));
            }
        });
        var order = registry.stream()
                .sorted(Comparator.comparing(quad -> quad.getSubject().toString()))
                .toList();

        assertThat(Sweeps.torn(100, ZONE, order, registry)).isZero();
        assertThat(Sweeps.holding(100, ZONE, order, registry).describe())
                .isEqualTo(lookedUp(registry).describe());
    }
}
