package org.shuqi.web.imports;

import java.nio.charset.StandardCharsets;
import org.shuqi.fuzz.Fuzzed;

/** Forms with a file. */
public final class MultipartFuzz {

    private static final byte[] DELIMITER = "--b".getBytes(StandardCharsets.US_ASCII);

    private MultipartFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.mayRefuse(() -> {
            var read = Multipart.read(data, DELIMITER);
            read.get("csrf");
            if (read.file().length > data.length) {
                throw new AssertionError("more than was sent");
            }
        });
    }
}
