package org.shuqi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;

/** A folder for the time of one command. */
final class Scratch {

    private Scratch() {}

    /** Does some work in a new folder, and takes it away again. */
    static <T> T use(String prefix, Function<Path, T> work) {
        try {
            var folder = Files.createTempDirectory(prefix);
            try {
                return work.apply(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
