package org.shuqi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sh;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** The code list says what the program finds, and the queries are fit to be read. */
class KindsTest {

    private static final Path ONTOLOGY = Path.of("..", "ontology");
    private static final Graph LIST = GraphFactory.createDefaultGraph();

    static {
        RDFDataMgr.read(
                LIST, ONTOLOGY.resolve("schemes/review-finding.ttl").toUri().toString());
    }

    @Test
    void theListHasEveryKindInItsGroupWithItsSeverity() {
        var severities = Map.of("Violation", "error", "Warning", "warning", "Info", "info");
        var listed = new TreeMap<String, String>();
        LIST.stream(Node.ANY, Sh.severity, Node.ANY)
                .forEach(triple -> listed.put(
                        code(triple.getSubject()),
                        code(object(triple.getSubject(), Skos.broader)) + " "
                                + severities.get(triple.getObject().getLocalName())));

        var found = Arrays.stream(FindingKind.values())
                .collect(Collectors.toMap(
                        FindingKind::code,
                        kind -> kind.group().code() + " " + kind.severity().code()));

        assertThat(listed).isEqualTo(found);
    }

    @Test
    void everyKindNamesItsLawOrStandard() {
        assertThat(FindingKind.values()).allSatisfy(kind -> assertThat(
                        LIST.contains(Sq.code("review-finding", kind.code()), Dct.source, Node.ANY))
                .as(kind.code())
                .isTrue());
    }

    @Test
    void everyKindHasACaseAndEveryCaseAKind() throws IOException {
        try (var folders = Files.list(ONTOLOGY.resolve("review/cases"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(FindingKind.values())
                            .map(FindingKind::code)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryBeginsWithTheRule(Path query) throws IOException {
        var text = Files.readString(query);

        assertThat(text).startsWith("# ");
        assertThat(QueryFactory.create(text).isSelectType()).isTrue();
    }

    static Stream<Path> queries() throws IOException {
        try (var files = Files.list(ONTOLOGY.resolve("review"))) {
            var queries = new TreeSet<>(
                    files.filter(file -> file.toString().endsWith(".rq")).toList());
            assertThat(queries).hasSizeGreaterThan(10);
            return queries.stream();
        }
    }

    private static Node object(Node subject, Node property) {
        return LIST.stream(subject, property, Node.ANY)
                .findFirst()
                .orElseThrow()
                .getObject();
    }

    private static String code(Node concept) {
        return concept.getURI().replaceAll(".*/", "");
    }
}
