package org.shuqi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.graph.Delta;
import org.shuqi.registry.Registry;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** A running server looks at its clocks without being asked. */
class BellsTest {

    @TempDir
    Path data;

    @Test
    void whatRanOutIsFoundWithoutAnybodyAsking() throws InterruptedException {
        try (var context =
                ApplicationContext.run(Map.of("shuqi.data", data.toString(), "shuqi.duty.every", "PT0.2S"))) {
            var registry = context.getBean(Registry.class);
            file(registry);

            var patience = Instant.now().plus(Duration.ofSeconds(60));
            while (findings(registry) == 0 && Instant.now().isBefore(patience)) {
                Thread.sleep(50);
            }

            assertThat(findings(registry)).isEqualTo(1);
        }
    }

    private static void file(Registry registry) {
        var base = registry.settings().baseIri();
        var iri = NodeFactory.createURI(base + "case/old");
        var graph = NodeFactory.createURI(base + "graph/case/old");
        var received = NodeFactory.createLiteralDT("2025-11-03T09:00:00+08:00", XSDDatatype.XSDdateTime);
        var quads = List.of(
                new Quad(graph, iri, Rdf.type, Sq.CorrectionRequest),
                new Quad(graph, iri, Sq.about, NodeFactory.createURI(base + "dataset/x")),
                new Quad(graph, iri, Sq.receivedAt, received));
        registry.changes()
                .apply(
                        new Change("old case", OptionalLong.empty(), now -> new Delta(List.of(), quads)),
                        Caller.operator());
    }

    private static int findings(Registry registry) {
        try (var now = registry.store().read()) {
            return now.union().find(Node.ANY, Rdf.type, Sq.Finding).toList().size();
        }
    }
}
