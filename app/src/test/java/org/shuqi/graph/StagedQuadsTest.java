package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load brings is found by any of its terms, whether it is kept in memory or on disk. */
class StagedQuadsTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void inMemoryEveryPatternFindsWhatASetHolds() {
        everyPatternFindsWhatASetHolds(Integer.MAX_VALUE);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onDiskTheSame() {
        everyPatternFindsWhatASetHolds(500);
    }

    @Test
    void theDiskIsFreeAgainAfterwards() throws Exception {
        try (var staged = staged(drawn(), 10)) {
            assertThat(staged.isEmpty()).isFalse();
            try (var there = Files.list(folder)) {
                assertThat(there).hasSize(1);
            }
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void quadsInMemoryKeepTheOrderInWhichTheyCame() {
        var quads = drawn();
        try (var staged = staged(quads, Integer.MAX_VALUE)) {
            assertThat(Iter.toList(staged.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)))
                    .containsExactlyElementsOf(new LinkedHashSet<>(quads));
        }
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        try (var staged = staged(List.of(), 10)) {
            assertThat(staged.isEmpty()).isTrue();
            assertThat(staged.graphs()).isEmpty();
            assertThat(staged.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).hasNext())
                    .isFalse();
            assertThat(staged.contains(Scribe.quad("g s p o"))).isFalse();
        }
    }

    private void everyPatternFindsWhatASetHolds(int heapQuads) {
        var quads = drawn();
        var truth = new HashSet<>(quads);
        var found = 0;
        try (var staged = staged(quads, heapQuads)) {
            staged.beginRead();
            assertThat(staged.read()).isEqualTo(quads.size());
            assertThat(staged.graphs())
                    .isEqualTo(truth.stream().map(Quad::getGraph).collect(Collectors.toSet()));
            for (var each = 0; each < 1_000; each++) {
                var pattern = new Quad(orAny(hub()), orAny(term()), orAny(hub()), orAny(term()));
                var matching = matching(truth, pattern);
                var list = Iter.toList(staged.find(
                        pattern.getGraph(), pattern.getSubject(), pattern.getPredicate(), pattern.getObject()));
                assertThat(list.size()).as("seed %d, %s", SEED, pattern).isEqualTo(matching.size());
                assertThat(new HashSet<>(list)).as("seed %d, %s", SEED, pattern).isEqualTo(matching);
                var one = new Quad(hub(), term(), hub(), term());
                assertThat(staged.contains(one)).as("seed %d", SEED).isEqualTo(truth.contains(one));
                found += matching.size();
            }
            staged.endRead();
        }
        assertThat(found).isPositive();
    }

    private StagedQuads staged(List<Quad> quads, int heapQuads) {
        var staged = new StagedQuads(folder, heapQuads);
        quads.forEach(staged::add);
        staged.ends();
        return staged;
    }

    /** Some twice; a few terms are in very many. */
    private List<Quad> drawn() {
        var quads = new ArrayList<Quad>();
        for (var each = 0; each < 4_000; each++) {
            quads.add(new Quad(hub(), term(), hub(), random.nextInt(3) == 0 ? text() : term()));
        }
        return quads;
    }

    private static Set<Quad> matching(Set<Quad> all, Quad pattern) {
        return all.stream()
                .filter(quad -> fits(pattern.getGraph(), quad.getGraph())
                        && fits(pattern.getSubject(), quad.getSubject())
                        && fits(pattern.getPredicate(), quad.getPredicate())
                        && fits(pattern.getObject(), quad.getObject()))
                .collect(Collectors.toSet());
    }

    private static boolean fits(Node pattern, Node term) {
        return pattern == Node.ANY || pattern.equals(term);
    }

    private Node orAny(Node term) {
        return random.nextInt(2) == 0 ? Node.ANY : term;
    }

    private Node hub() {
        return Scribe.iri("hub" + random.nextInt(8));
    }

    private Node term() {
        return Scribe.iri(random.nextInt(3) == 0 ? "hub" + random.nextInt(8) : "term" + random.nextInt(300));
    }

    private Node text() {
        return NodeFactory.createLiteralLang("text " + random.nextInt(300), "en");
    }
}
