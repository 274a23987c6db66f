package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuqi.graph.Opening.Rhythm;

/** Derived values come back from disk as they were, and never from a file that is not beyond doubt. */
class KeptValueTest {

    private static final Rhythm NEVER = new Rhythm(1_000, 1L << 30, Long.MAX_VALUE, Duration.ofDays(1));

    @TempDir
    private Path folder;

    @Test
    void aRestartReadsTheValueAndComputesNothing() {
        filled(3);

        reopened(census -> {
            assertThat(census.built).hasValue(0);
            assertThat(census.followed).hasValue(0);
            assertThat(census.read).hasValue(1);
        });
    }

    @Test
    void aValueOfAnEarlierRevisionIsBroughtForward() throws IOException {
        filled(3);
        var earlier = Files.readAllBytes(file());
        try (var scribe = new Scribe(folder)) {
            scribe.write("-g0 s p 'value", "g7 s p 'late");
            scribe.write("g8 s p 'later", "-g7 s p 'late");
        }
        write(earlier);

        reopened(census -> {
            assertThat(census.built).hasValue(0);
            assertThat(census.followed).as("all changes as one").hasValue(1);
        });
    }

    @Test
    void aValueTooFarBehindIsComputedAnew() throws IOException {
        filled(1);
        var earlier = Files.readAllBytes(file());
        try (var scribe = new Scribe(folder)) {
            for (var round = 0; round < 6; round++) {
                var prefix = "big s" + round + " p 'value ";
                scribe.write(IntStream.range(0, 2_000)
                        .mapToObj(number -> prefix + number)
                        .toArray(String[]::new));
            }
        }
        write(earlier);

        reopened(census -> assertThat(census.built).hasValue(1));
    }

    @Test
    void anyFlippedBitAndAnyCutIsFoundAndTheValueComputedAnew() throws IOException {
        filled(3);
        var whole = Files.readAllBytes(file());
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);

        for (var round = 0; round < 6; round++) {
            var damaged = whole.clone();
            // the first page is mostly empty, so choose either part by lot
            var at = random.nextBoolean()
                    ? random.nextInt(DerivedFile.PAGE)
                    : DerivedFile.PAGE + random.nextInt(whole.length - DerivedFile.PAGE);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            write(random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : damaged);

            reopened(census -> {
                assertThat(census.read).hasValue(0);
                assertThat(census.built).hasValue(1);
            });
            assertThat(Files.readAllBytes(file())).as("written again").isEqualTo(whole);
        }
    }

    @Test
    void noFlippedBitAndNoCutIsOverlooked() throws IOException {
        filled(1);
        var whole = Files.readAllBytes(file());
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);

        for (var round = 0; round < 500; round++) {
            var damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            write(round % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : damaged);

            assertThatThrownBy(this::check).isInstanceOf(DerivedFile.Damaged.class);
        }
    }

    @Test
    void theFileOfAnotherRegistryAtTheSameRevisionIsNotBelieved() throws IOException {
        var other = folder.resolve("other");
        try (var scribe = new Scribe(other)) {
            scribe.store.derive(new Census());
            IntStream.range(0, 3).forEach(number -> scribe.write("other s p 'value " + number));
        }
        filled(3);
        Files.copy(other.resolve("derived").resolve("census"), file(), StandardCopyOption.REPLACE_EXISTING);

        reopened(census -> {
            assertThat(census.read).hasValue(0);
            assertThat(census.built).hasValue(1);
        });
    }

    @Test
    void aFileAheadOfTheLogIsNotBelieved() throws IOException {
        filled(2);
        var ahead = folder.resolve("ahead");
        Folders.sync(folder.resolve("changes.log"));
        try (var scribe = new Scribe(folder)) {
            scribe.store.backup(ahead);
            scribe.store.derive(new Census());
            scribe.write("g9 s p 'more");
        }
        var restored = folder.resolve("restored");
        Stores.restore(ahead, restored);
        Files.createDirectories(restored.resolve("derived"));
        Files.copy(file(), restored.resolve("derived").resolve("census"));

        try (var scribe = new Scribe(restored)) {
            var census = new Census();
            assertThat(scribe.store.derive(census).current()).containsOnlyKeys(graph("g0"), graph("g1"));
            assertThat(census.read).hasValue(0);
        }
    }

    @Test
    void anotherLayoutIsNotRead() {
        filled(3);

        try (var scribe = new Scribe(folder)) {
            var census = new Census("2", 0);
            scribe.store.derive(census);
            assertThat(census.read).hasValue(0);
            assertThat(census.built).hasValue(1);
        }
    }

    @Test
    void anotherBuildOfTheProgramIsNotBelieved() throws IOException {
        filled(3);
        var label = label();
        var content = Files.readAllBytes(file());
        write(withLabel(
                content, new DerivedFile.Label(label.name(), label.layout(), label.program(), label.position())));
        reopened(census ->
                assertThat(census.read).as("the same label is believed").hasValue(1));

        write(withLabel(content, new DerivedFile.Label(label.name(), label.layout(), "another", label.position())));
        reopened(census -> assertThat(census.read).hasValue(0));
    }

    @Test
    void verifyFindsAKeptValueThatIsSoundButWrong() throws IOException {
        filled(3);
        var content = Files.readAllBytes(file());
        content[content.length - 2]++;
        try (var scribe = new Scribe(folder)) {
            scribe.store.derive(new Census());
            assertThat(scribe.store.verify(quads -> {}).faults()).isEmpty();

            write(withLabel(content, label()));

            assertThat(scribe.store.verify(quads -> {}).faults())
                    .singleElement()
                    .satisfies(fault ->
                            assertThat(fault.en()).isEqualTo("the kept census differs from what is computed anew"));
        }
    }

    @Test
    void verifyFindsADamagedFile() throws IOException {
        filled(3);
        try (var scribe = new Scribe(folder)) {
            scribe.store.derive(new Census());
            var bytes = Files.readAllBytes(file());
            bytes[bytes.length - 1] ^= 1;

            write(bytes);

            assertThat(scribe.store.verify(quads -> {}).faults())
                    .singleElement()
                    .satisfies(fault ->
                            assertThat(fault.en()).isEqualTo("the kept census is damaged: its checksum is wrong"));
        }
    }

    @Test
    void rebuildingTheGraphForgetsWhatWasDerivedFromTheOldOne() {
        filled(3);

        Stores.rebuild(folder);

        assertThat(folder.resolve("derived")).doesNotExist();
        reopened(census -> assertThat(census.built).hasValue(1));
    }

    @Test
    void aLostGraphTakesWhatWasDerivedFromItAlong() throws IOException {
        filled(3);

        Folders.delete(folder.resolve("graph-1"));

        reopened(census -> assertThat(census.built).hasValue(1));
    }

    @Test
    void whatWasBuiltIsWrittenInTheBackgroundAndAgainAfterManyChanges() throws Exception {
        var eager = Opening.USUAL.with(new Rhythm(1_000, 1L << 30, 5, Duration.ZERO));
        try (var scribe = new Scribe(folder, eager)) {
            scribe.store.derive(new Census());
            await(() -> revisionOnDisk() == 0);
            for (var number = 0; number < 4; number++) {
                scribe.write("g s p 'value " + number);
            }
            assertThat(revisionOnDisk()).isZero();
            scribe.write("g s p 'value 4");
            await(() -> revisionOnDisk() == 5);
        }
    }

    @Test
    void anUntouchedFileIsNotWrittenAgain() throws IOException {
        filled(3);
        var before = Files.readAttributes(file(), "unix:ino,size");

        reopened(census -> {});

        assertThat(Files.readAttributes(file(), "unix:ino,size")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "DERIVED_.*")
    void aFailureToKeepItDisturbsNobody(Faults.Step step) {
        Faults faults = at -> {
            if (at == step) {
                throw new IOException("injected");
            }
        };
        try (var scribe = new Scribe(folder, Opening.USUAL.with(faults))) {
            var census = scribe.store.derive(new Census());
            scribe.write("g0 s p 'value");
            assertThat(census.current()).containsEntry(graph("g0"), 1L);
            assertThat(scribe.halts).isEmpty();
        }
        try (var scribe = new Scribe(folder)) {
            assertThat(scribe.store.derive(new Census()).current()).containsEntry(graph("g0"), 1L);
            assertThat(scribe.store.verify(quads -> {}).faults()).isEmpty();
        }
        assertThat(folder.resolve("derived").resolve("census.new")).doesNotExist();
    }

    @Test
    void nothingIsWrittenWhileTheDiskIsNearlyFull() {
        try (var store = Stores.open(folder, Long.MAX_VALUE)) {
            store.derive(new Census());
        }

        assertThat(file()).doesNotExist();
    }

    @Test
    void aNameThatIsNoFileNameIsRefused() {
        try (var scribe = new Scribe(folder)) {
            var census = new Census();
            var anonymous = new Derivation<Map<String, Long>>() {
                @Override
                public Map<String, Long> build(org.apache.jena.sparql.core.DatasetGraph whole, long revision) {
                    return census.build(whole, revision);
                }

                @Override
                public Map<String, Long> next(
                        Map<String, Long> previous,
                        org.apache.jena.sparql.core.DatasetGraph now,
                        long revision,
                        Delta delta) {
                    return census.next(previous, now, revision, delta);
                }

                @Override
                public java.util.Optional<Keeping<Map<String, Long>>> keeping() {
                    return census.keeping();
                }

                @Override
                public String name() {
                    return "../census";
                }
            };

            assertThatThrownBy(() -> scribe.store.derive(anonymous)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private interface Look {
        void at(Census census) throws IOException;
    }

    /** Opens the store, holds the value against a count, and looks how it was come by. */
    private void reopened(Look look) {
        try (var scribe = new Scribe(folder, Opening.USUAL.with(NEVER));
                var snapshot = scribe.store.read()) {
            var counted = new Census().build(snapshot.dataset(), snapshot.revision());
            snapshot.close();
            var census = new Census();
            assertThat(scribe.store.derive(census).current()).isEqualTo(counted);
            look.at(census);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void filled(int revisions) {
        try (var scribe = new Scribe(folder)) {
            scribe.store.derive(new Census());
            IntStream.range(0, revisions).forEach(number -> scribe.write("g" + number + " s p 'value"));
        }
        assertThat(file()).exists();
    }

    private Path file() {
        return folder.resolve("derived").resolve("census");
    }

    /** Puts a file in the place of the kept one, as a copy would; who has the old one open keeps it. */
    private void write(byte[] bytes) throws IOException {
        var fresh = folder.resolve("fresh");
        Files.write(fresh, bytes);
        Folders.rename(fresh, file());
    }

    private DerivedFile.Label label() throws IOException {
        try (var file = DerivedFile.open(file())) {
            return file.label();
        }
    }

    /** The same content with a label of right sums. */
    private static byte[] withLabel(byte[] file, DerivedFile.Label label) throws IOException {
        var sum = new java.util.zip.CRC32C();
        sum.update(file, DerivedFile.PAGE, file.length - DerivedFile.PAGE);
        var bytes = file.clone();
        var page = DerivedFile.page(label, file.length - DerivedFile.PAGE, (int) sum.getValue());
        page.get(0, bytes, 0, DerivedFile.PAGE);
        return bytes;
    }

    private long revisionOnDisk() {
        try {
            return label().position().revision();
        } catch (IOException e) {
            return -1;
        }
    }

    private void check() throws IOException {
        try (var file = DerivedFile.open(file())) {
            file.check();
        }
    }

    private static void await(java.util.function.BooleanSupplier fact) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not happen").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static String graph(String name) {
        return Scribe.iri(name).getURI();
    }
}
