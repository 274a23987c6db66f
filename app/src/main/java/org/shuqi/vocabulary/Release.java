package org.shuqi.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the registry publishes and starts with: the ontology, the code lists, the laws and the default norms.
 *
 * <p>The list is the file {@code ontology/release.csv}; a part that is not listed there is not loaded.
 */
public final class Release {

    /** The version of the ontology, as in its {@code owl:versionInfo}. */
    public static final String VERSION = "0.1.0";

    private static final String MANIFEST = "ontology/release.csv";

    private Release() {}

    /**
     * One file of the release.
     *
     * @param path where it is on the class path, in Turtle
     * @param graph the named graph its triples go to; several files may share one
     */
    public record Part(String path, String graph) {

        /** The bytes of the file; the caller closes it. */
        public InputStream open() {
            return resource(path);
        }
    }

    /** Every part, in the order in which they are to be loaded. */
    public static List<Part> parts() {
        try (var manifest = resource(MANIFEST)) {
            return new String(manifest.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .map(cells -> new Part(cells[0], cells[1]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(MANIFEST, unreadable);
        }
    }

    private static InputStream resource(String path) {
        return Optional.ofNullable(Release.class.getClassLoader().getResourceAsStream(path))
                .orElseThrow(() -> new IllegalStateException("`%s` is not on the class path".formatted(path)));
    }
}
