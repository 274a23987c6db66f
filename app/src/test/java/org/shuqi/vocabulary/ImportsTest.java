package org.shuqi.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pinned copies of outside vocabularies are the ones their notes describe. */
class ImportsTest {

    @ParameterizedTest
    @MethodSource("copies")
    void aPinnedCopyIsTheOneItsSourceDescribes(Path copy) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(copy));

        var source = Files.readString(copy.resolveSibling("SOURCE.md"));

        assertThat(source)
                .contains("| sha256 of `%s` | `%s` |"
                        .formatted(copy.getFileName(), HexFormat.of().formatHex(digest)));
    }

    static Stream<Path> copies() throws IOException {
        try (var files = Files.walk(Path.of("..", "ontology", "imports"))) {
            return files.filter(file -> file.toString().endsWith(".ttl")).toList().stream();
        }
    }
}
