package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of demo files, which stands in for a folder that cannot be listed inside a jar. */
class DemoFilesTest {

    private static final Path SEED = Path.of("../seed");

    @Test
    void everyFileOfRecordsIsListedAndEveryListedFileIsThere() throws IOException {
        List<String> there;
        try (var files = Files.list(SEED)) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".trig"))
                    .toList();
        }

        var listed = Files.readAllLines(SEED.resolve("files.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(there);
    }
}
