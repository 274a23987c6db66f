package org.shuqi.sparql;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** What the endpoint says of itself. Source: SPARQL 1.1 Service Description, W3C Recommendation of 2013-03-21. */
final class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final List<String> RESULT_FORMATS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "JSON-LD",
            "N-Triples",
            "RDF_XML",
            "TriG");

    private ServiceDescription() {}

    static Graph graph(String endpoint) {
        var graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefix("sd", SD);
        var service = NodeFactory.createBlankNode();
        var dataset = NodeFactory.createBlankNode();
        var union = NodeFactory.createBlankNode();
        graph.add(service, RDF.type.asNode(), sd("Service"));
        graph.add(service, sd("endpoint"), NodeFactory.createURI(endpoint));
        graph.add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        graph.add(service, sd("feature"), sd("UnionDefaultGraph"));
        graph.add(service, sd("extensionFunction"), NodeFactory.createURI(Deciding.DECIDE));
        graph.add(service, sd("propertyFeature"), NodeFactory.createURI(Deciding.PERMITS));
        RESULT_FORMATS.forEach(
                format -> graph.add(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format)));
        graph.add(service, sd("defaultDataset"), dataset);
        graph.add(dataset, RDF.type.asNode(), sd("Dataset"));
        graph.add(dataset, sd("defaultGraph"), union);
        graph.add(union, RDF.type.asNode(), sd("Graph"));
        return graph;
    }

    private static Node sd(String term) {
        return NodeFactory.createURI(SD + term);
    }
}
