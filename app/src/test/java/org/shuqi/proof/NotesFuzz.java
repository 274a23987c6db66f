package org.shuqi.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shuqi.fuzz.Fuzzed;

/** Signed notes, checkpoints, proofs and keys, as others hand them to the verifier. */
public final class NotesFuzz {

    private NotesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        Fuzzed.mayRefuse(() -> {
            var keys = VerifierKey.in(text);
            keys.forEach(VerifierKey::pem);
            for (var note : Note.all(text)) {
                note.signer(keys);
                if (!Note.read(note.spell()).equals(java.util.Optional.of(note))) {
                    throw new AssertionError("a note is read in two ways");
                }
                Checkpoint.in(note).ifPresent(checkpoint -> ProofText.read(text)
                        .ifPresent(proof -> proof.holds(List.of(checkpoint))));
            }
        });
        Fuzzed.mayRefuse(() -> {
            var checkpoint = new Checkpoint(
                    "drawn", 3, "ab".repeat(32), java.time.Instant.EPOCH, "cd".repeat(32), java.util.Optional.empty());
            ProofText.read(text).ifPresent(proof -> {
                if (proof.holds(List.of(checkpoint))) {
                    throw new AssertionError("a proof was found by chance");
                }
            });
        });
    }
}
