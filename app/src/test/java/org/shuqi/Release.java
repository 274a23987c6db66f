package org.shuqi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** The code lists, laws and default norms that come with the registry, as a test loads them. */
public final class Release {

    private Release() {}

    /** Puts every file of the release into its named graph. */
    public static DatasetGraph into(DatasetGraph dataset) {
        try (var list = Release.class.getResourceAsStream("/ontology/release.csv")) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> load(cells[0], cells[1], dataset));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return dataset;
    }

    private static void load(String path, String name, DatasetGraph dataset) {
        var graph = GraphFactory.createDefaultGraph();
        try (var file = Release.class.getResourceAsStream("/" + path)) {
            RDFParser.source(file).lang(Lang.TURTLE).parse(graph);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        graph.find().forEachRemaining(triple -> dataset.add(new Quad(NodeFactory.createURI(name), triple)));
    }
}
