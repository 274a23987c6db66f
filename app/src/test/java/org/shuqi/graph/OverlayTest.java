package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqi.graph.Scribe.iri;
import static org.shuqi.graph.Scribe.quad;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** An overlay shows the change through every door, and nothing of what lies under it shows through. */
class OverlayTest {

    private final View below = view("g s p 'old", "g s p 'kept", "h s p 'old", "i s p 'alone");
    private final Overlay overlay = new Overlay(
            below,
            new Delta(
                    List.of(quad("g s p 'old"), quad("i s p 'alone")),
                    List.of(quad("g s p 'new"), quad("j s p 'new"))));

    @Test
    void aGraphOfTheOverlayDoesNotLookPastIt() {
        var graph = overlay.getGraph(iri("g"));

        assertThat(graph.contains(quad("g s p 'new").asTriple())).isTrue();
        assertThat(graph.contains(quad("g s p 'old").asTriple())).isFalse();
        assertThat(graph.size()).isEqualTo(2);
    }

    @Test
    void theUnionHoldsATripleAsLongAsOneGraphDoes() {
        var union = overlay.getDefaultGraph();

        assertThat(union.contains(quad("h s p 'old").asTriple()))
                .as("h still has it")
                .isTrue();
        assertThat(union.contains(quad("i s p 'alone").asTriple())).isFalse();
        assertThat(union.find().toList()).as("each once").hasSize(3);
    }

    @Test
    void graphsComeAndGoWithTheirQuads() {
        assertThat(overlay.listGraphNodes()).toIterable().containsExactlyInAnyOrder(iri("g"), iri("h"), iri("j"));
        assertThat(overlay.containsGraph(iri("i"))).isFalse();
    }

    /** Compares with a plain set, for changes drawn at random. */
    @RepeatedTest(20)
    void anyChangeOnAnyChangeShowsWhatASetWouldHold() {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var universe = universe();
        var truth = new HashSet<Quad>();
        View view = new EmptyView();
        for (var step = 0; step < 4; step++) {
            var delta = change(random, universe, truth);
            view = new Overlay(view, delta);
            delta.removed().forEach(truth::remove);
            truth.addAll(delta.added());
        }

        assertThat(list(view, Node.ANY, Node.ANY, Node.ANY, Node.ANY)).containsExactlyInAnyOrderElementsOf(truth);
        for (var quad : universe) {
            assertThat(view.contains(quad)).isEqualTo(truth.contains(quad));
            assertThat(list(view, Node.ANY, quad.getSubject(), Node.ANY, Node.ANY))
                    .containsExactlyInAnyOrderElementsOf(truth.stream()
                            .filter(one -> one.getSubject().equals(quad.getSubject()))
                            .toList());
            assertThat(view.getGraph(quad.getGraph()).contains(quad.asTriple())).isEqualTo(truth.contains(quad));
        }
        assertThat(view.getUnionGraph().find().toList())
                .containsExactlyInAnyOrderElementsOf(
                        truth.stream().map(Quad::asTriple).collect(Collectors.toSet()));
    }

    private static Delta change(Random random, List<Quad> universe, Set<Quad> truth) {
        var removed = truth.stream().filter(quad -> random.nextInt(3) == 0).toList();
        var added = universe.stream()
                .filter(quad -> !truth.contains(quad) && random.nextInt(3) == 0)
                .toList();
        return new Delta(removed, added);
    }

    private static List<Quad> universe() {
        var quads = new ArrayList<Quad>();
        for (var graph : List.of("g", "h", "i")) {
            for (var subject : List.of("a", "b")) {
                for (var object : List.of("x", "y", "z")) {
                    quads.add(quad(graph + " " + subject + " p " + object));
                }
            }
        }
        return quads;
    }

    private static List<Quad> list(View view, Node graph, Node subject, Node predicate, Node object) {
        var list = new ArrayList<Quad>();
        view.find(graph, subject, predicate, object).forEachRemaining(list::add);
        return list;
    }

    private static View view(String... quads) {
        var added = new Quads();
        List.of(quads).forEach(words -> added.add(quad(words)));
        return new Overlay(new EmptyView(), new Quads(), added);
    }
}
