package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
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
import org.shuqi.registry.Registry;

/** Whatever door a question comes in by, the answer is that of the reference queries, on invented registries of every kind. */
class DoorsAgreeTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final Instant NOW = Instant.parse("2026-01-22T00:00:00Z");
    private static final int QUESTIONS = 200;
    private static final int ONE_BY_ONE = 10;

    @TempDir
    private Path folder;

    @Test
    void everyDoorAnswersAsTheReferenceDoes() {
        agree(6);
    }

    @Test
    @Tag("slow")
    void everyDoorAnswersAsTheReferenceDoesOnManyMore() {
        agree(300);
    }

    private void agree(int registries) {
        System.out.println("seed " + SEED + " (repeat with -Dshuqi.seed=" + SEED + ")");
        var pairs = 0;
        try (var server = server()) {
            var doors = new Doors("http://127.0.0.1:" + server.getPort());
            var store = server.getApplicationContext().getBean(Registry.class).store();
            for (var each = 0; each < registries; each++) {
                var registry = new RandomRegistry(SEED + each);
                fill(store, registry);
                pairs += ask(doors, store, questions(registry), "seed " + (SEED + each) + ", ");
            }
        }
        System.out.println(pairs + " pairs of door and question");
        assertThat(pairs).isGreaterThan(registries * QUESTIONS * 2);
    }

    private EmbeddedServer server() {
        return ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.port",
                        -1,
                        "shuqi.open-on-loopback",
                        true,
                        "shuqi.data",
                        folder.toString(),
                        "shuqi.base-iri",
                        RandomRegistry.BASE,
                        "shuqi.test.doors",
                        "yes"));
    }

    /** Puts the registry in the place of the one before, past the gate: what is unsound must never permit, wherever it came from. */
    private static void fill(Store store, RandomRegistry registry) {
        var invented = registry.dataset().stream()
                .filter(quad -> quad.getGraph().getURI().startsWith(RandomRegistry.BASE))
                .toList();
        try (var door = ChangeDoor.open(store, Guard.NONE);
                var now = store.read()) {
            var before = now.dataset().stream()
                    .filter(quad -> quad.getGraph().getURI().startsWith(RandomRegistry.BASE))
                    .toList();
            door.apply(
                    new Change("another registry", OptionalLong.empty(), snapshot -> new Delta(before, invented)),
                    Caller.operator());
        }
    }

    private static List<Asked> questions(RandomRegistry registry) {
        var index = Decider.DERIVATION.build(registry.dataset(), 1);
        var questions = new ArrayList<Asked>();
        while (questions.size() < QUESTIONS) {
            var asked = registry.question(index);
            questions.add(asked);
            var entry = index.dataset(index.id(asked.dataset())).orElseThrow();
            var all = entry.items().stream().map(item -> index.iri(item.iri())).toList();
            questions.add(plain(asked, all, questions.size() % 4 < 2 ? NOW : asked.at()));
        }
        return questions;
    }

    /** As the doors without parameters ask: by query, for all items, to keep. */
    private static Asked plain(Asked asked, List<String> items, Instant at) {
        return new Asked(
                asked.recipient(),
                asked.dataset(),
                items,
                asked.purpose(),
                Method.QUERY,
                Action.RECEIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at);
    }

    private static int ask(Doors doors, Store store, List<Asked> questions, String seed) {
        var right = reference(store, questions);
        var plain = Stream.iterate(1, number -> number < questions.size(), number -> number + 2)
                .toList();
        var now = plain.stream()
                .filter(number -> questions.get(number).at().equals(NOW))
                .toList();
        var ones = questions.subList(0, ONE_BY_ONE);

        same(
                seed + "POST of a list",
                questions,
                right,
                doors.decisions(questions).stream().map(DoorsAgreeTest::said).toList());
        same(
                seed + "GET",
                ones,
                right.subList(0, ONE_BY_ONE),
                ones.stream().map(doors::decision).map(DoorsAgreeTest::said).toList());
        same(
                seed + "evaluations",
                questions,
                right,
                doors.evaluations(questions).stream()
                        .map(DoorsAgreeTest::evaluated)
                        .toList());
        same(
                seed + "evaluation",
                ones,
                right.subList(0, ONE_BY_ONE),
                ones.stream()
                        .map(doors::evaluation)
                        .map(DoorsAgreeTest::evaluated)
                        .toList());
        same(seed + "outcomes only", questions, outcomes(right), doors.outcomes(questions));
        same(
                seed + "sq:decide",
                pick(questions, plain),
                outcomes(pick(right, plain)),
                doors.decided(pick(questions, plain)));
        same(
                seed + "sq:permits",
                pick(questions, now),
                outcomes(pick(right, now)),
                doors.permitted(pick(questions, now)));
        return 3 * questions.size() + 2 * ONE_BY_ONE + plain.size() + now.size();
    }

    private static <T> List<T> pick(List<T> all, List<Integer> numbers) {
        return numbers.stream().map(all::get).toList();
    }

    private static <T> void same(String door, List<Asked> questions, List<T> right, List<T> answers) {
        assertThat(answers).as(door).hasSameSizeAs(questions);
        for (var each = 0; each < questions.size(); each++) {
            assertThat(answers.get(each))
                    .as("%s: %s", door, questions.get(each))
                    .isEqualTo(right.get(each));
        }
    }

    /** What the reference says about the store as it is. */
    private static List<Said> reference(Store store, List<Asked> questions) {
        try (var now = store.read()) {
            var copy = DatasetGraphFactory.create();
            now.dataset().stream()
                    .filter(quad -> !Quad.isDefaultGraph(quad.getGraph()))
                    .forEach(copy::add);
            return Decider.REFERENCE.answers(copy, questions);
        }
    }

    private static List<String> outcomes(Collection<Said> said) {
        return said.stream().map(DoorsAgreeTest::worst).toList();
    }

    private static String worst(Said said) {
        return said.items().stream()
                .map(item -> item.split(" ")[0])
                .flatMap(code -> Stream.of(Outcome.values())
                        .filter(outcome -> outcome.code().equals(code)))
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElseThrow()
                .code();
    }

    private static Said said(JsonNode answer) {
        var items = new ArrayList<String>();
        answer.path("items")
                .forEach(item -> items.add(
                        item.path("outcome").asText() + " " + item.path("stage").asText()));
        var grants = new ArrayList<String>();
        answer.path("grants").forEach(grant -> grants.add(grant.asText()));
        var said = new Said(items, grants);
        assertThat(answer.path("outcome").asText()).as(answer.toString()).isEqualTo(worst(said));
        return said;
    }

    private static Said evaluated(JsonNode evaluation) {
        var context = evaluation.path("context");
        assertThat(evaluation.path("decision").booleanValue())
                .as(evaluation.toString())
                .isEqualTo(context.path("outcome").asText().equals("permit"));
        return said(context);
    }

    @Factory
    @Requires(property = "shuqi.test.doors")
    static final class At {

        @Singleton
        @Replaces(Clock.class)
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}
