package org.shuqi.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** What the rule needs of the shipped code lists: ranks, and what is broader. Read once. */
final class CodeLists {

    private static final List<Quad> NEEDED = read();

    private CodeLists() {}

    static void into(DatasetGraph dataset) {
        NEEDED.forEach(dataset::add);
    }

    private static List<Quad> read() {
        var needed = new ArrayList<Quad>();
        for (var name : List.of("level", "legal-rank", "asset-class")) {
            var graph = GraphFactory.createDefaultGraph();
            try (var file = CodeLists.class.getResourceAsStream("/ontology/schemes/" + name + ".ttl")) {
                RDFParser.source(file).lang(Lang.TURTLE).parse(graph);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            graph.find()
                    .filterKeep(CodeLists::counts)
                    .forEachRemaining(triple -> needed.add(
                            new Quad(NodeFactory.createURI("https://w3id.org/shuqi/graph/codes/" + name), triple)));
        }
        return List.copyOf(needed);
    }

    private static boolean counts(Triple triple) {
        return List.of(Rdf.type, Skos.broader, Sq.rank).contains(triple.getPredicate());
    }
}
