package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqi.graph.Scribe.iri;
import static org.shuqi.graph.Scribe.quad;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a snapshot seen by somebody, what may not be seen is as good as absent, whichever way it is looked for. */
class SeenTest {

    @TempDir
    private Path folder;

    @Test
    void anUnseenGraphIsAbsentByName() {
        try (var scribe = new Scribe(folder)) {
            scribe.write("open s p 'one", "secret s p 'two");
            try (var seen = scribe.store.read().seenBy(only("open"))) {
                assertThat(seen.revisionOf(iri("open"))).isEqualTo(1);
                assertThat(seen.revisionOf(iri("secret"))).isZero();
                assertThat(seen.dataset().containsGraph(iri("secret"))).isFalse();
                assertThat(seen.dataset().getGraph(iri("secret")).isEmpty()).isTrue();
                assertThat(seen.dataset().listGraphNodes()).toIterable().containsExactly(iri("open"));
                assertThat(seen.dataset().contains(quad("secret s p 'two"))).isFalse();
                assertThat(seen.union().contains(quad("secret s p 'two").asTriple()))
                        .isFalse();
            }
        }
    }

    @Test
    void whoSeesAllIsGivenTheSnapshotItself() {
        try (var scribe = new Scribe(folder);
                var snapshot = scribe.store.read()) {
            assertThat(snapshot.seenBy(Sight.ALL)).isSameAs(snapshot);
        }
    }

    @Test
    void theNotesOfTheStoreStayHiddenFromWhoSeesEveryGraph() {
        try (var scribe = new Scribe(folder)) {
            scribe.write("open s p 'one");
            try (var seen = scribe.store.read().seenBy(graph -> true)) {
                assertThat(seen.dataset().find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY))
                        .toIterable()
                        .hasSize(1);
                assertThat(seen.union().find().toList())
                        .containsExactly(quad("open s p 'one").asTriple());
            }
        }
    }

    @Test
    void aSuppositionAboutAnUnseenGraphIsNotSeenEither() {
        try (var scribe = new Scribe(folder)) {
            scribe.write("open s p 'one", "secret s p 'one");
            try (var seen = scribe.store.read().seenBy(only("open"))) {
                var supposed = seen.supposing(
                        new Delta(List.of(quad("open s p 'one")), List.of(quad("secret t p 'x"), quad("open t p 'y"))));

                assertThat(Iter.toList(supposed.find())).containsExactly(quad("open t p 'y"));
            }
        }
    }

    @Test
    void aSnapshotIsClosedWithWhatIsSeenOfIt() {
        try (var scribe = new Scribe(folder)) {
            scribe.write("open s p 'one");
            var seen = scribe.store.read().seenBy(only("open"));
            seen.close();
            seen.close();

            assertThatThrownBy(seen::union).isInstanceOf(IllegalStateException.class);
            assertThat(scribe.write("open s p 'two"))
                    .as("nothing is open on this thread any more")
                    .isEqualTo(2);
        }
    }

    @Test
    void whatIsUnseenIsPassedOverOnceAndThenTakesNoMoreThanWhatIsNotThere() {
        try (var scribe = new Scribe(folder)) {
            scribe.write("open s p 'one", "secret t p o", "secret t q o", "other x p t");
            var sight = new Keeping(Set.of(iri("open")));
            try (var seen = scribe.store.read().seenBy(sight)) {
                for (var term : List.of(iri("t"), iri("nothing"))) {
                    assertThat(seen.union().contains(term, iri("p"), Node.ANY)).isFalse();
                    assertThat(seen.union().contains(Node.ANY, iri("p"), term)).isFalse();
                    sight.looked = 0;

                    assertThat(seen.union().contains(term, iri("p"), Node.ANY)).isFalse();
                    assertThat(seen.union().contains(term, iri("q"), iri("o")))
                            .as("another question about it")
                            .isFalse();
                    assertThat(seen.dataset().contains(Node.ANY, Node.ANY, iri("r"), term))
                            .isFalse();
                    assertThat(sight.looked).isZero();
                }
                for (var graph : List.of(iri("secret"), iri("nothing"))) {
                    assertThat(seen.dataset().containsGraph(graph)).isFalse();
                    sight.looked = 0;

                    assertThat(seen.dataset().getGraph(graph).isEmpty()).isTrue();
                    assertThat(sight.looked).isZero();
                }
            }
        }
    }

    /** Every pattern over the newest and over earlier revisions, beside a dataset that holds the seen graphs only. */
    @Test
    void whatIsSeenIsWhatADatasetOfTheSeenGraphsHolds() {
        var seed = Long.getLong("shuqi.seed", new Random().nextLong());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        try (var scribe = new Scribe(folder)) {
            var states = new java.util.ArrayList<Set<Quad>>(List.of(Set.of()));
            for (var step = 0; step < 4; step++) {
                var state = new HashSet<>(states.get(step));
                var added = drawn(random, 120);
                var removed =
                        state.stream().filter(quad -> random.nextInt(3) == 0).toList();
                scribe.write(new Delta(removed, added));
                removed.forEach(state::remove);
                state.addAll(added);
                states.add(state);
            }
            for (var revision = 1; revision < states.size(); revision++) {
                var visible = IntStream.range(0, 6)
                        .filter(graph -> random.nextBoolean())
                        .mapToObj(graph -> iri("g" + graph))
                        .collect(Collectors.toSet());
                var extracted = DatasetGraphFactory.create();
                states.get(revision).stream()
                        .filter(quad -> visible.contains(quad.getGraph()))
                        .forEach(extracted::add);
                try (var seen = scribe.store.readAt(revision).seenBy(visible::contains)) {
                    compare(seen.dataset(), extracted);
                }
                try (var seen = scribe.store.readAt(revision).seenBy(new Keeping(visible))) {
                    compare(seen.dataset(), extracted);
                    compare(seen.dataset(), extracted);
                }
            }
        }
    }

    private static void compare(DatasetGraph seen, DatasetGraph extracted) {
        assertThat(Iter.toSet(seen.listGraphNodes())).isEqualTo(Iter.toSet(extracted.listGraphNodes()));
        for (var subject : List.of(Node.ANY, iri("s0"), iri("s1"))) {
            for (var predicate : List.of(Node.ANY, iri("p0"))) {
                for (var object : List.of(Node.ANY, iri("o0"), iri("o1"))) {
                    assertThat(triples(seen, subject, predicate, object))
                            .doesNotHaveDuplicates()
                            .containsExactlyInAnyOrderElementsOf(extracted
                                    .getUnionGraph()
                                    .find(subject, predicate, object)
                                    .toList());
                    assertThat(Iter.toList(seen.findNG(Node.ANY, subject, predicate, object)))
                            .containsExactlyInAnyOrderElementsOf(
                                    Iter.toList(extracted.findNG(Node.ANY, subject, predicate, object)));
                }
            }
        }
    }

    private static List<Triple> triples(DatasetGraph dataset, Node subject, Node predicate, Node object) {
        return dataset.getDefaultGraph().find(subject, predicate, object).toList();
    }

    private static List<Quad> drawn(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> quad("g%d s%d p%d o%d"
                        .formatted(random.nextInt(6), random.nextInt(3), random.nextInt(2), random.nextInt(4))))
                .distinct()
                .toList();
    }

    private static Sight only(String graph) {
        return iri(graph)::equals;
    }

    /** Sees some graphs, keeps what it did not see, and counts how often it had to look. */
    private static final class Keeping implements Sight {

        private final Set<Node> visible;
        private final Set<Quad> blanks = new HashSet<>();
        private int looked;

        Keeping(Set<Node> visible) {
            this.visible = visible;
        }

        @Override
        public boolean sees(Node graph) {
            looked++;
            return visible.contains(graph);
        }

        @Override
        public boolean isKnownBlank(Quad pattern) {
            return blanks.contains(pattern);
        }

        @Override
        public boolean keepsBlank(Quad pattern) {
            return blanks.add(pattern);
        }
    }
}
