package org.shuqi.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The usual clients work with the endpoint as they are. */
class ClientsTest {

    private static final String PERMITTED = Endpoint.PREFIXES
            + "SELECT ?d { (?d organization:party-committee purpose:social-governance) sq:permits ?o }";

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

    @Test
    void rdf4jAsksAndReads() {
        var repository = new SPARQLRepository(endpoint.at("/sparql").toString());
        try (var connection = repository.getConnection();
                var rows = connection
                        .prepareTupleQuery(QueryLanguage.SPARQL, PERMITTED)
                        .evaluate();
                var graph = connection
                        .prepareGraphQuery(Endpoint.PREFIXES + "CONSTRUCT WHERE { dataset:population ?p ?o }")
                        .evaluate()) {
            assertThat(rows.stream().map(row -> row.getValue("d").stringValue()))
                    .containsExactly("http://localhost:8080/id/dataset/root-database");
            assertThat(graph.stream().count()).isGreaterThan(10);
            assertThat(connection.prepareBooleanQuery("ASK { ?s ?p ?o }").evaluate())
                    .isTrue();
        } finally {
            repository.shutDown();
        }
    }

    @Test
    void jenaAsksAndReads() {
        try (var connection = RDFConnectionRemote.newBuilder()
                .destination(endpoint.at("/").toString())
                .queryEndpoint("sparql")
                .gspEndpoint("data")
                .build()) {
            connection.querySelect(
                    PERMITTED, row -> assertThat(row.getResource("d").getURI())
                            .isEqualTo("http://localhost:8080/id/dataset/root-database"));
            assertThat(connection
                            .fetch("http://localhost:8080/id/graph/catalog/police")
                            .size())
                    .isGreaterThan(20);
            assertThat(connection.fetch().size())
                    .isGreaterThan(connection
                            .fetch("http://localhost:8080/id/graph/catalog/police")
                            .size());
            assertThat(connection.queryAsk("ASK { ?s ?p ?o }")).isTrue();
        }
        try (var describe = QueryExecutionHTTP.service(endpoint.at("/sparql").toString())
                .query("DESCRIBE <http://localhost:8080/id/dataset/population>")
                .build()) {
            assertThat(describe.execDescribe().size()).isGreaterThan(10);
        }
    }
}
