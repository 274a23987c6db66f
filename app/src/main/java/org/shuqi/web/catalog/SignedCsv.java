package org.shuqi.web.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.shuqi.api.TableFile;
import org.shuqi.proof.SigningKeys;

/**
 * A table as comma-separated values, and below it, in lines that begin with {@code # }, a note that the registry has signed:
 * what was asked, and the SHA-256 of all lines above. Whoever has the public keys can check it without the registry.
 */
final class SignedCsv {

    private static final String LINE = "\r\n";

    private final StringBuilder table = new StringBuilder();
    private int rows = -1;

    SignedCsv(List<String> titles) {
        add(titles);
    }

    void add(List<String> cells) {
        table.append(TableFile.line(cells));
        rows++;
    }

    /** The file; the note says what it is about in these lines. */
    byte[] signed(List<String> about, SigningKeys keys) {
        var lines = new ArrayList<>(about);
        lines.add("rows " + rows);
        lines.add("sha256 " + digest(table.toString()));
        var note = keys.sign(String.join("\n", lines) + "\n").spell();
        var file = new StringBuilder(table);
        note.lines().forEach(line -> file.append("# ").append(line).append(LINE));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
