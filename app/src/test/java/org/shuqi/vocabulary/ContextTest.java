package org.shuqi.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** The published JSON-LD context, read by a JSON-LD processor that knows nothing of us. */
class ContextTest {

    private static final Path ONTOLOGY = Path.of("..", "ontology");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyTermHasItsKey() {
        var named = new TreeSet<String>();
        context().properties().forEach(entry -> address(entry.getValue())
                .filter(address -> address.startsWith("sq:"))
                .ifPresent(address -> named.add(Sq.NS + address.substring(3))));
        context().get("action").get("@context").forEach(action -> named.add(action.asText()));
        context().get("leftOperand").get("@context").forEach(operand -> named.add(operand.asText()));
        context().get("Decision").get("@context").forEach(key -> address(key)
                .ifPresent(address -> named.add(Sq.NS + address.substring(3))));

        var terms = terms().stream(Node.ANY, Rdfs.isDefinedBy, NodeFactory.createURI("https://w3id.org/shuqi/ns"))
                .map(triple -> triple.getSubject())
                .filter(term -> term.getURI().startsWith(Sq.NS))
                .filter(term -> !term.equals(Sq.permits) && !term.equals(Sq.decide) && !term.equals(Sq.codeList))
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).containsAll(terms);
    }

    @Test
    void everyCodedKeyTakesItsCodesFromTheListOfItsTerm() {
        var terms = terms();
        var wrong = new ArrayList<String>();
        context().properties().forEach(entry -> address(entry.getValue())
                .filter(address -> address.startsWith("sq:"))
                .ifPresent(address -> terms.stream(
                                NodeFactory.createURI(Sq.NS + address.substring(3)), Sq.codeList, Node.ANY)
                        .map(triple -> triple.getObject().getURI() + "/")
                        .filter(list -> !list.equals(
                                entry.getValue().path("@context").path("@vocab").asText()))
                        .forEach(list -> wrong.add(entry.getKey() + " is not from " + list))));

        assertThat(wrong).isEmpty();
    }

    @Test
    void aCodeIsNeverMistakenForAKey() throws IOException {
        var wrong = new ArrayList<String>();
        for (var coded : context().properties()) {
            var list = coded.getValue().path("@context").path("@vocab").asText();
            if (list.startsWith(Sq.CODE)) {
                var codes = codes(list.substring(Sq.CODE.length(), list.length() - 1));
                codes.filter(code -> context().has(code))
                        .filter(code -> !coded.getValue().get("@context").has(code))
                        .forEach(code -> wrong.add(coded.getKey() + " " + code));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aRecordInPlainJsonIsReadAsItsTriples() {
        var read = read(
                """
                [{"id": "organization/police", "type": "Organization",
                  "prefLabel": {"zh": "市公安局", "en": "City Police"},
                  "organType": "government-department", "spatial": "150600",
                  "subOrganizationOf": "organization/city"},
                 {"id": "agreement/1", "type": "SharingAgreement", "activatedAt": "2025-12-20T09:00:00+08:00",
                  "permission": [{"id": "agreement/1#p1", "type": "Permission", "action": ["receive"],
                    "target": ["dataset/1/item/name"],
                    "constraint": [
                      {"id": "agreement/1#c1", "leftOperand": "method", "operator": "isAnyOf",
                       "rightOperand": ["code:sharing-method/verify"]}]}]},
                 {"id": "norm/1", "type": "Requirement", "requires": ["clearance"],
                  "legalBasis": [{"id": "law/1", "type": "LegalBasis", "legalRank": "rule"}]},
                 {"id": "law/1", "validFromDate": "2025-01-01"},
                 {"id": "decision/1", "type": "Decision", "dataset": "dataset/1", "outcome": "permit"},
                 {"id": "catalog/1", "type": "Catalog", "dataset": ["dataset/1"]}]
                """);

        assertThat(
                        read.isIsomorphicWith(
                                turtle(
                                        """
                <organization/police> a org:FormalOrganization ; skos:prefLabel "市公安局"@zh , "City Police"@en ;
                  sq:organType <https://w3id.org/shuqi/code/organ-type/government-department> ;
                  dct:spatial <https://w3id.org/shuqi/code/division/150600> ; org:subOrganizationOf <organization/city> .
                <agreement/1> a sq:SharingAgreement ; sq:activatedAt "2025-12-20T09:00:00+08:00"^^xsd:dateTime ;
                  odrl:permission <agreement/1#p1> .
                <agreement/1#p1> a odrl:Permission ; odrl:action sq:receive ; odrl:target <dataset/1/item/name> ;
                  odrl:constraint <agreement/1#c1> .
                <agreement/1#c1> odrl:leftOperand sq:method ; odrl:operator odrl:isAnyOf ;
                  odrl:rightOperand <https://w3id.org/shuqi/code/sharing-method/verify> .
                <norm/1> a sq:Requirement ; sq:requires <https://w3id.org/shuqi/code/evidence/clearance> ;
                  sq:legalBasis <law/1> .
                <law/1> sq:validFrom "2025-01-01"^^xsd:date .
                <law/1> a sq:LegalBasis ; sq:legalRank <https://w3id.org/shuqi/code/legal-rank/rule> .
                <decision/1> a sq:Decision ; sq:dataset <dataset/1> ;
                  sq:outcome <https://w3id.org/shuqi/code/outcome/permit> .
                <catalog/1> a dcat:Catalog ; dcat:dataset <dataset/1> .
                """)))
                .isTrue();
    }

    private static Graph read(String records) {
        var document = JSON.createObjectNode();
        document.set("@context", context().put("@base", "http://localhost:8080/id/"));
        try {
            document.set("@graph", JSON.readTree(records));
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
        return parse(document.toString(), Lang.JSONLD11);
    }

    private static Graph turtle(String triples) {
        var prefixes = Stream.of(
                        "sq " + Sq.NS,
                        "org " + Org.NS,
                        "skos " + Skos.NS,
                        "dct " + Dct.NS,
                        "odrl " + Odrl.NS,
                        "dcat " + Dcat.NS,
                        "xsd http://www.w3.org/2001/XMLSchema#")
                .map(prefix -> "PREFIX %s: <%s>%n".formatted((Object[]) prefix.split(" ")))
                .collect(Collectors.joining());
        return parse(prefixes + triples, Lang.TURTLE);
    }

    private static Graph parse(String text, Lang lang) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(text))
                .lang(lang)
                .base("http://localhost:8080/id/")
                .parse(graph);
        return graph;
    }

    private static Graph terms() {
        var graph = GraphFactory.createDefaultGraph();
        Release.parts().stream().filter(part -> part.path().contains("/terms/")).forEach(part -> RDFParser.source(
                        ONTOLOGY.resolve(".." + "/" + part.path()))
                .parse(graph));
        return graph;
    }

    private static Stream<String> codes(String list) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(ONTOLOGY.resolve("schemes/" + list + ".ttl")).parse(graph);
        return graph.stream(Node.ANY, Skos.notation, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm());
    }

    private static java.util.Optional<String> address(JsonNode key) {
        return java.util.Optional.of(
                        key.isTextual() ? key.asText() : key.path("@id").asText())
                .filter(address -> !address.isEmpty());
    }

    private static ObjectNode context() {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(ONTOLOGY.resolve("context/shuqi.jsonld")))
                    .get("@context");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
