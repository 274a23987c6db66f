package org.shuqi.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store notes for itself beside the named graphs is seen by no query, whichever way it looks. */
class HiddenGraphTest {

    @TempDir
    static Path data;

    private static Endpoint endpoint;

    @BeforeAll
    static void open() {
        endpoint = Endpoint.open(data);
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    /** The predicates that the registry's data use are all http(s) or urn:uuid; the store's own notes are not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o NOTE }",
                "SELECT * { GRAPH ?g { ?s ?p ?o } NOTE }",
                "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } NOTE }",
                "SELECT * { GRAPH <urn:x-arq:DefaultGraphNode> { ?s ?p ?o } NOTE }",
                "SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } NOTE }",
                "SELECT * { VALUES ?g { <urn:x-arq:DefaultGraph> <urn:x-arq:DefaultGraphNode> } "
                        + "GRAPH ?g { ?s ?p ?o } NOTE }",
                "SELECT * FROM <urn:x-arq:DefaultGraph> { ?s ?p ?o NOTE }",
                "SELECT * FROM <urn:x-arq:DefaultGraphNode> { ?s ?p ?o NOTE }",
                "SELECT * FROM <urn:x-arq:UnionGraph> { ?s ?p ?o NOTE }",
                "SELECT * FROM NAMED <urn:x-arq:DefaultGraph> { GRAPH ?g { ?s ?p ?o } NOTE }",
                "SELECT * FROM <urn:x-arq:UnionGraph> FROM NAMED <urn:x-arq:DefaultGraph> "
                        + "{ GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } NOTE }",
            })
    void noPatternFindsAnythingThatIsInNoNamedGraph(String template) {
        var query = template.replace("NOTE", "FILTER NOT EXISTS { GRAPH ?any { ?s ?p ?o } }");
        // inside FROM the inner GRAPH sees other graphs, so there the schemes of the predicates are looked at
        var withinFrom = template.replace("NOTE", "FILTER(!STRSTARTS(STR(?p), 'http'))");

        assertThat(endpoint.rows(query.contains("FROM") ? withinFrom : query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                "SELECT (COUNT(*) AS ?n) { ?s !<urn:none> ?o }",
                "SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
                "SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:DefaultGraphNode> { ?s ?p ?o } }",
                "SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:UnionGraph> { ?s !<urn:none> ?o } }",
                "SELECT (COUNT(*) AS ?n) FROM <urn:x-arq:UnionGraph> { ?s ?p ?o }",
                "SELECT (COUNT(*) AS ?n) FROM <urn:x-arq:DefaultGraph> { ?s ?p ?o }",
                "SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } } }",
            })
    void everyWayOfCountingCountsTheUnionOfTheNamedGraphs(String query) {
        assertThat(endpoint.rows(query))
                .isEqualTo(endpoint.rows("SELECT (COUNT(DISTINCT *) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
                        .replace("COUNT(DISTINCT *)", "COUNT(*)")
                        .replace("{ GRAPH", "{ { SELECT DISTINCT ?s ?p ?o { GRAPH")
                        .concat(" } }")));
    }

    @Test
    void theStoresNotesAreHidden() throws IOException {
        var notes = notesOfTheStore();

        assertThat(notes)
                .as("the store notes something, else this proves nothing")
                .isNotEmpty();
        for (var note : notes) {
            var term = "<" + note + ">";
            assertThat(endpoint.rows("SELECT * { " + term + " ?p ?o }")).isEmpty();
            assertThat(endpoint.rows("SELECT * { ?s " + term + " ?o }")).isEmpty();
            assertThat(endpoint.rows("SELECT * { ?s (" + term + ")+ ?o }")).isEmpty();
            assertThat(endpoint.rows("SELECT * { " + term + " !<urn:none> ?o }"))
                    .isEmpty();
            assertThat(endpoint.rows("SELECT * { GRAPH ?g { ?s (" + term + "|^" + term + ") ?o } }"))
                    .isEmpty();
            assertThat(endpoint.post("ASK { " + term + " ?p ?o }", "Accept", "application/json")
                            .body())
                    .doesNotContain("true");
            assertThat(endpoint.post("DESCRIBE " + term, "Accept", "application/n-triples")
                            .body())
                    .isEmpty();
            assertThat(endpoint.get("/data?graph=" + Endpoint.encoded(note)).statusCode())
                    .isEqualTo(404);
            assertThat(endpoint.get("/data?default", "Accept", "application/n-triples")
                            .body())
                    .doesNotContain(term);
        }
    }

    /** The IRIs that stand in the database's own default graph and in no named graph, read past every guard. */
    private static List<String> notesOfTheStore() throws IOException {
        try (var folders = Files.walk(data)) {
            var location = folders.filter(folder -> folder.endsWith("Data-0001"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
            var database = DatabaseMgr.connectDatasetGraph(location.toString());
            return Txn.calculateRead(database, () -> Iter.iter(
                            database.getDefaultGraph().find())
                    .flatMap(triple -> Iter.of(triple.getSubject(), triple.getPredicate()))
                    .filter(node -> node.isURI() && !database.getUnionGraph().contains(node, Node.ANY, Node.ANY))
                    .map(Node::getURI)
                    .filter(iri -> iri.startsWith("urn:"))
                    .distinct()
                    .toList());
        }
    }

    @Test
    void theNamesOfTheDefaultGraphAreNotGraphs() {
        assertThat(endpoint.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))
                .isNotEmpty()
                .noneMatch(graph -> graph.contains("urn:x-arq"));
        assertThat(endpoint.rows("SELECT ?g { GRAPH ?g {} }")).noneMatch(graph -> graph.contains("urn:x-arq"));
    }
}
