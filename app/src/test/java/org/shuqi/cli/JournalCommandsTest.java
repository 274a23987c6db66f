package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.journal.Entry;
import org.shuqi.journal.Journal;

/** The journal is backed up, verified and disposed of by command. */
class JournalCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void theJournalComesBackFromABackupAndWhatIsChangedInItIsFound() throws IOException {
        var data = Shell.example(folder);
        note(data, Duration.ZERO, "for the yearly review");
        note(data, Duration.ZERO, "for the auditors");
        var checkpoint = Shell.run("audit", "checkpoint", "--data", data);
        var signed = Files.writeString(folder.resolve("signed.txt"), checkpoint.out());
        var backup = folder.resolve("backup");
        var back = folder.resolve("back");

        assertThat(checkpoint.out()).contains("journal 2 ");
        assertThat(Shell.run("backup", "--data", data, backup).code()).isZero();
        assertThat(Shell.run("restore", "--data", back, backup).code()).isZero();
        assertThat(lines(back)).isEqualTo(lines(data));

        var sound = Shell.run("verify", "--data", data, "--no-shapes", "--lang", "en");
        assertThat(sound.out()).contains("the journal is sound: 2 lines, of which a checkpoint proves 2");
        assertThat(sound.code()).isZero();
        Files.writeString(month(data), lines(data).replace("auditors", "editors!"));
        var changed = Shell.run("verify", "--data", data, "--no-shapes", "--lang", "en");
        assertThat(changed.err()).contains("lines 1 to 2 of the journal is not what the checkpoint signs");
        assertThat(changed.code()).isEqualTo(1);
        var outside = Shell.run(
                "audit",
                "verify",
                "--journal",
                data.resolve(Journal.FOLDER),
                "--key",
                data.resolve("signing.keys"),
                "--checkpoint",
                signed,
                "--lang",
                "en");
        assertThat(outside.out()).contains("the journal has 1 faults");
        assertThat(outside.code()).isEqualTo(1);
    }

    @Test
    void whatHasBeenKeptForThreeYearsIsDisposedOfByTwoPersonsAndNothingElse() throws IOException {
        var data = Shell.example(folder);
        note(data, Duration.ofDays(4 * 366), "long ago");
        note(data, Duration.ZERO, "just now");
        var before = lines(data);
        var old = Instant.now()
                .minus(Duration.ofDays(3 * 366))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();

        assertThat(dispose(data, old.plusYears(1).toString(), "Wang Wei").err()).contains("it is kept");
        assertThat(dispose(data, old.toString(), "Li Na").err()).contains("two persons decide on a disposal");
        var dry = dispose(data, old.toString(), "Wang Wei", "--dry-run");
        assertThat(dry.out()).contains("lines 1 to 1").contains("nothing was disposed of");
        assertThat(lines(data)).isEqualTo(before);

        var done = dispose(data, old.toString(), "Wang Wei");
        assertThat(done.out()).contains("disposed of; noted in line 3");
        assertThat(lines(data)).doesNotContain("long ago").contains("just now", "Wang Wei");
        assertThat(Shell.run("verify", "--data", data, "--no-shapes", "--lang", "en")
                        .out())
                .contains("the journal is sound: 3 lines, of which a checkpoint proves 3");
        assertThat(dispose(data, old.toString(), "Wang Wei").out()).contains("nothing is left");
    }

    @Test
    void whoTookWhatByCommandAndWhyIsNotedAndStandsInTheFile() throws IOException {
        var data = Shell.example(folder);
        var graph = "http://localhost:8080/id/graph/agreement/A-2026-001";
        var stated = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        Shell.run("export", "--data", data, "--graph", graph, "--format", "ntriples")
                                .out(),
                        Lang.NTRIPLES)
                .parse(stated);
        assertThat(stated.size()).isEqualTo(31);

        var languages = Map.of("ttl", Lang.TURTLE, "nt", Lang.NTRIPLES, "jsonld", Lang.JSONLD, "rdf", Lang.RDFXML);
        for (var language : languages.entrySet()) {
            var file = folder.resolve("one." + language.getKey());
            var why = "audit -- of <2026> \"in " + language.getKey() + "\"";
            assertThat(Shell.run("export", "--data", data, "--graph", graph, "--reason", why, "-o", file)
                            .code())
                    .isZero();

            assertThat(Files.readString(file)).contains("operator", "of <2026>", "导出时间");
            assertThat(lines(data)).contains(why.replace("\"", "\\\""));
            var read = GraphFactory.createDefaultGraph();
            RDFParser.source(file).lang(language.getValue()).parse(read);
            assertThat(read.isIsomorphicWith(stated)).as(language.getKey()).isTrue();
        }
        assertThat(Shell.run("export", "--data", data, "--reason", "two\nlines", "--lang", "en")
                        .err())
                .contains("one line of at most 500");
        assertThat(Shell.run("export", "--data", data, "--format", "nquads").out())
                .as("what another program reads has no remarks")
                .doesNotContainPattern("(?m)^#");
    }

    private static Shell.Ran dispose(Path data, String before, String approvedBy, String... more) {
        var words = new ArrayList<Object>(
                List.of("dispose", "--data", data, "--before", before, "--by", "Li Na", "--approved-by", approvedBy));
        words.addAll(List.of("--reason", "three years are over", "--lang", "en"));
        words.addAll(List.of(more));
        return Shell.run(words.toArray());
    }

    private static void note(Path data, Duration ago, String reason) {
        var clock = Clock.fixed(Instant.now().minus(ago), ZoneOffset.UTC);
        Journal.in(data.resolve(Journal.FOLDER), clock)
                .add(new Journal.Note(Entry.Sort.EXPORT, "a", "p", reason, "/x", Map.of("format", "csv")));
    }

    private static Path month(Path data) throws IOException {
        try (var files = Files.list(data.resolve(Journal.FOLDER))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static String lines(Path data) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(data.resolve(Journal.FOLDER))) {
            for (var file : files.sorted().toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
