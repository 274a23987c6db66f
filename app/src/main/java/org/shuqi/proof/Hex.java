package org.shuqi.proof;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Hashes as hexadecimal digits. */
final class Hex {

    private static final String HASH = "[0-9a-f]{64}";

    private Hex() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static List<String> of(List<byte[]> hashes) {
        return hashes.stream().map(Hex::of).toList();
    }

    /** The bytes of a hash; nothing if the text is none. */
    static Optional<byte[]> bytes(String text) {
        return text.matches(HASH) ? Optional.of(HexFormat.of().parseHex(text)) : Optional.empty();
    }

    /** The bytes of all; nothing if one of them is no hash. */
    static Optional<List<byte[]>> all(List<String> texts) {
        var all = new ArrayList<byte[]>();
        for (var text : texts) {
            var bytes = bytes(text);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            all.add(bytes.get());
        }
        return Optional.of(all);
    }
}
