package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.account.Passwords;

/** Export, backup, restore, verify, compact and generate. */
class KeepingCommandsTest {

    @TempDir
    private static Path folder;

    private static Path data;

    @BeforeAll
    static void load() throws IOException {
        data = Shell.example(folder);
    }

    @Test
    void passwordsAreInABackupAndComeBackAndStayTheirOwners() throws IOException {
        var accounts = folder.resolve("with-passwords");
        assertThat(Shell.run("load", "--data", accounts, folder.resolve("registry.trig"))
                        .code())
                .isZero();
        var account = org.apache.jena.graph.NodeFactory.createURI("http://localhost:8080/id/account/li.na");
        var issued = Passwords.in(accounts, Clock.systemUTC()).issue(account);
        var backup = folder.resolve("backup-with-passwords");
        var back = folder.resolve("back-with-passwords");

        assertThat(Shell.run("backup", "--data", accounts, backup).code()).isZero();
        assertThat(Shell.run("restore", "--data", back, backup).code()).isZero();

        assertThat(Passwords.in(back, Clock.systemUTC()).check(Optional.of(account), issued))
                .isEqualTo(Passwords.Outcome.ONE_TIME);
        for (var kept : new Path[] {backup, back}) {
            assertThat(Files.getPosixFilePermissions(kept.resolve(Passwords.FILE)))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void exportGivesBackExactlyWhatWasLoaded() {
        var trig = Shell.run("export", "--data", data);
        var quads = Shell.run("export", "--data", data, "--format", "nquads");

        assertThat(trig.code()).isZero();
        assertThat(set(parse(trig.out(), Lang.TRIG))).isEqualTo(set(WorkedExample.dataset()));
        assertThat(set(parse(quads.out(), Lang.NQUADS))).isEqualTo(set(WorkedExample.dataset()));
    }

    @Test
    void exportOfOneGraphOrOneKindHoldsNothingElse() throws IOException {
        var graph = "http://localhost:8080/id/graph/agreement/A-2026-001";
        var file = folder.resolve("one.ttl.gz");

        var one = Shell.run("export", "--data", data, "--graph", graph, "-o", file, "--lang", "en");
        var agreements = Shell.run("export", "--data", data, "--kind", "agreements", "--format", "nquads");
        var xml = Shell.run("export", "--data", data, "--kind", "requests", "--format", "rdfxml");

        assertThat(one.out()).contains("31 statements written to `" + file + "`, revision 2");
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(set(parse(new String(in.readAllBytes(), UTF_8), Lang.TURTLE)))
                    .hasSize(31);
        }
        assertThat(parse(agreements.out(), Lang.NQUADS).listGraphNodes())
                .toIterable()
                .hasSize(4)
                .allMatch(name -> name.getURI().contains("/graph/agreement/"));
        assertThat(xml.out()).startsWith("<rdf:RDF").contains("R-2026-001");
    }

    @Test
    void exportOfAnEarlierRevisionIsThatRevision() {
        var before = Shell.run("export", "--data", data, "--known-at", "1", "--format", "nquads");
        var never = Shell.run("export", "--data", data, "--known-at", "9", "--lang", "en");

        assertThat(before.code()).isZero();
        assertThat(before.out()).isEmpty();
        assertThat(never.code()).isEqualTo(2);
    }

    @Test
    void exportThatMakesNoSenseIsWrongUsage() {
        assertThat(Shell.run("export", "--data", data, "--format", "jsonld", "--lang", "en")
                        .err())
                .contains("is for one graph or one kind of record; add --graph or --kind");
        assertThat(Shell.run("export", "--data", data, "--kind", "wishes", "--lang", "en")
                        .err())
                .contains("no kind of record `wishes`; there are: organizations");
        assertThat(Shell.run("export", "--data", data, "--graph", "http://x.example/g", "--lang", "en")
                        .err())
                .contains("no named graph `http://x.example/g`");
        assertThat(Shell.run("export", "--data", data, "-o", folder.resolve("no/such/file"))
                        .code())
                .isEqualTo(2);
        assertThat(Shell.run("export", "--data", folder.resolve("nowhere")).code())
                .isEqualTo(2);
    }

    @Test
    void backupRestoresToTheSameRegistry() {
        var backup = folder.resolve("backup");
        var copy = folder.resolve("copy");

        var saved = Shell.run("backup", "--data", data, backup, "--lang", "en");
        var restored = Shell.run("restore", "--data", copy, backup, "--lang", "en");
        var again = Shell.run("backup", "--data", data, backup, "--lang", "en");
        var over = Shell.run("restore", "--data", data, backup, "--lang", "en");
        var nothing = Shell.run("restore", "--data", folder.resolve("new"), folder.resolve("none"), "--lang", "en");

        assertThat(saved.out()).contains("backed up to `" + backup + "`: revision 2");
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("restored to `" + copy + "` and verified: revision 2");
        assertThat(Shell.run("export", "--data", copy, "--all", "--format", "nquads")
                        .out()
                        .lines()
                        .sorted())
                .isEqualTo(Shell.run("export", "--data", data, "--all", "--format", "nquads")
                        .out()
                        .lines()
                        .sorted()
                        .toList());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is not empty");
        assertThat(over.code()).isEqualTo(2);
        assertThat(nothing.code()).isEqualTo(2);
    }

    @Test
    void verifyFindsASoundRegistrySoundAndADamagedOneNot() throws IOException {
        var backup = folder.resolve("backup-2");
        var hurt = folder.resolve("hurt");
        Shell.run("backup", "--data", data, backup);
        Shell.run("restore", "--data", hurt, backup);

        var sound = Shell.run("verify", "--data", hurt, "--lang", "en");
        flip(hurt.resolve("changes.log"));
        var damaged = Shell.run("verify", "--data", hurt, "--lang", "en");

        assertThat(sound.code()).as(sound.err()).isZero();
        assertThat(sound.out())
                .contains("log, graph and index agree: revision 2")
                .contains("rules: 0 violations");
        assertThat(damaged.code()).isIn(1, 3);
        assertThat(damaged.err()).isNotEmpty().doesNotContain("an internal fault");
    }

    @Test
    void compactKeepsEveryStatement() {
        var before = Shell.run("export", "--data", data, "--format", "nquads").out();

        var ran = Shell.run("compact", "--data", data, "--lang", "en");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("made anew from the log: revision 2");
        assertThat(set(parse(
                        Shell.run("export", "--data", data, "--format", "nquads")
                                .out(),
                        Lang.NQUADS)))
                .isEqualTo(set(parse(before, Lang.NQUADS)));
    }

    @Test
    void generatedRegistryIsTheSameEachTimeAndKeepsTheRules() throws IOException {
        var file = folder.resolve("grown.nq.gz");

        var first = Shell.run("generate", "--datasets", "30", "--seed", "7");
        var second = Shell.run("generate", "--datasets", "30", "--seed", "7", "-o", file);
        var other = Shell.run("generate", "--datasets", "30", "--seed", "8");
        var sound = Shell.run("validate", file);

        assertThat(first.code()).isZero();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            assertThat(first.out()).isEqualTo(new String(in.readAllBytes(), UTF_8));
        }
        assertThat(second.out()).isEmpty();
        assertThat(other.out()).isNotEqualTo(first.out());
        assertThat(sound.code()).as(sound.err()).isZero();
        assertThat(Shell.run("generate", "--datasets", "0").code()).isEqualTo(2);
    }

    private static void flip(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            var old = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(old ^ 1);
        }
    }

    private static DatasetGraph parse(String text, Lang lang) {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(text, lang).parse(dataset);
        return dataset;
    }

    private static Set<Quad> set(DatasetGraph dataset) {
        return dataset.stream().collect(Collectors.toSet());
    }
}
