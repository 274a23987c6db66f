package org.shuqi.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * A violation that the records show.
 *
 * @param code item of articles 39 to 41, as {@code 39-4}
 * @param party who is responsible
 * @param partyName its name
 * @param records the evidence, the record it is about first
 * @param since from when it stood
 * @param text in words
 * @param law the articles that were not kept
 * @param finding the finding on file about it, if there is one
 */
public record Breach(
        String code,
        Node party,
        Text partyName,
        List<Node> records,
        Instant since,
        Text text,
        List<Node> law,
        Optional<Node> finding) {

    private static final int LENGTH = 16;

    public Breach {
        records = List.copyOf(records);
        law = List.copyOf(law);
    }

    /** Names this violation: the same code, party, evidence and beginning give the same name for ever. */
    public String id() {
        var whole = String.join(
                " ",
                code,
                party.toString(),
                String.join(" ", records.stream().map(Node::toString).toList()),
                since.toString());
        return code + "-" + hash(whole);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
