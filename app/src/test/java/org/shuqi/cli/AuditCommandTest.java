package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Search;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/** Signs a log, and checks it where there is nothing but the file, a key and a checkpoint. */
class AuditCommandTest {

    /** A key of somebody else. */
    private static final String OTHER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @TempDir
    private static Path folder;

    private static Path data;
    private static Path log;
    private static Path first;
    private static Path second;
    private static String key;

    @BeforeAll
    static void signTwice() throws IOException {
        data = Shell.example(folder);
        first = Files.writeString(
                folder.resolve("first"),
                Shell.run("audit", "checkpoint", "--data", data).out());
        var more = Files.writeString(
                folder.resolve("more.ttl"),
                "<http://localhost:8080/id/organization/housing> <http://www.w3.org/2004/02/skos/core#altLabel> \"住建\"@zh .");
        assertThat(Shell.run(
                        "load", "--data", data, "--graph", "http://localhost:8080/id/graph/organization/housing", more))
                .extracting(Shell.Ran::code)
                .isEqualTo(0);
        second = Files.writeString(
                folder.resolve("second"),
                Shell.run("audit", "checkpoint", "--data", data).out());
        key = Shell.run("audit", "keys", "--data", data).out().strip();
        log = Files.copy(data.resolve("changes.log"), folder.resolve("copy.log"));
    }

    @Test
    void aLogThatNobodyTouchedIsSoundUpToTheCheckpoint() {
        var ran = Shell.run("audit", "verify", log, "--key", key, "--checkpoint", first, "--lang", "en");

        assertThat(ran.out()).contains("the log is sound", "it is what was signed up to entry 2;");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aRegistryThatIsClosedGoesOnInAnotherThatNamesItsLastCheckpoint() throws IOException {
        var state = folder.resolve("state.trig");
        assertThat(Shell.run("export", "--data", data, "-o", state).code()).isZero();
        var last = Shell.run("audit", "checkpoint", "--data", data).out();
        var root = last.lines().skip(2).findFirst().orElseThrow();
        var successor = folder.resolve("successor");

        var loaded = Shell.run(
                "load", "--data", successor, "--reason", "succeeds the log of 3 entries with the root " + root, state);

        assertThat(loaded.code()).as(loaded.err()).isZero();
        assertThat(Shell.run("export", "--data", successor, "--format", "nquads")
                        .out()
                        .lines()
                        .sorted())
                .containsExactlyElementsOf(Shell.run("export", "--data", data, "--format", "nquads")
                        .out()
                        .lines()
                        .sorted()
                        .toList());
        assertThat(Shell.run("verify", "--data", successor).code()).isZero();
        assertThat(Files.readString(successor.resolve("changes.log"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(root);
        // the closed one is proved by its log and its last checkpoint alone, for as long as it has to be kept
        var kept = Files.copy(data.resolve("changes.log"), folder.resolve("kept.log"));
        var checkpoint = Files.writeString(folder.resolve("kept"), last);
        assertThat(Shell.run("audit", "verify", kept, "--key", key, "--checkpoint", checkpoint)
                        .code())
                .isZero();
    }

    @Test
    void aFlippedByteIsToldWithItsPlace() throws IOException {
        var flipped = Files.copy(log, folder.resolve("flipped.log"));
        try (var bytes = new RandomAccessFile(flipped.toFile(), "rw")) {
            bytes.seek(5_000);
            var old = bytes.read();
            bytes.seek(5_000);
            bytes.write(old ^ 4);
        }

        var ran = Shell.run("audit", "verify", flipped, "--key", key, "--checkpoint", first, "--lang", "en");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("✗ bytes 12 to ").contains("revision 1: the checksum of a block is wrong");
    }

    @Test
    void proofsMadeFromTheLogHoldWithTheCheckpointsAlone() throws IOException {
        var inclusion = Files.writeString(
                folder.resolve("inclusion.json"),
                Shell.run("audit", "prove", log, "--revision", 2, "--size", 2).out());
        var growth = Files.writeString(
                folder.resolve("growth.json"),
                Shell.run("audit", "prove", log, "--from", 2).out());

        var held =
                Shell.run("audit", "verify", "--proof", inclusion, "--key", key, "--checkpoint", first, "--lang", "en");
        var grown = Shell.run(
                "audit", "verify", "--proof", growth, "--key", key, "--checkpoint", first, "--checkpoint", second);
        var unborne = Shell.run("audit", "verify", "--proof", growth, "--key", key, "--checkpoint", first);
        var spoilt = Files.writeString(
                folder.resolve("spoilt.json"),
                Files.readString(inclusion).replace("\"revision\" : 2", "\"revision\" : 1"));

        assertThat(held.out()).contains("the proof holds");
        assertThat(held.code()).isZero();
        assertThat(grown.code()).isZero();
        assertThat(unborne.code()).isEqualTo(1);
        assertThat(Shell.run("audit", "verify", "--proof", spoilt, "--key", key, "--checkpoint", first)
                        .code())
                .isEqualTo(1);
    }

    @Test
    void aReceiptIsCheckedWithTheKeyAlone() throws IOException {
        var data = folder.resolve("data");
        Shell.run(
                "decide",
                "--data",
                data,
                "--receipt",
                "--recipient",
                "housing",
                "--dataset",
                "population",
                "--purpose",
                "housing-fund");
        var kept = folder.resolve("receipt.json");
        try (var registry = Registry.open(Settings.of(data))) {
            var receipts = registry.records()
                    .list(RecordKind.RECEIPTS, new Search(Map.of(), Optional.empty(), 0, 10))
                    .records();
            Files.write(kept, JsonTree.bytes(receipts.get(0).json()));
        }

        var held = Shell.run("audit", "verify", "--receipt", kept, "--key", key, "--lang", "en");
        var changed = Files.writeString(
                folder.resolve("changed.json"), Files.readString(kept).replace("housing-fund", "housing-land"));

        assertThat(held.out()).contains("the receipt holds");
        assertThat(held.code()).isZero();
        assertThat(Shell.run("audit", "verify", "--receipt", changed, "--key", key)
                        .code())
                .isEqualTo(1);
        assertThat(Shell.run("audit", "verify", "--receipt", kept, "--key", OTHER)
                        .code())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotThereOrIsNoKeyIsWrongUsage() {
        assertThat(Shell.run("audit", "--lang", "en").err()).contains("name checkpoint, keys, prove or verify");
        assertThat(Shell.run("audit", "verify", folder.resolve("none")).code()).isEqualTo(2);
        assertThat(Shell.run("audit", "verify", log, "--key", "a+b+c").code()).isEqualTo(2);
        assertThat(Shell.run("audit", "verify", log, "--checkpoint", log).code())
                .isEqualTo(2);
        assertThat(Shell.run("audit", "prove", log).code()).isEqualTo(2);
        assertThat(Shell.run("audit", "prove", log, "--revision", 99).err()).contains("99");
    }

    @Test
    void withoutACheckpointItSaysWhatWasNotShown() {
        assertThat(Shell.run("audit", "verify", log, "--lang", "en").out())
                .contains("no checkpoint was given: it was only checked against itself");
    }
}
