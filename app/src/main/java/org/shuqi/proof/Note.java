package org.shuqi.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it. Source: c2sp.org/signed-note, version 1, read 2026-11-22.
 *
 * <p>What is signed are the bytes of the text in UTF-8, with its last line feed; a blank line and the signatures follow.
 *
 * @param text lines, each ended by a line feed
 * @param signatures one or more
 */
public record Note(String text, List<Signed> signatures) {

    private static final String DASH = "— ";

    public Note {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature.
     *
     * @param name who signs
     * @param id of the key, eight hexadecimal digits
     * @param bytes the signature in base64
     */
    public record Signed(String name, String id, String bytes) {

        private String line() {
            var signature = Base64.getDecoder().decode(bytes);
            var whole = Arrays.copyOf(java.util.HexFormat.of().parseHex(id), 4 + signature.length);
            System.arraycopy(signature, 0, whole, 4, signature.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(whole) + "\n";
        }
    }

    /** Reads a note; nothing if the text is none. */
    public static Optional<Note> read(String note) {
        var end = note.lastIndexOf("\n\n");
        if (end <= 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            return Optional.empty();
        }
        var text = note.substring(0, end + 1);
        if (text.chars().anyMatch(letter -> letter < 0x20 && letter != '\n')) {
            return Optional.empty();
        }
        var signatures = new ArrayList<Signed>();
        for (var line : note.substring(end + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                var signed = signed(line);
                if (signed.isEmpty()) {
                    return Optional.empty();
                }
                signatures.add(signed.get());
            }
        }
        return signatures.isEmpty() ? Optional.empty() : Optional.of(new Note(text, signatures));
    }

    /** The notes in a file of many; what is no note is passed over. */
    static List<Note> all(String file) {
        var notes = new ArrayList<Note>();
        var begun = new StringBuilder();
        for (var line : file.split("(?<=\n)")) {
            if (line.equals("\n") && isSigned(begun)) {
                read(begun.toString()).ifPresent(notes::add);
                begun.setLength(0);
            } else {
                begun.append(line);
            }
        }
        read(begun.toString()).ifPresent(notes::add);
        return notes;
    }

    private static boolean isSigned(CharSequence begun) {
        var text = begun.toString();
        return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1).startsWith(DASH);
    }

    private static Optional<Signed> signed(String line) {
        var words = line.split(" ", -1);
        if (words.length != 3 || !words[0].equals(DASH.strip()) || words[1].isEmpty() || words[1].contains("+")) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(words[2]);
            // the one spelling of these bytes: a letter that says nothing must not be changeable either
            if (bytes.length < 5 || !Base64.getEncoder().encodeToString(bytes).equals(words[2])) {
                return Optional.empty();
            }
            return Optional.of(new Signed(
                    words[1],
                    Hex.of(Arrays.copyOf(bytes, 4)),
                    Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 4, bytes.length))));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** The key, of those given, that signed the text; nothing if none did, or if one of its signatures is wrong. */
    public Optional<VerifierKey> signer(Collection<VerifierKey> keys) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        var found = Optional.<VerifierKey>empty();
        for (var signed : signatures) {
            for (var key : keys) {
                if (key.name().equals(signed.name()) && key.id().equals(signed.id())) {
                    if (!key.verifies(content, Base64.getDecoder().decode(signed.bytes()))) {
                        return Optional.empty();
                    }
                    found = Optional.of(key);
                }
            }
        }
        return found;
    }

    /** The note as it is kept and sent. */
    public String spell() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signed -> note.append(signed.line()));
        return note.toString();
    }
}
