package org.shuqi.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.shuqi.fuzz.Fuzzed;
import org.shuqi.proof.VerifierKey;

/** The questions and the notes that stand in receipts, which somebody may have written by hand. */
public final class ReceiptsFuzz {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T04:00:00Z"), ZoneOffset.UTC);

    private ReceiptsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        Fuzzed.mayRefuse(() -> {
            var question = QuestionText.read(text);
            var again = QuestionText.read(QuestionText.of(question));
            if (!again.equals(question)) {
                throw new AssertionError("a question is not what was kept of it");
            }
            QuestionText.dated(question, ZoneId.of("Asia/Shanghai"), NOON);
        });
        Fuzzed.mayRefuse(() -> {
            if (ReceiptNote.signer(text, text, text, VerifierKey.in(text)).isPresent()) {
                throw new AssertionError("a note signs a text that holds the note");
            }
        });
    }
}
