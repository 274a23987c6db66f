package org.shuqi.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shuqi.fuzz.Fuzzed;

/** The log, read from a file that anything may stand in behind its title. */
public final class LogFuzz {

    private static final Path FILE = file();

    private LogFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.mayRefuse(() -> {
            var bytes = new ByteArrayOutputStream();
            bytes.write(FileLog.TITLE);
            bytes.write(data);
            Files.write(FILE, bytes.toByteArray());
            var scan = LogScan.of(FILE);
            if (scan.fault().isEmpty() && scan.end() != bytes.size()) {
                throw new AssertionError("neither sound to the end nor at fault");
            }
        });
    }

    private static Path file() {
        try {
            var file = Files.createTempFile("drawn", ".log");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
