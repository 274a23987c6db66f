package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.decision.ReferenceDecisions.Said;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Rdfs;
import org.shuqi.vocabulary.Sq;

/** While several threads write and others ask, every answer is that of the reference at the revision which the answer names. */
class UpdatesAndReadsTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final int WRITERS = 2;
    private static final int READERS = 3;
    /** Kept for checking, of each reader and revision. */
    private static final int KEPT = 3;

    private static final Quad MARK = new Quad(
            NodeFactory.createURI(RandomRegistry.BASE + "graph/mark"),
            NodeFactory.createURI(RandomRegistry.BASE + "mark"),
            Rdfs.comment,
            NodeFactory.createLiteralString(""));

    @TempDir
    private Path folder;

    private final Map<Long, Delta> changes = new ConcurrentHashMap<>();
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();

    /**
     * An answer that was given.
     *
     * @param revision the revision it names
     * @param asked the question
     * @param said the answer
     */
    private record Answered(long revision, Asked asked, Said said) {}

    @Test
    void someHundredUpdates() throws Exception {
        updates(300);
    }

    @Test
    @Tag("slow")
    void tenThousandUpdates() throws Exception {
        updates(10_000);
    }

    private void updates(int many) throws InterruptedException, ExecutionException {
        System.out.println("seed " + SEED + " (repeat with -Dshuqi.seed=" + SEED + ")");
        var start = new RandomRegistry(SEED).dataset();
        var pool = new ArrayList<Quad>();
        for (var each = 0; each < 4; each++) {
            new RandomRegistry(SEED + each)
                    .dataset().stream().filter(UpdatesAndReadsTest::mayChange).forEach(pool::add);
        }
        var questions = questions();
        long first;
        try (var store = Stores.open(folder, 0);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            first = door.apply(change(new Delta(List.of(), start.stream().toList())), Caller.operator())
                    .revision();
            var decisions =
                    Engine.over(store, RandomRegistry.BASE, ZoneOffset.ofHours(8), Optional.empty(), Clock.systemUTC());
            run(many, decisions, door, pool, questions);
            askAboutThePast(store, decisions, first, questions);
        }
        check(first, start);
    }

    private static List<Asked> questions() {
        var registry = new RandomRegistry(SEED);
        var index = Decider.DERIVATION.build(registry.dataset(), 1);
        var questions = new ArrayList<Asked>();
        while (questions.size() < 500) {
            questions.add(registry.question(index));
        }
        return questions;
    }

    /** What questions name stays, so that they can be asked at every revision. */
    private static boolean mayChange(Quad quad) {
        return quad.getGraph().getURI().startsWith(RandomRegistry.BASE)
                && !quad.getPredicate().equals(Rdf.type)
                && !quad.getPredicate().equals(Sq.dataItem);
    }

    private void run(int many, Decisions decisions, ChangeDoor door, List<Quad> pool, List<Asked> questions)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(WRITERS + READERS);
        try {
            var running = new ArrayList<Future<?>>();
            for (var each = 0; each < WRITERS; each++) {
                var random = new Random(SEED + 100 + each);
                running.add(threads.submit(() -> write(many, door, pool, random)));
            }
            for (var each = 0; each < READERS; each++) {
                var random = new Random(SEED + 200 + each);
                running.add(threads.submit(() -> read(many, decisions, questions, random)));
            }
            for (var each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void write(int many, ChangeDoor door, List<Quad> pool, Random random) {
        while (true) {
            var number = begun.incrementAndGet();
            if (number > many) {
                return;
            }
            var added = draw(pool, random);
            // no two changes are alike and none is void, so each has a revision of its own
            added.add(new Quad(
                    MARK.getGraph(),
                    MARK.getSubject(),
                    MARK.getPredicate(),
                    NodeFactory.createLiteralString("change " + number)));
            var delta = new Delta(draw(pool, random), added);
            var revision = door.apply(change(delta), Caller.operator()).revision();
            assertThat(changes.put(revision, delta))
                    .as("revision %d is given once", revision)
                    .isNull();
            written.incrementAndGet();
        }
    }

    private static List<Quad> draw(List<Quad> pool, Random random) {
        var some = new ArrayList<Quad>();
        for (var each = random.nextInt(8); each >= 0; each--) {
            some.add(pool.get(random.nextInt(pool.size())));
        }
        return some;
    }

    private static Change change(Delta delta) {
        return new Change("test", OptionalLong.empty(), now -> delta);
    }

    private void read(int many, Decisions decisions, List<Asked> questions, Random random) {
        var last = -1L;
        var kept = 0;
        while (written.get() < many) {
            var asked = questions.get(random.nextInt(questions.size()));
            var answer = decisions.answer(asked.form());
            assertThat(answer.revision()).as("revisions never go back").isGreaterThanOrEqualTo(last);
            kept = answer.revision() == last ? kept + 1 : 1;
            last = answer.revision();
            if (kept <= KEPT) {
                answers.add(new Answered(last, asked, said(answer)));
            }
        }
    }

    private void askAboutThePast(Store store, Decisions decisions, long first, List<Asked> questions) {
        var random = new Random(SEED + 300);
        for (var each = 0; each < 40; each++) {
            var revision = Math.max(first, store.revision() - random.nextInt(200));
            var asked = questions.get(random.nextInt(questions.size()));
            var answer = decisions.answer(asked.knownAt(revision));
            assertThat(answer.revision()).isEqualTo(revision);
            answers.add(new Answered(revision, asked, said(answer)));
        }
    }

    private static Said said(Answer answer) {
        return new Said(
                answer.items().stream()
                        .map(item -> item.outcome().code() + " " + item.stage())
                        .toList(),
                answer.grants());
    }

    /** Brings the registry from revision to revision and asks the reference what was asked there. */
    private void check(long first, DatasetGraph start) {
        var byRevision = new TreeMap<Long, List<Answered>>();
        answers.forEach(one -> byRevision
                .computeIfAbsent(one.revision(), revision -> new ArrayList<>())
                .add(one));
        var last = Collections.max(changes.keySet());
        var now = DatasetGraphFactory.create();
        start.stream().forEach(now::add);
        for (var revision = first; revision <= last; revision++) {
            if (revision > first) {
                changes.get(revision).removed().forEach(now::delete);
                changes.get(revision).added().forEach(now::add);
            }
            compare(revision, now, byRevision.getOrDefault(revision, List.of()));
        }
        System.out.printf(
                "%,d changes, %,d answers at %,d revisions held against the reference%n",
                changes.size(), answers.size(), byRevision.size());
        assertThat(last - first).isEqualTo(changes.size());
        assertThat(byRevision.size())
                .as("answers were given between the changes")
                .isPositive();
    }

    private static void compare(long revision, DatasetGraph now, List<Answered> given) {
        if (given.isEmpty()) {
            return;
        }
        var right = Decider.REFERENCE.answers(
                now, given.stream().map(Answered::asked).toList());
        for (var each = 0; each < given.size(); each++) {
            if (!given.get(each).said().equals(right.get(each))) {
                throw new AssertionError(
                        "seed %d, revision %d: %s%nanswered %s%nreference %s%nanswered from a fresh index %s%n%s"
                                .formatted(
                                        SEED,
                                        revision,
                                        given.get(each).asked(),
                                        given.get(each).said(),
                                        right.get(each),
                                        Decider.ENGINE.answers(
                                                now, List.of(given.get(each).asked())),
                                        new Shrinker(Decider.ENGINE, Decider.REFERENCE)
                                                .shrink(now, given.get(each).asked())));
            }
        }
    }
}
