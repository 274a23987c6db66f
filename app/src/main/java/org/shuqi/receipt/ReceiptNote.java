package org.shuqi.receipt;

import java.util.Collection;
import java.util.Optional;
import org.shuqi.proof.Note;
import org.shuqi.proof.VerifierKey;

/**
 * What the registry signs of a receipt: who asked what of which revision of which log, and what was answered.
 *
 * @param receipt IRI of the receipt
 * @param askedBy who asked
 * @param askedAt about which instant
 * @param revision the revision that answered
 * @param logHash seal of its log
 * @param question the question as text
 * @param outcome in short
 * @param answer the answer as text
 */
public record ReceiptNote(
        String receipt,
        String askedBy,
        String askedAt,
        String revision,
        String logHash,
        String question,
        String outcome,
        String answer) {

    private static final String TITLE = "shuqi-receipt/1";

    /** The text to be signed. */
    String text() {
        return String.join(
                        "\n",
                        TITLE,
                        "receipt " + line(receipt),
                        "asked-by " + line(askedBy),
                        "asked-at " + line(askedAt),
                        "revision " + line(revision),
                        "log " + line(logHash),
                        "question " + Canonical.hash(question),
                        "outcome " + line(outcome),
                        "answer " + Canonical.hash(answer))
                + "\n";
    }

    /** Whether the note is one of this receipt, signed by one of the keys. */
    boolean isSigned(String note, Collection<VerifierKey> keys) {
        return Note.read(note)
                .filter(read -> read.text().equals(text()))
                .flatMap(read -> read.signer(keys))
                .isPresent();
    }

    /**
     * Checks a receipt without the registry.
     *
     * @param note what was signed
     * @param question the question that the receipt shows
     * @param answer the answer that it shows
     * @return the key that signed exactly these; nothing if none did
     */
    public static Optional<VerifierKey> signer(
            String note, String question, String answer, Collection<VerifierKey> keys) {
        return Note.read(note)
                .filter(read -> read.text().startsWith(TITLE + "\n"))
                .filter(read -> read.text().contains("\nquestion " + Canonical.hash(question) + "\n"))
                .filter(read -> read.text().endsWith("\nanswer " + Canonical.hash(answer) + "\n"))
                .flatMap(read -> read.signer(keys));
    }

    /** A name with a line break in it could pretend to be two lines. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
