package org.shuqi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.Checkpoints;
import org.shuqi.proof.SignedCheckpoint;
import org.shuqi.proof.SigningKeys;
import org.shuqi.proof.Verdict;

/** Whatever is changed in a journal is found and located, also after a part of it was disposed of. */
class JournalCheckTest {

    private static final Disposal.Decided DECIDED = new Disposal.Decided("Li Na", "Wang Wei", "three years are over");

    @TempDir
    private Path data;

    private final Hands hands = new Hands(Instant.parse("2023-10-31T23:58:00Z"));
    private Path folder;
    private SigningKeys keys;
    private Store store;
    private Journal journal;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        folder = data.resolve(Journal.FOLDER);
        keys = SigningKeys.in(data, "http://registry.example/id/", hands);
        store = Stores.open(data, 0);
        again();
    }

    /** As another process finds it. */
    private void again() {
        journal = Journal.in(folder, hands);
        checkpoints = Checkpoints.over(store, journal, data.resolve("checkpoints"), keys, hands);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyFlippedByteOfEveryLineIsFoundThere() throws IOException {
        write(4);
        var file = folder.resolve("2023-10.jsonl");
        var whole = Files.readAllBytes(file);
        var line = 1;
        for (var at = 0; at < whole.length; at++) {
            for (var bit : new int[] {0x01, 0x07, 0x80}) {
                var changed = whole.clone();
                changed[at] ^= (byte) bit;
                Files.write(file, changed);
                var found = check();
                var where = line;
                assertThat(found.faults())
                        .as("byte %d of line %d, bit %x", at, line, bit)
                        .isNotEmpty()
                        .anyMatch(fault ->
                                fault.first() <= where && where <= fault.last() && fault.last() - fault.first() <= 1);
            }
            line += whole[at] == '\n' ? 1 : 0;
        }
        Files.write(file, whole);
        assertThat(check().faults()).isEmpty();
        assertThat(check().agreed()).isEqualTo(4);
    }

    @Test
    void whatIsTakenOutPutInMovedOrCutOffIsFound() throws IOException {
        write(6);
        var file = folder.resolve("2023-10.jsonl");
        var lines = Files.readAllLines(file);
        for (var at = 0; at < lines.size(); at++) {
            var without = new ArrayList<>(lines);
            without.remove(at);
            Files.write(file, without);
            assertThat(check().faults()).as("without line " + (at + 1)).isNotEmpty();

            var twice = new ArrayList<>(lines);
            twice.add(at, lines.get(at));
            Files.write(file, twice);
            assertThat(check().faults()).as("line %d twice", at + 1).isNotEmpty();
        }
        Files.write(file, lines.subList(0, 4));
        assertThat(JournalCheck.of(folder, List.of(), List.of()).faults())
                .as("alone it does not show")
                .isEmpty();
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault.what().en()).contains("cut off"));
        again();
        journal.add(note(99));
        assertThatThrownBy(checkpoints::sign)
                .as("nothing is signed over a journal that was cut")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aJournalWrittenAnewIsNotWhatWasSigned() throws IOException {
        write(4);
        var signed = checkpoints.all();
        Files.delete(folder.resolve("2023-10.jsonl"));
        again();
        for (var each = 0; each < 4; each++) {
            journal.add(note(50 + each));
        }

        var found = JournalCheck.of(folder, signed, keys.verifiers());

        assertThat(found.isSound()).isFalse();
        assertThatThrownBy(checkpoints::sign).isInstanceOf(Refusal.class);
    }

    @Test
    void checkpointsSignTheJournalAlsoIfNothingElseWasWritten() {
        write(2);
        var size = checkpoints.newest().orElseThrow();
        journal.add(note(3));

        var next = checkpoints.sign();

        assertThat(next.checkpoint().size()).isEqualTo(size.checkpoint().size());
        assertThat(next.checkpoint().journal().orElseThrow().size()).isEqualTo(3);
        assertThat(checkpoints.sign()).isEqualTo(next);
        assertThat(SignedCheckpoint.in(next.note().spell())).containsExactly(next);
    }

    @Test
    void whatIsYoungerThanThreeYearsIsNotDisposedOf() {
        write(2);
        hands.now = Instant.parse("2026-11-22T00:00:00Z");

        assertThatThrownBy(() -> journal.disposal(LocalDate.parse("2023-11-23")))
                .isInstanceOf(Refusal.class);
        assertThat(journal.disposal(LocalDate.parse("2023-11-22")).lines()).isEqualTo(2);
        assertThat(journal.disposal(LocalDate.parse("2023-10-31")).lines())
                .as("the month was not over then")
                .isZero();
    }

    @Test
    void twoPersonsDecideAndSayWhy() {
        assertThatThrownBy(() -> new Disposal.Decided("Li Na", " li na", "over"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Disposal.Decided("Li Na", "", "over")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Disposal.Decided("Li Na", "Wang Wei", " ")).isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasDisposedOfIsGoneAndTheRestIsStillProved() throws IOException {
        disposeOfFirstMonth();

        assertThat(Files.exists(folder.resolve("2023-10.jsonl"))).isFalse();
        assertThat(text("2023-10.seals")).doesNotContain("why").doesNotContain("person");
        assertThat(check().faults()).isEmpty();
        assertThat(check().agreed()).isEqualTo(journal.size());
        again();
        assertThat(checkpoints.sign().checkpoint().journal().orElseThrow().size())
                .as("checkpoints before still hold of it")
                .isEqualTo(journal.size());
        assertThat(text("2026-11.jsonl"))
                .contains("\"kind\":\"disposed\"")
                .contains("Li Na", "Wang Wei", "three years are over")
                .contains("\"first\":\"1\"", "\"last\":\"3\"");
        assertThat(journal.add(note(9)).number()).isEqualTo(7);
    }

    @Test
    void everyFlippedByteOfWhatIsLeftIsFound() throws IOException {
        disposeOfFirstMonth();
        var file = folder.resolve("2023-10.seals");
        var whole = Files.readAllBytes(file);
        for (var at = 0; at < whole.length; at++) {
            var changed = whole.clone();
            changed[at] ^= 0x01;
            Files.write(file, changed);
            assertThat(check().faults()).as("byte " + at).isNotEmpty();
            assertThat(JournalCheck.of(folder, List.of(), List.of()).faults())
                    .as("byte %d, without checkpoints", at)
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsTakenOutWithoutARecordOfItIsFound() throws IOException {
        write(3);
        hands.now = Instant.parse("2026-11-22T00:00:00Z");
        journal.add(note(4));
        Stubs.replace(folder, YearMonth.of(2023, 10));

        assertThat(check().faults()).anySatisfy(fault -> {
            assertThat(fault.first()).isEqualTo(1);
            assertThat(fault.last()).isEqualTo(3);
        });
        Files.delete(folder.resolve("2023-10.seals"));
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault.what().en()).contains("missing"));
    }

    @Test
    void aDisposalThatWasCutOffIsDoneAgain() throws IOException {
        write(3);
        hands.now = Instant.parse("2026-11-22T00:00:00Z");
        var disposal = journal.disposal(LocalDate.parse("2023-11-22"));
        journal.add(disposal.note(DECIDED));
        var lines = Files.readAllBytes(folder.resolve("2023-10.jsonl"));
        Stubs.replace(folder, YearMonth.of(2023, 10));
        Files.write(folder.resolve("2023-10.jsonl"), lines);
        again();
        assertThat(check().faults()).isEmpty();

        journal.dispose(journal.disposal(LocalDate.parse("2023-11-22")), DECIDED);

        assertThat(Files.exists(folder.resolve("2023-10.jsonl"))).isFalse();
        assertThat(check().faults()).isEmpty();
    }

    /** Three lines that go, one that is too young, and one of another month. */
    private void disposeOfFirstMonth() {
        write(3);
        hands.now = Instant.parse("2024-03-05T00:00:00Z");
        write(2);
        hands.now = Instant.parse("2026-11-22T00:00:00Z");
        journal.dispose(journal.disposal(LocalDate.parse("2023-11-22")), DECIDED);
        checkpoints.sign();
    }

    /** Writes so many lines, and signs behind every one. */
    private void write(int lines) {
        for (var each = 1; each <= lines; each++) {
            journal.add(note(each));
            checkpoints.sign();
            hands.now = hands.now.plusSeconds(1);
        }
    }

    private Verdict check() {
        return JournalCheck.of(folder, checkpoints.all(), keys.verifiers());
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }

    private static Journal.Note note(int number) {
        return new Journal.Note(
                Entry.Sort.EXPORT, "a", "person 某人", "why " + number, "/x?a=b", Map.of("format", "csv"));
    }
}
