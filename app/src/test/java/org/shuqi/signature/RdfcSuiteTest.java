package org.shuqi.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.rdf.nquads.NQuadsWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/**
 * The test suite of the W3C for RDFC-1.0, which is not part of this project: {@code -Dshuqi.rdfc.suite=} names its folder,
 * or a manifest in it. Its predecessor for URDNA2015, of which RDFC-1.0 is the standard, is read too.
 */
class RdfcSuiteTest {

    private static final String SUITE = "shuqi.rdfc.suite";
    private static final String TESTS = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

    /**
     * One test of the suite.
     *
     * @param sort what it wants, by the last part of the name of its class
     * @param action the dataset
     * @param result what should come of it, if anything
     * @param hash the hash function, if it is not the usual one
     */
    private record Vector(String name, String sort, Path action, Optional<Path> result, Optional<String> hash) {

        private void run() throws IOException {
            Assumptions.assumeTrue(hash.isEmpty(), "what is signed is made with SHA-256 and no other");
            Assumptions.assumeTrue(Files.exists(action), "the suite lacks " + action.getFileName());
            result.ifPresent(
                    file -> Assumptions.assumeTrue(Files.exists(file), "the suite lacks " + file.getFileName()));
            var quads = quads(action);
            if (sort.endsWith("NegativeEvalTest")) {
                assertThatThrownBy(() -> CanonicalForm.of(quads)).isInstanceOf(Refusal.class);
                return;
            }
            var made = new String(CanonicalForm.of(quads), StandardCharsets.UTF_8);
            if (sort.endsWith("MapTest")) {
                // who calls the nodes what the map says, and sorts the lines, has the same text
                assertThat(made).isEqualTo(written(quads, JsonTree.of(Files.readAllBytes(result.orElseThrow()))));
            } else {
                assertThat(made).isEqualTo(Files.readString(result.orElseThrow()));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> theSuiteOfTheW3c() {
        var place = System.getProperty(SUITE, "");
        Assumptions.assumeFalse(
                place.isEmpty(), "-D" + SUITE + "= names the folder `tests` of w3c/rdf-canon; see docs/signatures.md");
        var manifest = Files.isDirectory(Path.of(place)) ? Path.of(place, "manifest.ttl") : Path.of(place);
        var said = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(said, manifest.toUri().toString());
        var vectors = said.find(Node.ANY, term("action"), Node.ANY).toList().stream()
                .map(triple -> vector(said, triple.getSubject()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        assertThat(vectors).as("tests in " + manifest).isNotEmpty();
        return vectors.stream().map(vector -> DynamicTest.dynamicTest(vector.name(), vector::run));
    }

    private static Vector vector(Graph said, Node test) {
        return new Vector(
                last(test) + " "
                        + object(said, test, term("name"))
                                .map(Node::getLiteralLexicalForm)
                                .orElse(""),
                last(object(said, test, RDF.type.asNode()).orElseThrow()),
                file(object(said, test, term("action")).orElseThrow()),
                object(said, test, term("result")).map(RdfcSuiteTest::file),
                said.find(test, Node.ANY, Node.ANY).toList().stream()
                        .filter(triple -> last(triple.getPredicate()).equals("hashAlgorithm"))
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .findFirst());
    }

    private static String written(Set<Quad> quads, JsonNode map) {
        return quads.stream()
                .map(quad -> line(quad, map))
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static String line(Quad quad, JsonNode map) {
        var object = quad.getObject();
        var literal = object.isLiteral();
        return NQuadsWriter.nquad(
                named(quad.getSubject(), map),
                quad.getPredicate().getURI(),
                literal ? object.getLiteralLexicalForm() : named(object, map),
                literal ? object.getLiteralDatatypeURI() : null,
                literal && !object.getLiteralLanguage().isEmpty() ? object.getLiteralLanguage() : null,
                null,
                quad.isDefaultGraph() ? null : named(quad.getGraph(), map));
    }

    private static String named(Node node, JsonNode map) {
        return node.isBlank() ? "_:" + map.path(node.getBlankNodeLabel()).asText() : node.getURI();
    }

    private static Path file(Node node) {
        return Path.of(URI.create(node.getURI()));
    }

    private static String last(Node node) {
        return node.getURI().substring(node.getURI().lastIndexOf('#') + 1);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(TESTS + name);
    }

    private static Optional<Node> object(Graph said, Node subject, Node property) {
        return said.find(subject, property, Node.ANY).nextOptional().map(Triple::getObject);
    }

    private static Set<Quad> quads(Path file) {
        var dataset = DatasetGraphFactory.create();
        RDFParser.source(file)
                .lang(Lang.NQUADS)
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .parse(dataset);
        return new HashSet<>(dataset.stream().toList());
    }
}
