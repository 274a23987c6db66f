package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.graph.ChangeLog.Draft;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.graph.Opening.Rhythm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** A start believes the positions beside the log as far as the log bears them out, and is right whatever they say. */
class PositionsTest {

    private static final int ENTRIES = 12;

    /** A segment every third entry. */
    private static final Opening OPENING = Opening.USUAL.with(new Rhythm(3, 1L << 30, 1L << 30, Duration.ofDays(1)));

    private static final Draft DRAFT = new Draft(
            Scribe.STAMP, Instant.EPOCH, 0, 1, Payload.of(new Delta(List.of(), List.of(Scribe.quad("g s p 'last")))));

    @TempDir
    private Path folder;

    private Position head = Position.START;

    @BeforeEach
    void fill() throws IOException {
        try (var scribe = new Scribe(folder, OPENING)) {
            IntStream.rangeClosed(1, ENTRIES).forEach(number -> scribe.write("g s p 'value " + number));
        }
        head = LogScan.of(log()).index().head();
    }

    @Test
    void whatIsKnownIsNotReadAgain() throws IOException {
        damageRevision(4);

        try (var scribe = new Scribe(folder, OPENING)) {
            assertThat(scribe.store.revision()).isEqualTo(ENTRIES);
            assertThat(scribe.holds("g s p 'value 4")).isTrue();
            assertThat(scribe.write("g s p 'more")).isEqualTo(ENTRIES + 1);
        }
    }

    @Test
    void verifyFindsWhatTheStartDidNotRead() throws IOException {
        damageRevision(4);

        try (var scribe = new Scribe(folder, OPENING)) {
            assertThat(scribe.store.verify(quads -> {}).faults())
                    .singleElement()
                    .satisfies(fault ->
                            assertThat(fault.en()).endsWith("after revision 3: the checksum of a block is wrong"));
        }
    }

    @Test
    void readingADamagedEntryFindsIt() throws IOException {
        damageRevision(4);

        try (var scribe = new Scribe(folder, OPENING)) {
            assertThatThrownBy(() -> scribe.store.readAt(5))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.BROKEN))
                    .hasMessageStartingWith("the log is damaged after revision 3");
        }
    }

    @Test
    void aFullScanFindsIt() throws IOException {
        damageRevision(4);

        assertThatThrownBy(() -> new Scribe(folder, OPENING.readingTheWholeLog()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("(after revision 3)");
    }

    @Test
    void whatTheGraphHasYetToApplyIsAlwaysRead() throws IOException {
        damageRevision(4);
        Folders.delete(folder.resolve("graph-1"));

        assertThatThrownBy(() -> new Scribe(folder, OPENING))
                .as("a damaged entry must not get into the graph")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("(after revision 3)");
    }

    @Test
    void aFileThatIsMissingIsWrittenAnew() throws IOException {
        var before = Files.readAllBytes(sidecar());
        Files.delete(sidecar());

        requireAllIsWell();

        assertThat(Files.size(sidecar())).isBetween(200L, (long) before.length);
    }

    @Test
    void anyFlippedBitIsHarmless() throws IOException {
        var whole = Files.readAllBytes(sidecar());
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(sidecar(), damaged);

            requireAllIsWell();
        }
    }

    @Test
    void aCutAnywhereIsHarmlessAndWhatIsLeftIsUsed() throws IOException {
        var whole = Files.readAllBytes(sidecar());
        var random = new Random(1);
        for (var length = whole.length - 1; length > 0; length -= 1 + random.nextInt(60)) {
            Files.write(sidecar(), Arrays.copyOf(whole, length));

            requireAllIsWell();

            assertThat(Positions.open(sidecar(), OPENING).index().head().revision())
                    .isEqualTo(ENTRIES);
        }
    }

    @Test
    void positionsOfAnotherLogAreNotBelieved() throws IOException {
        var other = folder.resolve("other");
        try (var scribe = new Scribe(other, OPENING)) {
            IntStream.rangeClosed(1, ENTRIES).forEach(number -> scribe.write("g s p 'value " + number));
        }
        Files.write(sidecar(), Files.readAllBytes(other.resolve(sidecar().getFileName())));

        requireAllIsWell();
    }

    @Test
    void positionsBeyondTheEndOfTheLogDoNotHideThatItIsTooShort() throws IOException {
        var end = LogScan.of(log()).index().end(ENTRIES - 1);
        Files.write(log(), Arrays.copyOf(Files.readAllBytes(log()), (int) end));

        assertThatThrownBy(() -> new Scribe(folder, OPENING))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the graph holds revision " + ENTRIES);
    }

    @Test
    void anUnfinishedEntryBehindTheKnownOnesIsCutOff() throws IOException {
        var whole = Files.readAllBytes(log());
        var known = Files.readAllBytes(sidecar());
        try (var log = open(OPENING)) {
            log.append(List.of(DRAFT));
        }
        var longer = Files.readAllBytes(log());
        Files.write(log(), Arrays.copyOf(longer, longer.length - 7));
        Files.write(sidecar(), known);

        requireAllIsWell();

        assertThat(Files.size(log())).isEqualTo(whole.length);
    }

    @Test
    void aFailureToWriteThemDisturbsNobody() {
        Faults faults = step -> {
            if (step == Faults.Step.POSITIONS_WRITE) {
                throw new IOException("injected");
            }
        };
        try (var scribe = new Scribe(folder, OPENING.with(faults))) {
            IntStream.range(0, 7).forEach(number -> scribe.write("h s p 'value " + number));
            assertThat(scribe.halts).isEmpty();
        }

        try (var scribe = new Scribe(folder, OPENING)) {
            assertThat(scribe.store.revision()).isEqualTo(ENTRIES + 7);
            assertThat(scribe.store.verify(quads -> {}).faults()).isEmpty();
        }
    }

    @Test
    void positionsNotedWronglyAreFoundByVerify() throws IOException {
        var index = LogScan.of(log()).index();
        var wrong = new LogIndex();
        for (var revision = 1; revision <= ENTRIES; revision++) {
            var position = revision == ENTRIES ? index.head() : new Position(revision, Hash.NONE);
            wrong.add(new LogIndex.Entry(position, 1, index.end(revision) + (revision == 5 ? 1 : 0)));
        }
        Positions.open(sidecar(), OPENING).follow(wrong, true);

        try (var scribe = new Scribe(folder, OPENING)) {
            assertThat(scribe.store.verify(quads -> {}).faults())
                    .anySatisfy(fault -> assertThat(fault.en()).startsWith("where revision 5 is in the log"));
        }
    }

    @Test
    void historyReadsTheHeadsOnly() throws IOException {
        damageRevision(4);

        try (var scribe = new Scribe(folder, OPENING)) {
            assertThat(scribe.store.history(0, 100)).hasSize(ENTRIES);
            assertThat(scribe.store.history(5, 2)).extracting(Commit::revision).containsExactly(6L, 7L);
            assertThat(scribe.store.history(ENTRIES, 2)).isEmpty();
        }
    }

    private void requireAllIsWell() throws IOException {
        try (var log = open(OPENING)) {
            assertThat(log.head()).isEqualTo(head);
            assertThat(log.headers(0, 100)).hasSize(ENTRIES);
            assertThat(log.quads(0, ENTRIES)).isEqualTo(ENTRIES);
            assertThat(log.holds(head)).isTrue();
        }
        assertThat(Positions.open(sidecar(), OPENING)
                        .index()
                        .differsFrom(LogScan.of(log()).index(), ENTRIES))
                .isEqualTo(ENTRIES + 1);
    }

    /** The log alone, with a graph that has applied all of it. */
    private FileLog open(Opening opening) throws IOException {
        return FileLog.open(log(), Optional.of(head), opening);
    }

    /** Flips a bit in the body of an entry. */
    private void damageRevision(int revision) throws IOException {
        var bytes = Files.readAllBytes(log());
        bytes[(int) LogScan.of(log()).index().end(revision) - 60] ^= 4;
        Files.write(log(), bytes);
    }

    private Path log() {
        return folder.resolve("changes.log");
    }

    private Path sidecar() {
        return folder.resolve("changes.log.positions");
    }
}
