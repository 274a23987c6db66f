package org.shuqi.proof;

import java.util.List;
import java.util.Optional;

/**
 * A checkpoint and the note that carries it.
 *
 * @param checkpoint what is signed
 * @param note with the signature
 */
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {

    /** All checkpoints that stand in a text, whoever signed them, in their order. */
    public static List<SignedCheckpoint> in(String text) {
        return Note.all(text).stream()
                .map(SignedCheckpoint::of)
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<SignedCheckpoint> of(Note note) {
        return Checkpoint.in(note).map(checkpoint -> new SignedCheckpoint(checkpoint, note));
    }
}
