package org.shuqi.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever keeps a checkpoint finds out, from the log file and the public key alone, that the log was tampered with. */
class LogCheckTest {

    private static final int ENTRIES = 40;
    private static final int SIGNED = 30;

    @TempDir
    private Path folder;

    private byte[] log = {};
    private Forger forger = new Forger(new byte[12]);
    private List<SignedCheckpoint> outside = List.of();
    private List<VerifierKey> keys = List.of();

    @BeforeEach
    void writeTheLogAndKeepACheckpointElsewhere() throws IOException {
        try (var ledger = new Ledgers(folder.resolve("data"), Clock.systemUTC())) {
            ledger.write(SIGNED);
            outside = List.of(ledger.checkpoints.sign());
            ledger.write(ENTRIES - SIGNED);
            keys = ledger.checkpoints.keys().verifiers();
        }
        log = Files.readAllBytes(folder.resolve("data/changes.log"));
        forger = new Forger(log);
    }

    @Test
    void anUntouchedLogIsSound() throws IOException {
        assertThat(forger.resealed()).isEqualTo(log);

        var verdict = check(log);

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.size()).isEqualTo(ENTRIES);
        assertThat(verdict.agreed()).isEqualTo(SIGNED);
    }

    @Test
    void everyFlippedByteIsFoundInItsRevision() throws IOException {
        var random = random();
        for (var at = 0; at < log.length; at += 1 + random.nextInt(5)) {
            var flipped = log.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));

            var first = check(flipped).faults().get(0);

            assertThat(first.first()).as("byte %d", at).isEqualTo(revisionAt(at));
            assertThat(first.last()).as("byte %d", at).isEqualTo(revisionAt(at));
        }
    }

    @Test
    void aFlippedByteInAnOldEntryLeavesTheRestProvable() throws IOException {
        var flipped = log.clone();
        flipped[forger.begins.get(7) + 100] ^= 1;

        var verdict = check(flipped);

        assertThat(verdict.faults()).singleElement().satisfies(fault -> assertThat(fault.first())
                .isEqualTo(8));
        assertThat(verdict.agreed()).isEqualTo(SIGNED);
    }

    @Test
    void twoHundredRandomTamperingsAreAllFoundAndLocated() throws IOException {
        var random = random();
        var found = 0;
        for (var turn = 0; turn < 200; turn++) {
            var number = random.nextInt(SIGNED);
            var what = turn % 8;
            var verdict = check(tampered(what, number, random));

            var range = verdict.faults().get(0);
            assertThat(range.first())
                    .as("kind %d at entry %d", what, number + 1)
                    .isLessThanOrEqualTo(number + 1);
            assertThat(verdict.faults())
                    .as("kind %d at entry %d", what, number + 1)
                    .anySatisfy(fault -> assertThat(fault.last()).isGreaterThanOrEqualTo(number + 1));
            if (what < 4) {
                assertThat(range.first())
                        .as("kind %d at entry %d", what, number + 1)
                        .isEqualTo(number + 1);
            }
            found++;
        }
        assertThat(found).isEqualTo(200);
    }

    /** The first four leave a seam, which tells the very entry; the others rewrite the log so that only a checkpoint tells. */
    private byte[] tampered(int what, int number, Random random) {
        var all = new ArrayList<>(forger.entries);
        switch (what) {
            case 0 -> {
                return forger.replaced(log, number, forger.altered(number, random));
            }
            case 1 -> {
                return joined(log, forger.begins.get(number), forger.begins.get(number + 1));
            }
            case 2 -> {
                return swapped(number);
            }
            case 3 -> {
                var cut = forger.begins.get(number)
                        + random.nextInt(forger.begins.get(number + 1) - forger.begins.get(number));
                return java.util.Arrays.copyOf(log, cut);
            }
            case 4 -> forger.entries.set(number, forger.altered(number, random));
            case 5 -> forger.entries.remove(number);
            case 6 -> Collections.swap(forger.entries, number, number + 1);
            default -> forger.entries.add(number, forger.altered(number, random));
        }
        var forged = forger.resealed();
        forger.entries.clear();
        forger.entries.addAll(all);
        return forged;
    }

    private byte[] swapped(int number) {
        var out = new ByteArrayOutputStream();
        out.write(log, 0, forger.begins.get(number));
        out.write(log, forger.begins.get(number + 1), forger.begins.get(number + 2) - forger.begins.get(number + 1));
        out.write(log, forger.begins.get(number), forger.begins.get(number + 1) - forger.begins.get(number));
        out.write(log, forger.begins.get(number + 2), log.length - forger.begins.get(number + 2));
        return out.toByteArray();
    }

    private static byte[] joined(byte[] log, int from, int to) {
        var out = new ByteArrayOutputStream();
        out.write(log, 0, from);
        out.write(log, to, log.length - to);
        return out.toByteArray();
    }

    @Test
    void aCleanlyCutEndIsFoundByTheCheckpointOnly() throws IOException {
        var cut = java.util.Arrays.copyOf(log, forger.begins.get(SIGNED - 3));

        assertThat(check(cut).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.first()).isEqualTo(SIGNED - 2);
            assertThat(fault.last()).isEqualTo(SIGNED);
            assertThat(fault.what().en()).contains("its end was cut off");
            assertThat(fault.what().zh()).contains("末尾被截去");
        });
        assertThat(LogCheck.of(write(cut), List.of(), keys).faults()).isEmpty();
    }

    @Test
    void moreCheckpointsNarrowARewriteDown() throws IOException {
        var more = new ArrayList<SignedCheckpoint>();
        try (var ledger = new Ledgers(folder.resolve("more"), Clock.systemUTC())) {
            for (var turn = 0; turn < 6; turn++) {
                ledger.write(5);
                more.add(ledger.checkpoints.sign());
            }
            keys = ledger.checkpoints.keys().verifiers();
        }
        forger = new Forger(Files.readAllBytes(folder.resolve("more/changes.log")));
        forger.entries.set(16, forger.altered(16, random()));

        var verdict = LogCheck.of(write(forger.resealed()), more, keys);

        assertThat(verdict.agreed()).isEqualTo(15);
        assertThat(verdict.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.first()).isEqualTo(16);
            assertThat(fault.last()).isEqualTo(20);
        });
    }

    @Test
    void aCheckpointOfAnotherKeyOrWithOtherWordsIsNotBelieved() throws IOException {
        var other = SigningKeys.in(folder.resolve("other"), Ledgers.BASE, Clock.systemUTC());
        var signed = outside.get(0);
        var changed = new SignedCheckpoint(
                signed.checkpoint(),
                new Note(
                        signed.note().text().replace("\n30\n", "\n29\n"),
                        signed.note().signatures()));

        assertThat(LogCheck.of(write(log), outside, other.verifiers()).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.what().en()).contains("has no signature of the keys given"));
        assertThat(LogCheck.of(write(log), List.of(changed), keys).faults()).hasSize(1);
    }

    private Verdict check(byte[] bytes) throws IOException {
        return LogCheck.of(write(bytes), outside, keys);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("suspect.log"), bytes);
    }

    private long revisionAt(int at) {
        return Math.max(1, forger.begins.stream().filter(begin -> begin <= at).count());
    }

    private static Random random() {
        var seed = Long.getLong("shuqi.seed", 20_261_122L);
        System.out.println("shuqi.seed=" + seed);
        return new Random(seed);
    }
}
