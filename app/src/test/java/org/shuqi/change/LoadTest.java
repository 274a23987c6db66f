package org.shuqi.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqi.change.Desk.iri;
import static org.shuqi.change.Desk.quad;
import static org.shuqi.change.Desk.quads;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;

/** Loads of any size: all of it, or what is valid, or nothing. */
class LoadTest {

    /** Several chunks. */
    private static final int LARGE = 25_000;

    @TempDir
    private Path folder;

    @Test
    void aLoadIsOneRevision() {
        try (var desk = new Desk(folder)) {
            desk.add("g s p 'there");

            var receipt =
                    load(desk, Load.Mode.ALL, quads("g s p 'there", "g s p 'new", "h s p 'new", "h s p 'new").stream());

            assertThat(receipt.revision()).isEqualTo(2);
            assertThat(receipt.read()).isEqualTo(4);
            assertThat(receipt.added()).isEqualTo(2);
            assertThat(desk.holds("h s p 'new")).isTrue();
            assertThat(load(desk, Load.Mode.ALL, quads("h s p 'new").stream()).revision())
                    .isEqualTo(2);
        }
    }

    @Test
    void aLargeLoadIsCheckedWholeAndSurvivesARestart() throws Exception {
        var added = Collections.synchronizedList(new ArrayList<Integer>());
        var beside = Collections.synchronizedList(new ArrayList<Boolean>());
        Guard guard = (after, delta) -> {
            added.add(delta.added().size());
            beside.add(after.getDefaultGraph().contains(quad("g0 s0 p 'there").asTriple())
                    && after.getDefaultGraph().contains(many(LARGE - 1).asTriple()));
            return List.of();
        };
        try (var desk = new Desk(folder, guard)) {
            desk.add("g0 s0 p 'there");
            added.clear();
            beside.clear();

            var receipt = load(desk, Load.Mode.ALL, IntStream.range(0, LARGE).mapToObj(LoadTest::many));

            assertThat(receipt.added()).isEqualTo(LARGE);
            assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(LARGE);
            assertThat(beside).containsOnly(true);
        }

        try (var desk = new Desk(folder);
                var snapshot = desk.store.read()) {
            assertThat(snapshot.revision()).isEqualTo(2);
            assertThat(snapshot.dataset().stream()).hasSize(LARGE + 1);
        }
    }

    @Test
    void aLoadThatBreaksARuleLeavesNoTraceAndTellsHowMuch() {
        try (var desk = new Desk(folder, LoadTest::everyNeedIsMet)) {
            assertThatThrownBy(() -> load(desk, Load.Mode.ALL, chainOfNeeds()))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                    refusal.problem().violations())
                            .hasSize(1))
                    .hasMessage("1 findings break a rule, nothing was written; correct them and try again");

            assertThat(desk.store.revision()).isZero();
            assertThat(desk.holds("g good is 'good")).isFalse();
        }
    }

    /** Chunks are looked at on several threads. */
    @Test
    void findingsComeInTheOrderOfTheFile() {
        Guard everyThousandthIsWrong = (after, delta) -> delta.added().stream()
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .filter(value -> value.endsWith("000"))
                .map(value -> violation("http://test/" + value.replace(' ', '-')))
                .toList();
        try (var desk = new Desk(folder, everyThousandthIsWrong)) {
            assertThatThrownBy(() ->
                            load(desk, Load.Mode.ALL, IntStream.range(0, LARGE).mapToObj(LoadTest::many)))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                    refusal.problem().violations())
                            .extracting(Violation::focus)
                            .containsExactlyElementsOf(IntStream.range(1, LARGE / 1000)
                                    .mapToObj(number -> "http://test/value-" + number + "000")
                                    .toList()));

            assertThat(desk.store.revision()).isZero();
        }
    }

    @Test
    void aCheckThatFailsLeavesNoTrace() {
        Guard failing = (after, delta) -> {
            if (delta.added().contains(many(12_345))) {
                throw new IllegalStateException("the check broke down");
            }
            return List.of();
        };
        try (var desk = new Desk(folder, failing)) {
            assertThatThrownBy(() ->
                            load(desk, Load.Mode.ALL, IntStream.range(0, LARGE).mapToObj(LoadTest::many)))
                    .hasMessage("the check broke down");

            assertThat(desk.store.revision()).isZero();
            assertThat(desk.add("g s p 'one").revision()).isEqualTo(1);
        }
    }

    @Test
    void validOnlyLeavesOutWhatIsWrongAndWhatNeedsIt() {
        try (var desk = new Desk(folder, LoadTest::everyNeedIsMet)) {
            var receipt = load(desk, Load.Mode.VALID_ONLY, chainOfNeeds());

            assertThat(receipt.dropped()).containsExactly(iri("c"), iri("b"), iri("a"));
            assertThat(receipt.droppedTotal()).isEqualTo(3);
            assertThat(receipt.added()).isEqualTo(2);
            assertThat(desk.holds("g good is 'good")).isTrue();
            assertThat(desk.holds("g b#part is 'part of b")).isFalse();
            assertThat(desk.holds("g a needs b")).isFalse();
        }
    }

    @Test
    void aRehearsalTellsWhatWouldHappen() {
        try (var desk = new Desk(folder, LoadTest::everyNeedIsMet)) {
            var receipt = desk.door.rehearse(
                    new Load("test", sink -> chainOfNeeds().forEach(sink), Load.Mode.ALL, Load.Progress.SILENT),
                    Caller.operator());

            assertThat(receipt.findings()).hasSize(1);
            assertThat(receipt.added()).isEqualTo(10);
            assertThat(desk.store.revision()).isZero();
        }
    }

    @Test
    void aSourceThatFailsLeavesNoTrace() {
        try (var desk = new Desk(folder)) {
            var load = new Load(
                    "test",
                    sink -> {
                        IntStream.range(0, LARGE).mapToObj(LoadTest::many).forEach(sink);
                        throw new IllegalStateException("the line is cut");
                    },
                    Load.Mode.ALL,
                    Load.Progress.SILENT);

            assertThatThrownBy(() -> desk.door.load(load, Caller.operator())).hasMessage("the line is cut");

            assertThat(desk.store.revision()).isZero();
            assertThat(desk.add("g s p 'one").revision()).isEqualTo(1);
        }
    }

    private static LoadReceipt load(Desk desk, Load.Mode mode, Stream<Quad> quads) {
        return desk.door.load(new Load("test", quads::forEach, mode, Load.Progress.SILENT), Caller.operator());
    }

    private static Quad many(int number) {
        return quad("g" + number % 10 + " s" + number / 10 + " p 'value " + number);
    }

    /** a needs b, b needs c, c needs what is nowhere; good needs good. */
    private static Stream<Quad> chainOfNeeds() {
        return Stream.concat(
                quads(
                        "g a needs b",
                        "g b needs c",
                        "g b is 'b",
                        "g b#part is 'part of b",
                        "g c needs nowhere",
                        "g c is 'c",
                        "g good needs good",
                        "g good is 'good")
                        .stream(),
                Stream.of("a", "b").map(name -> new Quad(iri("g"), iri(name), RDF.type.asNode(), iri("Thing"))));
    }

    private static List<Violation> everyNeedIsMet(DatasetGraph after, Delta delta) {
        var graph = after.getDefaultGraph();
        return Stream.concat(
                        delta.added().stream()
                                .filter(quad -> quad.getPredicate().equals(iri("needs"))),
                        delta.removed().stream()
                                .flatMap(
                                        gone -> graph.find(Node.ANY, iri("needs"), gone.getSubject()).toList().stream())
                                .map(triple -> new Quad(iri("g"), triple)))
                .distinct()
                .filter(quad -> !graph.contains(quad.getObject(), Node.ANY, Node.ANY))
                .map(quad -> violation(quad.getSubject().toString()))
                .toList();
    }

    private static Violation violation(String focus) {
        return new Violation(
                focus,
                Optional.empty(),
                Optional.empty(),
                new Text("缺少所需", "a need is not met"),
                "http://test/shape",
                Optional.empty(),
                Violation.Severity.VIOLATION);
    }
}
