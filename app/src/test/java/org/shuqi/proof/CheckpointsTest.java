package org.shuqi.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The registry signs what its log is, again and again, and never two logs. */
class CheckpointsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aCheckpointSaysHowMuchWasWrittenAndIsSignedByTheKeyInUse() {
        try (var ledger = ledger(NOON)) {
            ledger.write(3);

            var signed = ledger.checkpoints.sign();

            assertThat(signed.checkpoint().size()).isEqualTo(3);
            assertThat(signed.checkpoint().origin()).isEqualTo("registry.example/id");
            assertThat(signed.checkpoint().seal()).isEqualTo(ledger.store.seal(3));
            assertThat(signed.note().signer(ledger.checkpoints.keys().verifiers()))
                    .contains(ledger.checkpoints.keys().verifiers().get(0));
            assertThat(ledger.checkpoints.sign()).isEqualTo(signed);
        }
    }

    @Test
    void aNoteThatIsSpelledAndReadAgainIsTheSameAndAnyOtherByteBreaksIt() {
        try (var ledger = ledger(NOON)) {
            ledger.write(2);
            var keys = ledger.checkpoints.keys().verifiers();
            var text = ledger.checkpoints.sign().note().spell();
            assertThat(Note.read(text).orElseThrow().signer(keys)).isPresent();

            var bytes = text.getBytes(StandardCharsets.UTF_8);
            for (var at = 0; at < bytes.length; at++) {
                var other = bytes.clone();
                other[at] ^= 1;
                assertThat(Note.read(new String(other, StandardCharsets.UTF_8)).flatMap(note -> note.signer(keys)))
                        .as("byte %d", at)
                        .isEmpty();
            }
        }
    }

    @Test
    void checkpointsAreDueAfterSoManyEntriesOrSuchATime() {
        try (var ledger = ledger(NOON)) {
            ledger.write(1);
            ledger.checkpoints.signIfDue(10, Duration.ofMinutes(1));
            assertThat(sizes(ledger)).containsExactly(1L);
            ledger.write(9);
            ledger.checkpoints.signIfDue(10, Duration.ofMinutes(1));
            assertThat(sizes(ledger)).containsExactly(1L);
            ledger.write(1);
            ledger.checkpoints.signIfDue(10, Duration.ofMinutes(1));
            assertThat(sizes(ledger)).containsExactly(11L, 1L);
            ledger.write(1);
        }
        try (var ledger = ledger(NOON.plusSeconds(60))) {
            ledger.checkpoints.signIfDue(10, Duration.ofMinutes(1));
            assertThat(sizes(ledger)).containsExactly(12L, 11L, 1L);
            ledger.checkpoints.signIfDue(10, Duration.ofMinutes(1));
            assertThat(sizes(ledger)).containsExactly(12L, 11L, 1L);
        }
    }

    @Test
    void aCheckpointThatACrashLeftHalfWrittenIsPassedOver() throws IOException {
        try (var ledger = ledger(NOON)) {
            ledger.write(1);
            ledger.checkpoints.sign();
        }
        Files.writeString(
                folder.resolve("data/checkpoints/2026-11-22.txt"),
                "registry.example/id\n2\nAAAA",
                StandardOpenOption.APPEND);
        try (var ledger = ledger(NOON)) {
            assertThat(sizes(ledger)).containsExactly(1L);
            ledger.write(2);
            ledger.checkpoints.sign();
        }
        try (var ledger = ledger(NOON)) {
            assertThat(sizes(ledger)).containsExactly(3L, 1L);
        }
    }

    @Test
    void aLogThatWasCutOrWrittenAnewIsNotSigned() throws IOException {
        try (var ledger = ledger(NOON)) {
            ledger.write(5);
            ledger.checkpoints.sign();
        }
        var log = folder.resolve("data/changes.log");
        var forger = new Forger(Files.readAllBytes(log));
        forger.entries.remove(2);
        Files.write(log, forger.resealed());
        deleteWhatIsMadeFromTheLog();

        try (var ledger = ledger(NOON)) {
            refused(ledger);
            ledger.write(4);
            refused(ledger);
            assertThat(sizes(ledger)).containsExactly(5L);
        }
    }

    private static void refused(Ledgers ledger) {
        assertThatThrownBy(ledger.checkpoints::sign).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().kind()).isEqualTo(Kind.BROKEN);
            assertThat(refusal.problem().detail().en()).contains("it was cut or written anew");
        });
    }

    @Test
    void proofsHoldAgainstTheCheckpointsAndOnlyAgainstThem() {
        try (var ledger = ledger(NOON)) {
            ledger.write(9);
            var earlier = ledger.checkpoints.sign().checkpoint();
            ledger.write(8);
            var later = ledger.checkpoints.sign().checkpoint();

            var inclusion = ledger.checkpoints.inclusion(4, OptionalLong.empty());
            assertThat(inclusion.holds(later)).isTrue();
            assertThat(inclusion.holds(earlier)).isFalse();
            assertThat(ledger.checkpoints.inclusion(4, OptionalLong.of(9)).holds(earlier))
                    .isTrue();
            assertThat(new Inclusion(5, inclusion.seal(), inclusion.size(), inclusion.root(), inclusion.path()).holds())
                    .isFalse();
            var consistency = ledger.checkpoints.consistency(9, OptionalLong.empty());
            assertThat(consistency.holds(earlier, later)).isTrue();
            assertThat(consistency.holds(later, earlier)).isFalse();
            assertThatThrownBy(() -> ledger.checkpoints.inclusion(18, OptionalLong.empty()))
                    .hasMessage("no revision `18`; the newest is 17");
            assertThatThrownBy(() -> ledger.checkpoints.consistency(9, OptionalLong.of(8)))
                    .hasMessage("the size `8` of the log is of no use; give a whole number from 9 to 17");
        }
    }

    @Test
    void aNewKeyTakesOverAndTheOldOneStillProvesWhatItSigned() {
        try (var ledger = ledger(NOON)) {
            ledger.write(1);
            var first = ledger.checkpoints.sign();
            var keys = ledger.checkpoints.keys();
            var fresh = keys.rotate();
            ledger.write(1);
            var second = ledger.checkpoints.sign();

            assertThat(keys.all()).hasSize(2);
            assertThat(keys.all().get(0).until()).contains(NOON);
            assertThat(second.note().signer(List.of(fresh))).contains(fresh);
            assertThat(first.note().signer(List.of(fresh))).isEmpty();
            assertThat(first.note().signer(keys.verifiers())).isPresent();
            assertThat(VerifierKey.in("keys: " + fresh.word() + "\n")).containsExactly(fresh);
        }
    }

    @Test
    void onlyItsOwnerReadsThePrivateKey() throws IOException {
        try (var ledger = ledger(NOON)) {
            ledger.checkpoints.keys().all();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/signing.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void openSslVerifiesACheckpoint() throws Exception {
        Assumptions.assumeTrue(openSsl("version") == 0, "there is no openssl here");
        try (var ledger = ledger(NOON)) {
            ledger.write(2);
            var note = ledger.checkpoints.sign().note();
            Files.writeString(folder.resolve("text"), note.text());
            Files.write(
                    folder.resolve("signature"),
                    Base64.getDecoder().decode(note.signatures().get(0).bytes()));
            Files.writeString(
                    folder.resolve("key.pem"),
                    ledger.checkpoints.keys().verifiers().get(0).pem());

            assertThat(verifiedByOpenSsl()).isEqualTo(0);
            Files.writeString(folder.resolve("text"), note.text().replace("\n2\n", "\n3\n"));
            assertThat(verifiedByOpenSsl()).isNotEqualTo(0);
        }
    }

    private int verifiedByOpenSsl() throws IOException, InterruptedException {
        return openSsl(
                "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "text", "-sigfile", "signature");
    }

    private int openSsl(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException missing) {
            return -1;
        }
    }

    private void deleteWhatIsMadeFromTheLog() throws IOException {
        try (var files = Files.walk(folder.resolve("data"))) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder())
                    .filter(file -> file.toString().matches(".*data/(graph-|derived|changes.log.positions).*"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Long> sizes(Ledgers ledger) {
        return ledger.checkpoints.page(0, 100).stream()
                .map(signed -> signed.checkpoint().size())
                .toList();
    }

    private Ledgers ledger(Instant now) {
        return new Ledgers(folder.resolve("data"), Clock.fixed(now, ZoneOffset.UTC));
    }
}
