package org.shuqi.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shuqi.fuzz.Fuzzed;
import org.shuqi.proof.VerifierKey;

/** Bundles of answers, as somebody who may have changed them hands them on. */
public final class BundlesFuzz {

    private static final Path FILE = file();

    private BundlesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        Fuzzed.mayRefuse(() -> {
            Files.write(FILE, data);
            Bundle.read(FILE, VerifierKey.in(text));
        });
        Fuzzed.mayRefuse(() -> BundleHead.read(text));
    }

    private static Path file() {
        try {
            var file = Files.createTempFile("drawn", ".bundle");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
