package org.shuqi.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** The manifest of the release tells the truth. */
class ReleaseTest {

    private static final Path ONTOLOGY = Path.of("..", "ontology");
    private static final Path SHAPES = Path.of("..", "shapes");

    @Test
    void everyFileOfTheReleaseIsListedAndEveryListedFileIsThere() throws IOException {
        var listed = Release.parts().stream().map(Release.Part::path).collect(Collectors.toCollection(TreeSet::new));

        var there = new TreeSet<String>();
        there.add("ontology/shuqi.ttl");
        for (var folder : new String[] {"terms", "schemes", "norms", "procedures", "templates", "rights"}) {
            try (Stream<Path> files = Files.list(ONTOLOGY.resolve(folder))) {
                files.forEach(file -> there.add("ontology/" + folder + "/" + file.getFileName()));
            }
        }
        try (Stream<Path> files = Files.list(SHAPES)) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> there.add("shapes/" + file.getFileName()));
        }
        assertThat(listed).isEqualTo(there);
    }

    @Test
    void aCodeListGoesToTheGraphOfItsOwnName() {
        assertThat(Release.parts())
                .filteredOn(part -> part.path().contains("/schemes/"))
                .isNotEmpty()
                .allSatisfy(part -> {
                    var name = part.path().replaceAll(".*/|\\.ttl$", "");
                    assertThat(part.graph()).isEqualTo("https://w3id.org/shuqi/graph/codes/" + name);
                    assertThat(read(part).contains(Sq.scheme(name), Rdf.type, Skos.ConceptScheme))
                            .isTrue();
                });
    }

    @Test
    void theVersionIsTheOneOfTheHeader() {
        var header = read(new Release.Part("ontology/shuqi.ttl", ""));

        assertThat(header.contains(Node.ANY, Owl.versionInfo, NodeFactory.createLiteralString(Release.VERSION)))
                .isTrue();
    }

    private static Graph read(Release.Part part) {
        var graph = GraphFactory.createDefaultGraph();
        try (var in = part.open()) {
            RDFDataMgr.read(graph, in, Lang.TURTLE);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return graph;
    }
}
