package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

/** What is not looked for is not there: the view says what the view under it says. */
class SparingViewTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());

    private final Random random = new Random(SEED);

    @Test
    void everyPatternFindsWhatItFindsBelow() {
        var quads = new ArrayList<Quad>();
        for (var each = 0; each < 60; each++) {
            quads.add(new Quad(term(), term(), term(), term()));
        }
        var below = new Overlay(new EmptyView(), new Delta(List.of(), quads));
        var sparing = new SparingView(below);
        var found = 0;

        for (var each = 0; each < 5_000; each++) {
            var subject = pattern();
            var predicate = pattern();
            var object = pattern();
            var graph = pattern();
            var named = Iter.toSet(below.named(graph, subject, predicate, object));
            assertThat(Iter.toSet(sparing.named(graph, subject, predicate, object)))
                    .as("seed %d", SEED)
                    .isEqualTo(named);
            assertThat(Iter.toSet(sparing.union(subject, predicate, object)))
                    .as("seed %d", SEED)
                    .isEqualTo(Iter.toSet(below.union(subject, predicate, object)));
            found += named.size();
        }
        assertThat(found).isPositive();
    }

    private Node pattern() {
        return random.nextInt(3) == 0 ? Node.ANY : term();
    }

    private Node term() {
        var number = random.nextInt(30);
        return number < 25
                ? NodeFactory.createURI("urn:x:" + number)
                : NodeFactory.createLiteralString(Integer.toString(number));
    }
}
