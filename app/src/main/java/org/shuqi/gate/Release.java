package org.shuqi.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/** The Turtle files that were shipped with the program, by folder. */
final class Release {

    private Release() {}

    /**
     * All Turtle files of a folder on the class path, in one graph.
     *
     * @throws IllegalStateException if there are none: a gate without shapes would let everything in
     */
    static Graph graph(String folder) {
        var graph = GraphMemFactory.createDefaultGraph();
        try {
            for (var place : Collections.list(Release.class.getClassLoader().getResources(folder))) {
                files(place).forEach(file -> read(graph, file));
            }
            if (graph.isEmpty()) {
                throw new IllegalStateException("no Turtle files in `%s` on the class path".formatted(folder));
            }
            return graph;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Graph graph, Path file) {
        try (var in = Files.newInputStream(file)) {
            RDFDataMgr.read(graph, in, Lang.TURTLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(URL place) throws IOException {
        var folder = path(place);
        try (var listed = Files.list(folder)) {
            return listed.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        }
    }

    private static Path path(URL place) throws IOException {
        try {
            var uri = place.toURI();
            if ("jar".equals(uri.getScheme())) {
                open(uri);
            }
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** A jar must be open as a file system before its paths can be named; it stays open, as the program is in it. */
    @SuppressWarnings("resource")
    private static void open(URI jar) throws IOException {
        synchronized (Release.class) {
            try {
                FileSystems.getFileSystem(jar);
            } catch (FileSystemNotFoundException e) {
                FileSystems.newFileSystem(jar, Map.of());
            }
        }
    }
}
