package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.WorkedExample;
import org.shuqi.bundle.BundleScope;
import org.shuqi.bundle.Bundles;
import org.shuqi.decision.QuestionForm;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

class DecideCommandTest {

    @TempDir
    private static Path folder;

    private static Path data;

    @BeforeAll
    static void load() throws IOException {
        data = folder.resolve("data");
        var file = Files.write(
                folder.resolve("registry.trig"), WorkedExample.registry().readAllBytes());
        assertThat(Shell.run("load", "--data", data, file).code()).isZero();
    }

    /** One question of each outcome; all of them are put to the server in {@link ServeTest}. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("oneOfEach")
    void workedQuestionGetsItsAnswer(WorkedExample.Line line) throws IOException {
        check(line);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.shuqi.WorkedExample#lines")
    @Tag("slow")
    void everyWorkedQuestionGetsItsAnswer(WorkedExample.Line line) throws IOException {
        check(line);
    }

    static Stream<WorkedExample.Line> oneOfEach() {
        var seen = new HashSet<String>();
        return WorkedExample.lines().filter(line -> seen.add(line.outcome()));
    }

    private static void check(WorkedExample.Line line) throws IOException {
        var words = words(line.form());
        words.addAll(List.of("--data", data, "--json"));

        var ran = Shell.run(words.toArray());

        var answer = new ObjectMapper().readTree(ran.out());
        assertThat(answer.get("outcome").asText()).isEqualTo(line.outcome());
        assertThat(answer.get("stage").asText()).isEqualTo(line.stage());
        assertThat(ran.code()).isEqualTo(line.outcome().equals("permit") ? 0 : 1);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aKeptAnswerIsReplayedByItsReceipt() throws IOException {
        var line = WorkedExample.questions().get(8);
        var words = words(line.form());
        words.addAll(List.of("--data", data, "--json", "--receipt"));

        var kept = new ObjectMapper().readTree(Shell.run(words.toArray()).out());
        var iri = kept.path("receipt").asText();
        var replayed = Shell.run("replay", "--data", data, "--json", iri);
        var page = Shell.run("replay", "--data", data, "--lang", "en", iri.replaceFirst(".*/", ""));
        var unknown = Shell.run("replay", "--data", data, "nothing");

        assertThat(kept.path("outcome").asText()).isEqualTo(line.outcome());
        assertThat(replayed.code()).isZero();
        assertThat(new ObjectMapper().readTree(replayed.out()).path("same").booleanValue())
                .isTrue();
        assertThat(page.out()).startsWith("the same  " + iri);
        assertThat(unknown.code()).isEqualTo(2);
    }

    @Test
    void aBundleAnswersWithoutTheRegistryIfItsSignatureHolds(@TempDir Path away) throws IOException {
        var bundle = away.resolve("permissions.bundle");
        var keys = away.resolve("keys");
        try (var registry = Registry.open(Settings.of(data));
                var out = Files.newOutputStream(bundle);
                var now = registry.store().read()) {
            var signing = registry.checkpoints(Optional.empty()).keys();
            Files.writeString(keys, signing.verifiers().get(0).word());
            new Bundles(registry.store(), registry.records(), registry.decisions(), signing, Clock.systemUTC())
                    .write(
                            now,
                            new BundleScope("tax", List.of("yearbook"), List.of(), BundleScope.USUAL),
                            Locale.ENGLISH,
                            out);
        }
        var asked = List.<Object>of(
                "decide", "--lang", "en", "--bundle", bundle, "--recipient", "tax", "--dataset", "yearbook");
        var file = with(asked.toArray(), "--purpose", "statistics", "--method", "file");

        var answer = Shell.run(with(file, "--registry-key", keys, "--json"));
        var page = Shell.run(with(file, "--registry-key", keys));
        var keyless = Shell.run(file);
        var outside = Shell.run(with(asked.toArray(), "--purpose", "nothing", "--registry-key", keys));
        Files.writeString(bundle, Files.readString(bundle).replace("permit", "permit "));
        var forged = Shell.run(with(file, "--registry-key", keys, "--json"));

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(new ObjectMapper().readTree(answer.out()).path("outcome").asText())
                .isEqualTo("permit");
        assertThat(page.out()).startsWith("permit: may be shared (S10)").contains("bundle usable until:");
        assertThat(keyless.code()).isEqualTo(2);
        assertThat(keyless.err()).contains("--registry-key");
        assertThat(outside.code()).isEqualTo(3);
        assertThat(outside.err()).contains("ask the registry");
        assertThat(forged.code()).isEqualTo(1);
        assertThat(forged.out()).isEmpty();
    }

    @Test
    void answerReadsLikeAPage() {
        var asked = new Object[] {
            "decide",
            "--data",
            data,
            "--recipient",
            "tax",
            "--dataset",
            "306001/000001",
            "--purpose",
            "statistics",
            "--method",
            "query",
            "--at",
            WorkedExample.AT
        };

        var chinese = Shell.run(asked);
        var english = Shell.run(with(asked, "--lang", "en"));

        assertThat(chinese.out().lines())
                .startsWith("negotiate: 须先协商 (S7)", "数据项：")
                .contains("理由：", "办理途径：", "修订： 2");
        assertThat(english.out().lines())
                .startsWith("negotiate: to be negotiated (S7)", "items:")
                .contains("reasons:", "what to file:", "revision: 2");
        assertThat(english.out()).doesNotContainPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void identifierThatIsNotThereIsWrongUsage() {
        var ran = Shell.run(
                "decide",
                "--data",
                data,
                "--recipient",
                "nobody",
                "--dataset",
                "yearbook",
                "--purpose",
                "statistics",
                "--lang",
                "en");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("`nobody`");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void valuesThatMakeNoSenseAreWrongUsage() {
        for (var wrong : List.of(
                List.of("--at", "soon"),
                List.of("--method", "pigeon"),
                List.of("--known-at", "99"),
                List.of("--known-at", "-1"),
                List.of("--action", "sell"))) {
            var ran = Shell.run(with(
                    new Object[] {
                        "decide",
                        "--data",
                        data,
                        "--recipient",
                        "tax",
                        "--dataset",
                        "yearbook",
                        "--purpose",
                        "statistics"
                    },
                    wrong.toArray()));

            assertThat(ran.code()).as(wrong + " " + ran.err()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void folderWithoutARegistryIsNotBegun() {
        var nowhere = folder.resolve("nowhere");

        var ran = Shell.run("decide", "--data", nowhere, "--recipient", "tax", "--dataset", "yearbook", "--lang", "en");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no registry in `" + nowhere + "`");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void serverThatDoesNotAnswerIsAFailure() {
        var ran = Shell.run(
                "decide",
                "--server",
                "http://127.0.0.1:9",
                "--recipient",
                "tax",
                "--dataset",
                "yearbook",
                "--lang",
                "en");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("no answer from `http://127.0.0.1:9`");
    }

    static List<Object> words(QuestionForm form) {
        var words =
                new ArrayList<Object>(List.of("decide", "--recipient", form.recipient(), "--dataset", form.dataset()));
        if (!form.items().isEmpty()) {
            words.addAll(List.of("--items", String.join(",", form.items())));
        }
        form.purpose().ifPresent(value -> words.addAll(List.of("--purpose", value)));
        form.method().ifPresent(value -> words.addAll(List.of("--method", value)));
        form.action().ifPresent(value -> words.addAll(List.of("--action", value)));
        form.thirdParty().ifPresent(value -> words.addAll(List.of("--third-party", value)));
        form.destination().ifPresent(value -> words.addAll(List.of("--destination", value)));
        form.provider().ifPresent(value -> words.addAll(List.of("--provider", value)));
        form.region().ifPresent(value -> words.addAll(List.of("--region", value)));
        form.at().ifPresent(value -> words.addAll(List.of("--at", value)));
        return words;
    }

    private static Object[] with(Object[] words, Object... more) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
