package org.shuqi.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.shuqi.fuzz.Fuzzed;

/** The journal of exports and denials, with anything in its files: lines in one, the seals of former lines in the other. */
public final class JournalFuzz {

    private static final Path FOLDER = folder();

    private JournalFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var cut = data.length == 0 ? 0 : Byte.toUnsignedInt(data[0]) * data.length / 256;
        Fuzzed.mayRefuse(() -> {
            Files.write(FOLDER.resolve("2023-10.seals"), Arrays.copyOfRange(data, Math.min(1, cut), cut));
            Files.write(FOLDER.resolve("2026-11.jsonl"), Arrays.copyOfRange(data, cut, data.length));
            JournalCheck.of(FOLDER, List.of(), List.of());
            Pages.last(FOLDER);
        });
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("drawn");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
