package org.shuqi.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes, reference queries and seed speak only in words that the release explains. */
class UsageTest {

    private static final Path TOP = Path.of("..");
    private static final Pattern OWN = Pattern.compile("(?<![\\w:/#])sq:(\\w+)");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\n]*\"|(?m)^\\s*#.*$");
    private static final Graph RELEASE = release();
    private static final Set<String> TERMS = RELEASE.stream(
                    Node.ANY, Rdfs.isDefinedBy, NodeFactory.createURI("https://w3id.org/shuqi/ns"))
            .map(Triple::getSubject)
            .map(Node::getURI)
            .collect(Collectors.toSet());

    @ParameterizedTest
    @ValueSource(strings = {"ontology/reference", "ontology/questions", "seed", "shapes"})
    void everyTermInUseIsDefined(String folder) {
        var used = files(folder, ".rq", ".ttl", ".trig").stream()
                .flatMap(file -> OWN.matcher(TEXT.matcher(text(file)).replaceAll(""))
                        .results()
                        .map(found -> found.group(1) + " in " + file.getFileName()))
                .distinct()
                .toList();

        assertThat(used).hasSizeGreaterThan(10);
        assertThat(used)
                .filteredOn(use -> !TERMS.contains(Sq.NS + use.split(" ", 2)[0]))
                .isEmpty();
    }

    @Test
    void everyLawAndStandardThatAShapeCitesIsDescribed() {
        var shapes = GraphFactory.createDefaultGraph();
        files("shapes", ".ttl")
                .forEach(file -> RDFDataMgr.read(shapes, file.toUri().toString()));

        var cited = shapes.stream(Node.ANY, Rdfs.seeAlso, Node.ANY)
                .map(triple -> triple.getObject())
                .filter(Node::isURI)
                .filter(source -> source.getURI().startsWith("https://w3id.org/shuqi/"))
                .distinct()
                .toList();

        assertThat(cited).hasSizeGreaterThan(10);
        assertThat(cited)
                .filteredOn(source -> !RELEASE.contains(source, Dct.title, Node.ANY))
                .isEmpty();
    }

    /** The files of a folder; what lies in a folder named {@code tests} is wrong on purpose. */
    private static List<Path> files(String folder, String... endings) {
        try (var files = Files.walk(TOP.resolve(folder))) {
            return files.filter(file -> List.of(endings).stream()
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .filter(file -> !file.toString().contains("/tests/"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Graph release() {
        var graph = GraphFactory.createDefaultGraph();
        Release.parts().forEach(part -> {
            try (var in = part.open()) {
                RDFDataMgr.read(graph, in, Lang.TURTLE);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return graph;
    }
}
