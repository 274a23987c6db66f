package org.shuqi.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.shuqi.fuzz.Fuzzed;

/** Public keys, signatures and time stamps, as parties and authorities send them. */
public final class KeysFuzz {

    private static final byte[] TEXT = "drawn".getBytes(StandardCharsets.US_ASCII);

    private KeysFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var cut = data.length == 0 ? 0 : Byte.toUnsignedInt(data[0]) * data.length / 256;
        var key = Base64.getEncoder().encodeToString(Arrays.copyOfRange(data, Math.min(1, cut), cut));
        var signature = Base64.getEncoder().encodeToString(Arrays.copyOfRange(data, cut, data.length));
        Fuzzed.mayRefuse(() -> PartyKey.read(key).ifPresent(read -> read.verifies(TEXT, signature)));
        Fuzzed.mayRefuse(() -> PartyKey.read(new String(data, StandardCharsets.UTF_8)));
        Fuzzed.mayRefuse(() -> StampToken.read(signature, TEXT, Authorities.unnamed()));
    }
}
