package org.shuqi.gate;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDFS;
import org.eclipse.rdf4j.common.exception.ValidationException;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclSail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.problem.Violation;

/** Each shape lets its good case in and stops its bad one in the words that are written beside it, in both engines. */
class ShapesTest {

    private static final Path SHAPES = Path.of("..", "shapes");
    private static final Path CASES = SHAPES.resolve("tests");
    private static final Graph ALL = Release.graph("shapes");
    private static final Gate GATE = Gate.standard();

    static Stream<String> shapes() {
        var named = Stream.concat(
                Shapes.parse(ALL).getTargetShapes().stream()
                        .map(shape -> shape.getShapeNode().getURI()),
                Stream.of("KnownTerm", "PlainText", "HonestName").map(Shacl.SHAPES::concat));
        return named.map(name -> name.substring(Shacl.SHAPES.length())).sorted();
    }

    @Test
    void everyShapeHasAFolderAndEveryFolderAShape() throws IOException {
        try (var folders = Files.list(CASES)) {
            var names = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted();
            assertThat(names).containsExactlyElementsOf(shapes().toList());
        }
    }

    @Test
    void everyShapeSaysWhatItIsForInBothLanguages() {
        shapes().map(name -> NodeFactory.createURI(Shacl.SHAPES + name)).forEach(shape -> assertThat(
                        languages(shape, NodeFactory.createURI("http://purl.org/dc/terms/description")))
                .as(shape.getURI())
                .containsExactlyInAnyOrder("zh", "en"));
    }

    @Test
    void everyMessageIsShortAndInBothLanguages() {
        G.find(ALL, Node.ANY, Shacl.message, Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .toSet()
                .forEach(shape -> {
                    assertThat(languages(shape, Shacl.message)).containsExactlyInAnyOrder("zh", "en");
                    G.listSP(ALL, shape, Shacl.message).forEach(text -> assertThat(text.getLiteralLexicalForm())
                            .matches("(?s)[^.。]*[;；].*[^.。]")
                            .hasSizeLessThan(260));
                });
    }

    @Test
    void everySourceIsInTheOntology() {
        var laws = Release.graph("ontology/norms");
        G.find(ALL, Node.ANY, RDFS.seeAlso.asNode(), Node.ANY)
                .forEachRemaining(cited -> assertThat(G.contains(laws, cited.getObject(), Node.ANY, Node.ANY))
                        .as("%s cites %s", cited.getSubject(), cited.getObject())
                        .isTrue());
    }

    @Test
    void theTableOfShapesIsComplete() throws IOException {
        var rows = Files.readAllLines(Path.of("docs", "shapes.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1])
                .sorted();
        assertThat(rows).containsExactlyElementsOf(shapes().toList());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void letsTheGoodCaseIn(String shape) {
        assertThat(found(shape, "valid.ttl")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void stopsTheBadCaseInItsOwnWords(String shape) throws IOException {
        var golden = CASES.resolve(shape).resolve("message.txt");
        var said = found(shape, "invalid.ttl").stream()
                .map(finding -> "%s %s%s%s%n  %s%n  %s%n"
                        .formatted(
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.focus(),
                                finding.path().map(path -> " " + path).orElse(""),
                                finding.value().map(value -> " = " + value).orElse(""),
                                finding.message().zh(),
                                finding.message().en()))
                .sorted()
                .collect(joining());
        if (Boolean.getBoolean("shuqi.accept")) {
            Files.writeString(golden, said);
        }

        assertThat(said).isNotEmpty().isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theSecondEngineAgreesUnlessItIsListed(String shape) throws IOException {
        var second = results(found4j(shape, "invalid.ttl"));
        var gate = resultsOfGate(shape);
        var same = second.equals(gate) && results(found4j(shape, "valid.ttl")).isEmpty();

        assertThat(same)
                .as("%s: the second engine found %s, the gate %s", shape, second, gate)
                .isNotEqualTo(listed().contains(shape));
    }

    private static Set<String> listed() throws IOException {
        return Files.readAllLines(SHAPES.resolve("portability.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 2)[0])
                .collect(toCollection(TreeSet::new));
    }

    private static List<Violation> found(String shape, String file) {
        return GATE.checkAll(data(shape, file)).findings().stream()
                .filter(finding -> finding.shape().equals(Shacl.SHAPES + shape))
                .toList();
    }

    private static Set<String> resultsOfGate(String shape) {
        var report = GATE.checkAll(data(shape, "invalid.ttl")).rdf();
        return G.find(report, Node.ANY, Shacl.sh("sourceShape"), NodeFactory.createURI(Shacl.SHAPES + shape))
                .mapWith(triple -> triple.getSubject())
                .mapWith(result -> line(
                        one(report, result, "focusNode"),
                        one(report, result, "resultPath"),
                        one(report, result, "sourceConstraintComponent")))
                .toSet();
    }

    private static String one(Graph report, Node result, String term) {
        var found = G.listSP(report, result, Shacl.sh(term));
        return found.isEmpty() ? "" : found.get(0).isURI() ? found.get(0).getURI() : "_";
    }

    private static DatasetGraph data(String shape, String file) {
        var data = DatasetGraphFactory.create();
        var graph = NodeFactory.createURI("urn:x-test:data");
        RDFDataMgr.read(data.getGraph(graph), CASES.resolve("common.ttl").toString(), Lang.TURTLE);
        RDFDataMgr.read(data.getGraph(graph), CASES.resolve(shape).resolve(file).toString(), Lang.TURTLE);
        return data;
    }

    /** The report of the second engine, empty if it lets the data in. */
    private static Model found4j(String shape, String file) throws IOException {
        var repository = new SailRepository(new ShaclSail(new MemoryStore()));
        try (var connection = repository.getConnection()) {
            connection.begin();
            connection.add(new StringReader(turtle(around(shape))), RDFFormat.TURTLE, RDF4J.SHACL_SHAPE_GRAPH);
            connection.commit();
            connection.begin();
            connection.add(CASES.resolve("common.ttl").toFile());
            connection.add(CASES.resolve(shape).resolve(file).toFile());
            return committed(connection);
        } finally {
            repository.shutDown();
        }
    }

    private static Model committed(RepositoryConnection connection) {
        try {
            connection.commit();
            return new LinkedHashModel();
        } catch (RepositoryException e) {
            connection.rollback();
            if (e.getCause() instanceof ValidationException found) {
                return found.validationReportAsModel();
            }
            throw e;
        }
    }

    private static Set<String> results(Model report) {
        return report
                .filter(null, org.eclipse.rdf4j.model.vocabulary.RDF.TYPE, SHACL.VALIDATION_RESULT)
                .subjects()
                .stream()
                .map(result -> line(
                        one(report, result, SHACL.FOCUS_NODE),
                        one(report, result, SHACL.RESULT_PATH),
                        one(report, result, SHACL.SOURCE_CONSTRAINT_COMPONENT)))
                .collect(toCollection(TreeSet::new));
    }

    private static String one(Model report, Resource result, IRI term) {
        return report.filter(result, term, null).objects().stream()
                .findFirst()
                .map(value -> value.isIRI() ? value.stringValue() : "_")
                .orElse("");
    }

    private static String line(String focus, String path, String component) {
        return focus + " " + path + " " + component.replace(Shacl.NS, "");
    }

    /** The shape alone, with what it refers to. */
    private static Graph around(String shape) {
        var part = GraphMemFactory.createDefaultGraph();
        var open = new ArrayDeque<>(List.of(NodeFactory.createURI(Shacl.SHAPES + shape)));
        var seen = new HashSet<Node>(open);
        while (!open.isEmpty()) {
            G.find(ALL, open.remove(), Node.ANY, Node.ANY).forEachRemaining(triple -> {
                part.add(triple);
                var next = triple.getObject();
                var ours = next.isBlank() || next.isURI() && next.getURI().startsWith("https://w3id.org/shuqi/shapes");
                if (ours && seen.add(next)) {
                    open.add(next);
                }
            });
        }
        return part;
    }

    private static String turtle(Graph graph) {
        var text = new StringWriter();
        RDFDataMgr.write(text, graph, Lang.TURTLE);
        return text.toString();
    }

    private static List<String> languages(Node shape, Node property) {
        return G.listSP(ALL, shape, property).stream()
                .map(Node::getLiteralLanguage)
                .toList();
    }
}
