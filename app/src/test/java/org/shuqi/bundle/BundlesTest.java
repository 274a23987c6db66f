package org.shuqi.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.decision.AnswerForm;
import org.shuqi.decision.QuestionForm;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.SigningKeys;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Search;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/** A bundle answers as its registry did, or not at all. */
class BundlesTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T04:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> METHODS = List.of("verify", "query", "batch", "file");

    @TempDir
    Path folder;

    private Registry registry;

    @BeforeEach
    void start() {
        registry = Registry.open(Settings.of(folder.resolve("data"))
                .withBaseIri(WorkedExample.BASE)
                .withClock(NOON));
        var quads = new ArrayList<Quad>();
        WorkedExample.dataset().find().forEachRemaining(quads::add);
        registry.changes()
                .apply(
                        new Change("worked example", OptionalLong.empty(), now -> new Delta(List.of(), quads)),
                        Caller.operator());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void everyAnswerIsThatOfTheRegistryForEveryRecipient() throws IOException {
        System.out.println("seed " + SEED + " (repeat with -Dshuqi.seed=" + SEED + ")");
        var random = new Random(SEED);
        var outcomes = new TreeSet<String>();
        var purposes = WorkedExample.questions().stream()
                .flatMap(line -> line.form().purpose().stream())
                .distinct()
                .toList();
        for (var recipient : WorkedExample.questions().stream()
                .map(line -> line.form().recipient())
                .distinct()
                .toList()) {
            var bundle = read(write(recipient, List.of(), Duration.ofHours(24)));
            for (var dataset : all(RecordKind.DATASETS)) {
                for (var purpose : purposes) {
                    for (var method : METHODS) {
                        agree(bundle, question(recipient, dataset, List.of(), purpose, method), outcomes);
                    }
                }
                var some = some(dataset, random);
                agreeOnItems(bundle, question(recipient, dataset, some, "statistics", "query"));
            }
        }
        assertThat(outcomes).contains("permit", "apply", "deny");
    }

    @Test
    void whatTheBundleDoesNotHoldItDoesNotAnswer() throws IOException {
        var bundle = read(write("tax", List.of("yearbook"), Duration.ofHours(2)));
        var held = question("tax", "yearbook", List.of(), "statistics", "file");

        assertThat(bundle.answer(held, ZONE, NOON).path("outcome").asText()).isEqualTo("permit");
        for (var other : List.of(
                question("police", "yearbook", List.of(), "statistics", "file"),
                question("tax", "marriage", List.of(), "statistics", "file"),
                question("tax", "yearbook", List.of(), "nothing", "file"),
                question("tax", "yearbook", List.of(), "statistics", "fax"),
                question("tax", "yearbook", List.of("nothing"), "statistics", "file"),
                held.asOf(Optional.of("2026-06-01T05:59:00Z"), OptionalLong.of(1)),
                held.asOf(Optional.of("2026-06-01T06:00:00Z"), OptionalLong.empty()),
                held.asOf(Optional.of("2026-06-01T03:59:59Z"), OptionalLong.empty()),
                held.asOf(Optional.of("soon"), OptionalLong.empty()))) {
            assertThat(kind(() -> bundle.answer(other, ZONE, NOON)))
                    .as(other.toString())
                    .isEqualTo(Kind.LIMIT);
        }
        var tomorrow = Clock.offset(NOON, Duration.ofDays(1));
        assertThat(kind(() -> bundle.answer(held, ZONE, tomorrow))).isEqualTo(Kind.LIMIT);
    }

    @Test
    void aBundleWithAnyByteChangedIsNone() throws IOException {
        var file = write("tax", List.of("yearbook"), Duration.ofHours(2));
        var bytes = Files.readAllBytes(file);
        for (var at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThat(kind(() -> read(file))).as("byte " + at).isIn(Kind.INVALID, Kind.MALFORMED);
        }
        for (var length : Set.of(0, 1, bytes.length / 2, bytes.length - 1)) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(kind(() -> read(file))).as("first " + length).isEqualTo(Kind.INVALID);
        }
    }

    @Test
    void anotherRegistrysSignatureIsNotBelieved() throws IOException {
        var file = write("tax", List.of("yearbook"), Duration.ofHours(2));
        var others = SigningKeys.in(folder.resolve("others"), WorkedExample.BASE, NOON)
                .verifiers();

        assertThat(kind(() -> Bundle.read(file, others))).isEqualTo(Kind.INVALID);
    }

    @Test
    void tooMuchTooLongAndUnknownNamesAreRefused() {
        assertThat(kind(() -> write("tax", List.of(), Duration.ofDays(8)))).isEqualTo(Kind.UNUSABLE);
        assertThat(kind(() -> write("tax", List.of(), Duration.ofSeconds(1)))).isEqualTo(Kind.UNUSABLE);
        assertThat(kind(() -> write("nobody", List.of(), Duration.ofHours(1)))).isEqualTo(Kind.UNKNOWN);
        assertThat(kind(() -> write("tax", List.of("nothing"), Duration.ofHours(1))))
                .isEqualTo(Kind.UNKNOWN);
        var scope = new BundleScope("tax", List.of(), List.of("nothing"), Duration.ofHours(1));
        assertThat(kind(() -> write(scope))).isEqualTo(Kind.UNKNOWN);
    }

    private void agree(Bundle bundle, QuestionForm question, Set<String> outcomes) {
        var said = bundle.answer(question, ZONE, NOON);
        var answer = AnswerForm.of(registry.decisions().answer(question), Locale.ENGLISH);
        answer.keySet().removeAll(List.of("reasons", "nearest", "route"));
        answer.put("bundleUntil", "2026-06-02T04:00:00Z");
        assertThat(JsonTree.of(JsonTree.bytes(said)))
                .as(question.toString())
                .isEqualTo(JsonTree.of(JsonTree.bytes(answer)));
        outcomes.add(said.path("outcome").asText());
    }

    private void agreeOnItems(Bundle bundle, QuestionForm question) {
        var said = bundle.answer(question, ZONE, NOON);
        var answer = AnswerForm.of(registry.decisions().answer(question), Locale.ENGLISH);
        for (var part : List.of("outcome", "stage", "items", "permitted")) {
            assertThat(said.path(part)).as(question.toString()).isEqualTo(JsonTree.tree(answer.get(part)));
        }
    }

    /** Some items of the dataset, in any order, none twice. */
    private List<String> some(String dataset, Random random) {
        var items = new ArrayList<String>();
        registry.decisions()
                .answer(question("tax", dataset, List.of(), "statistics", "query"))
                .items()
                .forEach(item -> items.add(item.item()));
        Collections.shuffle(items, random);
        return List.copyOf(items.subList(0, 1 + random.nextInt(items.size())));
    }

    private List<String> all(RecordKind kind) {
        var ids = new ArrayList<String>();
        registry.records()
                .list(kind, new Search(Map.of(), Optional.empty(), 0, 1000))
                .records()
                .forEach(each -> ids.add(each.iri().getURI()));
        return ids;
    }

    private static QuestionForm question(
            String recipient, String dataset, List<String> items, String purpose, String method) {
        return new QuestionForm(
                recipient,
                dataset,
                items,
                Optional.of(purpose),
                Optional.of(method),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    private Bundle read(Path file) throws IOException {
        return Bundle.read(file, registry.checkpoints(Optional.empty()).keys().verifiers());
    }

    private Path write(String recipient, List<String> datasets, Duration lasting) throws IOException {
        return write(new BundleScope(recipient, datasets, List.of(), lasting));
    }

    private Path write(BundleScope scope) throws IOException {
        var out = new ByteArrayOutputStream();
        var keys = registry.checkpoints(Optional.empty()).keys();
        try (var now = registry.store().read()) {
            new Bundles(registry.store(), registry.records(), registry.decisions(), keys, NOON)
                    .write(now, scope, Locale.ENGLISH, out);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"format\":\"shuqi-bundle/1\"");
        return Files.write(folder.resolve("permissions.bundle"), out.toByteArray());
    }

    /** What may fail. */
    private interface Work {
        void run() throws IOException;
    }

    private static Kind kind(Work work) {
        var kind = new Kind[1];
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> kind[0] = refusal.problem().kind());
        return kind[0];
    }
}
