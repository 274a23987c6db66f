package org.shuqi.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint speaks the SPARQL 1.1 protocol and the graph store protocol, reading. */
class ProtocolTest {

    private static final String TITLES = "SELECT ?t { ?d <http://purl.org/dc/terms/title> ?t } ORDER BY ?t LIMIT 3";
    private static final String POPULATION_GRAPH = "http://localhost:8080/id/graph/catalog/police";

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
    void aQueryIsAnsweredInAllThreeWaysOfAsking() {
        var got = endpoint.ask(TITLES);
        var posted = endpoint.post(TITLES);
        var form = endpoint.send(endpoint.request("/sparql")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString("query=" + Endpoint.encoded(TITLES))));

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).contains("bindings").isEqualTo(posted.body()).isEqualTo(form.body());
        assertThat(got.headers().firstValue("Shuqi-Revision")).contains("2");
        assertThat(got.headers().map()).doesNotContainKeys("server");
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, {",
        "application/sparql-results+xml, <?xml",
        "text/csv, t",
        "text/tab-separated-values, ?t",
        "application/sparql-results+thrift, ''",
    })
    void rowsComeInTheFormatAskedFor(String format, String beginning) {
        var response = endpoint.ask(TITLES, "Accept", format);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(format);
        assertThat(response.body().strip()).startsWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/ld+json",
                "application/n-triples",
                "application/rdf+xml",
                "application/trig",
            })
    void triplesComeInTheFormatAskedFor(String format) {
        for (var query : new String[] {
            "CONSTRUCT WHERE { <http://localhost:8080/id/dataset/population> ?p ?o }",
            "DESCRIBE <http://localhost:8080/id/dataset/population>",
        }) {
            var response = endpoint.ask(query, "Accept", format);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(format);
            assertThat(response.body()).contains("307001/000001");
        }
    }

    @Test
    void anAskIsAnswered() {
        assertThat(endpoint.ask("ASK { ?s ?p ?o }", "Accept", "application/sparql-results+json")
                        .body())
                .containsPattern("\"boolean\"\\s*:\\s*true");
        assertThat(endpoint.ask("ASK { ?s <urn:none> ?o }", "Accept", "application/sparql-results+json")
                        .body())
                .containsPattern("\"boolean\"\\s*:\\s*false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sparql?query=SELECT                                  | 400 | malformed",
                "/sparql?query=                                        | 400 | malformed",
                "/sparql?other=1                                       | 400 | malformed",
                "/sparql?query=ASK%7B%7D&query=ASK%7B%7D               | 400 | malformed",
                "/sparql?update=CLEAR%20ALL                            | 403 | forbidden",
                "/sparql?query=ASK%7B%7D&callback=x                    | 400 | unusable",
                "/sparql?query=ASK%7B%7D&force-accept=text/html        | 400 | unusable",
                "/data                                                 | 400 | malformed",
                "/data?default&graph=urn:x                             | 400 | malformed",
                "/data?graph=urn:none                                  | 404 | unknown-identifier",
                "/update                                               | 403 | forbidden",
            })
    void whatIsNotAQueryIsRefusedWithAProblem(String path, int status, String kind) {
        var response = endpoint.get(path, "Accept-Language", "en");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(response.body()).contains("/" + kind + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/sparql, POST, application/sparql-update, 403",
        "/sparql, POST, text/plain, 415",
        "/sparql, PUT, application/sparql-query, 405",
        "/sparql, DELETE, text/plain, 405",
        "/data?default, POST, text/turtle, 400",
        "/data?default, PUT, text/turtle, 400",
        "/data?default, DELETE, text/turtle, 400",
        "/data?default, PATCH, text/turtle, 405",
    })
    void theUnionIsNotWritten(String path, String method, String type, int status) {
        var response = endpoint.send(endpoint.request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString("<urn:a> <urn:b> <urn:c> .")));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(endpoint.ask("ASK { <urn:a> ?p ?o }").body()).doesNotContain("true");
    }

    @Test
    void aFormatThatIsNotOfferedIsRefused() {
        assertThat(endpoint.ask(TITLES, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(endpoint.ask("CONSTRUCT WHERE { ?s ?p ?o }", "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(406);
        assertThat(endpoint.get("/data?default", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void problemsAreInTheLanguageOfTheCaller() {
        assertThat(endpoint.get("/sparql?update=x").body()).contains("此处只读");
        assertThat(endpoint.get("/sparql?update=x", "Accept-Language", "zh-CN").body())
                .contains("此处只读");
        assertThat(endpoint.get("/sparql?update=x", "Accept-Language", "en-GB").body())
                .contains("only reads");
    }

    @Test
    void theDatasetOfTheProtocolIsUsed() {
        var population = "ASK { <http://localhost:8080/id/dataset/population> ?p ?o }";
        var query = "/sparql?query=" + Endpoint.encoded(population);

        assertThat(endpoint.get(query).body()).contains("true");
        assertThat(endpoint.get(query + "&default-graph-uri=" + Endpoint.encoded(POPULATION_GRAPH))
                        .body())
                .contains("true");
        assertThat(endpoint.get(query + "&default-graph-uri=urn:none").body()).contains("false");
        assertThat(endpoint.get(query + "&named-graph-uri=" + Endpoint.encoded(POPULATION_GRAPH))
                        .body())
                .contains("false");
        assertThat(endpoint.ask(
                                "SELECT (COUNT(DISTINCT ?g) AS ?n) FROM NAMED <" + POPULATION_GRAPH
                                        + "> { GRAPH ?g { ?s ?p ?o } }",
                                "Accept",
                                "text/csv")
                        .body()
                        .lines())
                .containsExactly("n", "1");
    }

    @Test
    void theEndpointDescribesItself() {
        var response = endpoint.get("/sparql", "Accept", "text/turtle");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("SPARQL11Query", "UnionDefaultGraph", "ns#decide", "ns#permits")
                .contains(endpoint.at("/sparql").toString());
    }

    @Test
    void aGraphIsReadByName() {
        var response =
                endpoint.get("/data?graph=" + Endpoint.encoded(POPULATION_GRAPH), "Accept", "application/n-triples");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Shuqi-Revision")).contains("2");
        assertThat(response.body()).contains("307001/000001").doesNotContain("306001/000001");
        assertThat(endpoint.get("/data?default", "Accept", "application/n-triples")
                        .body())
                .contains("307001/000001", "306001/000001");
    }

    @Test
    void theShapesAreANamedGraph() {
        var found = endpoint.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s a <http://www.w3.org/ns/shacl#NodeShape> } }");
        var graph = endpoint.get(
                "/data?graph=" + Endpoint.encoded("https://w3id.org/shuqi/graph/shapes"), "Accept", "text/turtle");

        assertThat(found).containsExactly("<https://w3id.org/shuqi/graph/shapes>");
        assertThat(graph.statusCode()).isEqualTo(200);
        assertThat(graph.body()).contains("S-CAT");
    }

    @Test
    void anyApplicationIsGivenATypeThatIsRegistered() {
        assertThat(endpoint.get("/data?default", "Accept", "application/*")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/n-triples");
        assertThat(endpoint.get("/data?default", "Accept", "application/turtle")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/turtle");
    }

    @Test
    void headersCanBeAskedForAlone() {
        var head = endpoint.send(endpoint.request("/data?default").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void headersOfAResultCanBeAskedForAlone() {
        var head = endpoint.send(endpoint.request("/sparql?query=" + Endpoint.encoded(TITLES), "Accept", "text/csv")
                .method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "XML, application/sparql-results+xml", "text/csv, text/csv", "text, text/plain"})
    void theFormatMayBeAParameter(String output, String type) {
        for (var parameter : new String[] {"output", "format", "results"}) {
            var response = endpoint.get(
                    "/sparql?query=" + Endpoint.encoded(TITLES) + "&" + parameter + "=" + Endpoint.encoded(output));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
        }
        assertThat(endpoint.get("/sparql?query=ASK%7B%7D&output=turtle").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSemicolonSeparatesNoParameters() {
        assertThat(endpoint.get("/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo;%3Fq%20%3Fr%7D")
                        .body())
                .contains("true");
    }

    @Test
    void aFormThatIsNotEscapedAsItShouldBeIsRefused() {
        var response = endpoint.send(endpoint.request("/sparql", "Accept-Language", "en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("query=%zz")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("percent-encoded");
    }

    @Test
    void aResultTooLargeToBeKeptBackComesWhole() {
        var wide = "SELECT ('" + "x".repeat(6000) + "' AS ?x) ?s { ?s ?p ?o } LIMIT 500";

        var response = endpoint.post(wide, "Accept", "text/csv");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(response.headers().firstValue("Shuqi-Revision")).contains("2");
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(response.body().lines()).hasSize(501).allMatch(line -> line.length() > 2);
        assertThat(response.body().length()).isGreaterThan(500 * 6000);
    }
}
