package org.shuqi.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** The examples are what we tell others to write, so they keep every rule. */
class ExamplesTest {

    private static final Path TOP = Path.of("..");

    @Test
    void noExampleAndNothingOfTheReleaseBreaksAShape() throws IOException {
        var data = union(
                "ontology/shuqi.ttl", "ontology/terms", "ontology/schemes", "ontology/norms", "ontology/examples");
        var shapes = GraphFactory.createDefaultGraph();
        try (var files = Files.list(TOP.resolve("shapes"))) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> RDFDataMgr.read(shapes, file.toUri().toString()));
        }

        var report = ShaclValidator.get().validate(Shapes.parse(shapes), data);

        assertThat(report.getEntries())
                .filteredOn(entry -> entry.severity().equals(Severity.Violation))
                .extracting(entry -> entry.focusNode() + " " + entry.message())
                .isEmpty();
    }

    private static Graph union(String... places) throws IOException {
        var graph = GraphFactory.createDefaultGraph();
        for (var place : places) {
            try (var files = Files.walk(TOP.resolve(place))) {
                files.filter(file -> file.toString().endsWith(".ttl"))
                        .forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
            }
        }
        return graph;
    }
}
