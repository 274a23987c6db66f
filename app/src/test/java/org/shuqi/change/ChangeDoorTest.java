package org.shuqi.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqi.change.Desk.iri;
import static org.shuqi.change.Desk.quad;
import static org.shuqi.change.Desk.quads;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;

/** What the door lets in, and what it turns away without a trace. */
class ChangeDoorTest {

    @TempDir
    private Path folder;

    @Test
    void aChangeIsReadByEverybodyOnceItsReceiptIsThere() {
        try (var desk = new Desk(folder)) {
            var receipt = desk.add("g s p 'one");

            assertThat(receipt.revision()).isEqualTo(1);
            assertThat(desk.store.revision()).isEqualTo(1);
            assertThat(desk.holds("g s p 'one")).isTrue();
        }
    }

    @Test
    void aChangeSurvivesARestart() {
        try (var desk = new Desk(folder)) {
            desk.add("g s p 'one", "g s p 'two");
            desk.remove("g s p 'one");
        }

        try (var desk = new Desk(folder)) {
            assertThat(desk.store.revision()).isEqualTo(2);
            assertThat(desk.holds("g s p 'one")).isFalse();
            assertThat(desk.holds("g s p 'two")).isTrue();
        }
    }

    @Test
    void aChangeThatChangesNothingMakesNoRevision() {
        try (var desk = new Desk(folder)) {
            desk.add("g s p 'one");

            var receipt = desk.apply(OptionalLong.empty(), quads("g s p 'absent"), quads("g s p 'one"));

            assertThat(receipt.revision()).isEqualTo(1);
            assertThat(desk.store.revision()).isEqualTo(1);
        }
    }

    @Test
    void aStaleChangeIsTurnedAway() {
        try (var desk = new Desk(folder)) {
            desk.add("g s p 'one");
            desk.add("g s p 'two");
            desk.add("other s p 'three");

            assertThatThrownBy(() -> desk.apply(OptionalLong.of(1), List.of(), quads("g s p 'four")))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.STALE))
                    .hasMessage("you read revision 1, `http://test/g` has changed in 2; read it again");

            assertThat(desk.holds("g s p 'four")).isFalse();
            assertThat(desk.apply(OptionalLong.of(2), List.of(), quads("g s p 'five"))
                            .revision())
                    .isEqualTo(4);
        }
    }

    @Test
    void aRevisionThatIsYetToComeIsStaleToo() {
        try (var desk = new Desk(folder)) {
            assertThatThrownBy(() -> desk.apply(OptionalLong.of(7), List.of(), quads("g s p 'one")))
                    .hasMessage("you read revision 7, the newest is 0; read it again");
        }
    }

    @Test
    void aRecordDeletedMeanwhileIsStaleEvenThoughItsGraphIsGone() {
        try (var desk = new Desk(folder)) {
            desk.add("g s p 'one");
            desk.remove("g s p 'one");

            assertThatThrownBy(() -> desk.apply(OptionalLong.of(1), List.of(), quads("g s p 'two")))
                    .hasMessage("you read revision 1, `http://test/g` has changed in 2; read it again");
        }
    }

    @Test
    void whoMayNotWriteIsTurnedAway() {
        try (var desk = new Desk(folder)) {
            var change = new Change("test", OptionalLong.empty(), now -> new Delta(List.of(), quads("g s p 'one")));

            assertThatThrownBy(() -> desk.door.apply(change, new Caller("ann", Set.of(Role.READER))))
                    .hasMessage("`ann` may not write; ask the security officer for a role");
            assertThat(desk.store.revision()).isZero();
        }
    }

    @Test
    void theGuardSeesTheGraphAsItWouldBeThroughEveryDoorOfTheDataset() {
        var seen = new ArrayList<Boolean>();
        Guard guard = (after, delta) -> {
            var quad = quad("g s p 'one");
            seen.add(after.contains(quad));
            seen.add(after.getGraph(iri("g")).contains(quad.asTriple()));
            seen.add(after.getDefaultGraph().contains(quad.asTriple()));
            seen.add(after.getUnionGraph().contains(quad.asTriple()));
            seen.add(after.find(Node.ANY, iri("s"), Node.ANY, Node.ANY).hasNext());
            seen.add(after.listGraphNodes().next().equals(iri("g")));
            return List.of();
        };

        try (var desk = new Desk(folder, guard)) {
            desk.add("g s p 'one");
        }

        assertThat(seen).hasSize(6).containsOnly(true);
    }

    @Test
    void whatBreaksARuleIsTurnedAwayWithItsFindings() {
        try (var desk = new Desk(folder, ChangeDoorTest::atMostOneValue)) {
            desk.add("g s p 'one");

            assertThatThrownBy(() -> desk.add("g s p 'two")).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.problem().kind()).isEqualTo(Kind.INVALID);
                assertThat(refusal.problem().violations()).hasSize(1);
            });

            assertThat(desk.store.revision()).isEqualTo(1);
            assertThat(desk.apply(OptionalLong.empty(), quads("g s p 'one"), quads("g s p 'two"))
                            .revision())
                    .isEqualTo(2);
        }
    }

    @Test
    void aRehearsalFindsTheSameAndWritesNothing() {
        try (var desk = new Desk(folder, ChangeDoorTest::atMostOneValue)) {
            var one = new Change("test", OptionalLong.empty(), now -> new Delta(List.of(), quads("g s p 'one")));
            var two = new Change(
                    "test", OptionalLong.empty(), now -> new Delta(List.of(), quads("g s p 'one", "g s p 'two")));

            assertThat(desk.door.rehearse(one, Caller.operator()).revision()).isZero();
            assertThatThrownBy(() -> desk.door.rehearse(two, Caller.operator())).isInstanceOf(Refusal.class);

            assertThat(desk.store.revision()).isZero();
            assertThat(desk.holds("g s p 'one")).isFalse();
        }
    }

    @Test
    void nothingIsDerivedFromWhatIsOnlyRehearsed() {
        try (var desk = new Desk(folder)) {
            var counted = new Counted();
            var followed = desk.store.derive(counted);
            var change = new Change("test", OptionalLong.empty(), now -> new Delta(List.of(), quads("g s p 'one")));

            desk.door.rehearse(change, Caller.operator());
            assertThat(counted.asked).isZero();

            desk.door.apply(change, Caller.operator());
            assertThat(followed.current()).isEqualTo(1);
        }
    }

    /** How many changes there were. */
    private static final class Counted implements Derivation<Integer> {

        private int asked;

        @Override
        public Integer build(DatasetGraph whole, long revision) {
            return 0;
        }

        @Override
        public Integer next(Integer previous, DatasetGraph now, long revision, Delta delta) {
            asked++;
            return previous + 1;
        }
    }

    @Test
    void anEditThatFailsLeavesNoTrace() {
        try (var desk = new Desk(folder)) {
            var broken = new Change("test", OptionalLong.empty(), now -> {
                throw new StackOverflowError("nested too deep");
            });

            assertThatThrownBy(() -> desk.door.apply(broken, Caller.operator()))
                    .hasRootCauseInstanceOf(StackOverflowError.class);

            assertThat(desk.add("g s p 'one").revision()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeStoredIsTurnedAway() {
        try (var desk = new Desk(folder)) {
            var literal = NodeFactory.createLiteralString("x");
            var inDefaultGraph = new Quad(Quad.defaultGraphIRI, iri("s"), iri("p"), literal);
            var hidden = new Quad(NodeFactory.createURI("urn:x-arq:DefaultGraph"), iri("s"), iri("p"), literal);
            var blankInIri = new Quad(iri("g"), iri("s s"), iri("p"), literal);
            var literalSubject = new Quad(iri("g"), literal, iri("p"), literal);
            var halfPair = new Quad(iri("g"), iri("s"), iri("p"), NodeFactory.createLiteralString("\ud800"));

            for (var quad : List.of(inDefaultGraph, hidden, blankInIri, literalSubject, halfPair)) {
                assertThatThrownBy(() -> desk.apply(OptionalLong.empty(), List.of(), List.of(quad)))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.MALFORMED));
            }
            assertThat(desk.store.revision()).isZero();
        }
    }

    @Test
    void thoseWhoWaitTogetherAreJudgedOneAfterTheOther() throws Exception {
        try (var desk = new Desk(folder, ChangeDoorTest::atMostOneValue)) {
            var firstIsLookedAt = new CountDownLatch(1);
            var everybodyIsThere = new CountDownLatch(1);
            var first = new Change("test", OptionalLong.empty(), now -> {
                firstIsLookedAt.countDown();
                await(everybodyIsThere);
                return new Delta(List.of(), quads("g first p 'one"));
            });
            var pool = Executors.newCachedThreadPool();
            pool.submit(() -> desk.door.apply(first, Caller.operator()));
            await(firstIsLookedAt);
            var waiting = new ArrayList<Future<Receipt>>();
            for (var number = 0; number < 10; number++) {
                var quad = "g shared" + number / 2 + " p 'value " + number;
                waiting.add(pool.submit(() -> desk.add(quad)));
            }
            while (((ThreadPoolExecutor) pool).getActiveCount() < 11) {
                Thread.sleep(5);
            }
            everybodyIsThere.countDown();

            var accepted = new ArrayList<Long>();
            for (var result : waiting) {
                try {
                    accepted.add(result.get().revision());
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(Refusal.class);
                }
            }
            pool.shutdown();

            assertThat(accepted).containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L);
            try (var snapshot = desk.store.read()) {
                assertThat(snapshot.dataset().stream()).hasSize(6);
            }
            assertThat(desk.store.verify(quads -> {}).faults()).isEmpty();
        }
    }

    /** In bare TDB2 the refused ones, rolled back, would make the accepted ones unreadable. */
    @Test
    void refusalsBetweenWritesLoseNothingEvenWhenNothingIsCached() {
        var count = 40;
        try (var desk = new Desk(folder)) {
            desk.add(IntStream.range(0, 300)
                    .mapToObj(number -> "g old" + number + " p" + number + " 'value " + number)
                    .toArray(String[]::new));
        }
        try (var desk = new Desk(folder, ChangeDoorTest::atMostOneValue)) {
            for (var number = 0; number < count; number++) {
                var old = "g old" + number + " p" + number + " 'another new " + number;
                assertThatThrownBy(() -> desk.add(old, old + "b", old + "c")).isInstanceOf(Refusal.class);
                desk.add("g new" + number + " q" + number + " 'value of new " + number);
            }
        }

        try (var desk = new Desk(folder)) {
            for (var number = 0; number < count; number++) {
                assertThat(desk.holds("g new" + number + " q" + number + " 'value of new " + number))
                        .isTrue();
            }
            try (var snapshot = desk.store.read()) {
                assertThat(snapshot.dataset().stream()).hasSize(300 + count);
            }
            assertThat(desk.store.verify(quads -> {}).faults()).isEmpty();
        }
    }

    @Test
    void noUpdateIsLostAmongManyWriters() throws Exception {
        var writers = 6;
        var each = 8;
        try (var desk = new Desk(folder)) {
            desk.add("counter s value '0");
            var pool = Executors.newFixedThreadPool(writers);
            var tasks = new ArrayList<Callable<Integer>>();
            for (var writer = 0; writer < writers; writer++) {
                tasks.add(() -> increments(desk, each));
            }

            var stale = 0;
            for (var result : pool.invokeAll(tasks)) {
                stale += result.get();
            }
            pool.shutdown();

            assertThat(desk.holds("counter s value '" + writers * each)).isTrue();
            assertThat(desk.store.revision()).isEqualTo(1 + writers * each);
            assertThat(stale).as("writers did meet").isPositive();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds one to the counter so many times, reading again whenever somebody else was first; says how often. */
    private static int increments(Desk desk, int times) {
        var stale = 0;
        for (var done = 0; done < times; ) {
            var read = read(desk);
            var next = "counter s value '" + (read.value + 1);
            try {
                desk.apply(OptionalLong.of(read.revision), quads("counter s value '" + read.value), quads(next));
                done++;
            } catch (Refusal refusal) {
                assertThat(refusal.problem().kind()).isEqualTo(Kind.STALE);
                stale++;
            }
        }
        return stale;
    }

    private record Reading(long revision, int value) {}

    private static Reading read(Desk desk) {
        try (var snapshot = desk.store.read()) {
            var quad = snapshot.dataset()
                    .find(iri("counter"), iri("s"), iri("value"), Node.ANY)
                    .next();
            return new Reading(
                    snapshot.revisionOf(iri("counter")),
                    Integer.parseInt(quad.getObject().getLiteralLexicalForm()));
        }
    }

    private static List<Violation> atMostOneValue(org.apache.jena.sparql.core.DatasetGraph after, Delta delta) {
        return delta.added().stream()
                .filter(quad -> after.getGraph(quad.getGraph())
                                .find(quad.getSubject(), quad.getPredicate(), Node.ANY)
                                .toList()
                                .size()
                        > 1)
                .limit(1)
                .map(quad -> new Violation(
                        quad.getSubject().toString(),
                        Optional.empty(),
                        Optional.empty(),
                        new Text("只能有一个值", "one value only"),
                        "http://test/shape",
                        Optional.empty(),
                        Violation.Severity.VIOLATION))
                .toList();
    }
}
