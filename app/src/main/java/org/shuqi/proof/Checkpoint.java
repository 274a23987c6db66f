package org.shuqi.proof;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * What a log was at one moment: how many entries, and the root over all of them.
 *
 * <p>Its text follows c2sp.org/tlog-checkpoint, version 1: origin, size, root in base64; the lines behind are ours.
 *
 * @param origin which log
 * @param size how many entries, which is also the newest revision
 * @param root the root, in hexadecimal
 * @param at when it was signed
 * @param seal hash of the newest entry, in hexadecimal
 * @param journal what the journal beside the log was then; nothing if it had no line
 */
public record Checkpoint(String origin, long size, String root, Instant at, String seal, Optional<Journalled> journal) {

    /**
     * The journal beside the log.
     *
     * @param size how many lines
     * @param root the root over their hashes, in hexadecimal
     */
    public record Journalled(long size, String root) {

        private String line() {
            return "journal " + size + " " + base64(root) + "\n";
        }

        private static Journalled read(String line) {
            var words = line.split(" ", -1);
            if (words.length != 3 || !words[0].equals("journal") || !words[1].matches(NUMBER)) {
                throw new IllegalArgumentException("no journal: " + line);
            }
            return new Journalled(
                    Long.parseLong(words[1]), Hex.of(Base64.getDecoder().decode(words[2])));
        }
    }

    private static final String NUMBER = "0|[1-9]\\d{0,17}";

    /** The text to be signed. */
    public String text() {
        return "%s%n%d%n%s%ntime %s%nseal %s%n".replace("%n", "\n").formatted(origin, size, base64(root), at, seal)
                + journal.map(Journalled::line).orElse("");
    }

    private static String base64(String root) {
        return Base64.getEncoder()
                .encodeToString(Hex.bytes(root).orElseThrow(() -> new IllegalArgumentException("no root: " + root)));
    }

    /** Reads what {@link #text} wrote; nothing if it is anything else. */
    public static Optional<Checkpoint> read(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 6 || lines.length > 7 || !lines[1].matches(NUMBER)) {
            return Optional.empty();
        }
        try {
            var read = new Checkpoint(
                    lines[0],
                    Long.parseLong(lines[1]),
                    Hex.of(Base64.getDecoder().decode(lines[2])),
                    Instant.parse(lines[3].replaceFirst("^time ", "")),
                    lines[4].replaceFirst("^seal ", ""),
                    lines.length == 7 ? Optional.of(Journalled.read(lines[5])) : Optional.empty());
            return read.text().equals(text) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException noCheckpoint) {
            return Optional.empty();
        }
    }

    /** Reads the checkpoint in a note. */
    public static Optional<Checkpoint> in(Note note) {
        return read(note.text());
    }
}
