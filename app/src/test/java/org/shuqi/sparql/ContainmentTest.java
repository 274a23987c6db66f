package org.shuqi.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No query reaches out of the registry: a canary server hears nothing, a canary file is never read. */
class ContainmentTest {

    private static final String SECRET = "canary-7f3a";

    @TempDir
    static Path data;

    @TempDir
    static Path elsewhere;

    private static Endpoint endpoint;
    private static HttpServer canary;
    private static final AtomicInteger HEARD = new AtomicInteger();
    private static String canaryUrl;
    private static String canaryFile;

    @BeforeAll
    static void open() throws IOException {
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            HEARD.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "text/turtle");
            var body = ("<urn:canary> <urn:says> \"" + SECRET + "\" .").getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        canary.start();
        canaryUrl = "http://127.0.0.1:" + canary.getAddress().getPort() + "/";
        var file = Files.writeString(elsewhere.resolve("canary.ttl"), "<urn:canary> <urn:says> \"" + SECRET + "\" .");
        canaryFile = file.toUri().toString();
        endpoint = Endpoint.open(data, "first-row", "PT5S", "total", "PT5S");
    }

    @AfterAll
    static void close() {
        endpoint.close();
        canary.stop(0);
    }

    @BeforeEach
    void nothingHeardYet() {
        HEARD.set(0);
    }

    @AfterEach
    void nothingWasHeardAndTheServerIsAlive() {
        assertThat(HEARD.get()).isZero();
        assertThat(endpoint.ask("ASK { ?s ?p ?o }", "Accept", "application/json")
                        .body())
                .contains("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <CANARY> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <CANARY> { ?s ?p ?o } }",
                "SELECT * { VALUES ?where { <CANARY> } SERVICE ?where { ?s ?p ?o } }",
                "SELECT * { VALUES ?where { <CANARY> } SERVICE SILENT ?where { ?s ?p ?o } }",
                "SELECT * { ?a ?b ?c OPTIONAL { SERVICE <CANARY> { ?s ?p ?o } } }",
                "SELECT * { { ?a ?b ?c } UNION { SERVICE <CANARY> { ?s ?p ?o } } }",
                "SELECT * { ?a ?b ?c MINUS { SERVICE <CANARY> { ?a ?p ?o } } }",
                "SELECT * { { SELECT * { SERVICE <CANARY> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <CANARY> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <CANARY> { ?s ?p ?o } } }",
                "SELECT * { BIND(EXISTS { SERVICE <CANARY> { ?s ?p ?o } } AS ?x) }",
                "SELECT (EXISTS { SERVICE <CANARY> { ?s ?p ?o } } AS ?x) { ?a ?b ?c }",
                "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (EXISTS { SERVICE <CANARY> { ?s ?p ?o } })",
                "SELECT * { ?a ?b ?c } ORDER BY (EXISTS { SERVICE <CANARY> { ?s ?p ?o } })",
                "SELECT (SUM(IF(EXISTS { SERVICE <CANARY> { ?s ?p ?o } }, 1, 0)) AS ?x) { ?a ?b ?c }",
                "SELECT * { GRAPH ?g { SERVICE <CANARY> { ?s ?p ?o } } }",
                "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <CANARY> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE <CANARY> { ?s ?p ?o } }",
                "ASK { SERVICE <CANARY> { ?s ?p ?o } }",
            })
    void noQueryReachesAnotherService(String query) {
        var response = endpoint.post(query.replace("CANARY", canaryUrl), "Accept-Language", "en");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("cannot reach other services");
    }

    @ParameterizedTest
    @ValueSource(strings = {"URL", "FILE"})
    void noQueryReadsADocument(String what) {
        var where = what.equals("URL") ? canaryUrl : canaryFile;
        for (var query : new String[] {
            "SELECT * FROM <" + where + "> { ?s ?p ?o }",
            "SELECT * FROM NAMED <" + where + "> { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { GRAPH <" + where + "> { ?s ?p ?o } }",
            "DESCRIBE <" + where + ">",
            "CONSTRUCT { ?s ?p ?o } FROM <" + where + "> WHERE { ?s ?p ?o }",
        }) {
            assertThat(endpoint.post(query).body()).doesNotContain(SECRET);
            assertThat(endpoint.get("/sparql?query=" + Endpoint.encoded("SELECT * { ?s ?p ?o }") + "&default-graph-uri="
                                    + Endpoint.encoded(where))
                            .body())
                    .doesNotContain(SECRET);
        }
        assertThat(endpoint.get("/data?graph=" + Endpoint.encoded(where)).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOAD <CANARY>",
                "LOAD <FILE> INTO GRAPH <urn:x>",
                "LOAD SILENT <CANARY>",
                "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                "DROP ALL",
                "INSERT { ?s ?p ?o } WHERE { SERVICE <CANARY> { ?s ?p ?o } }",
            })
    void noUpdateIsTaken(String template) {
        var update = template.replace("CANARY", canaryUrl).replace("FILE", canaryFile);
        var asUpdate = endpoint.send(endpoint.request("/sparql")
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString(update)));
        var asForm = endpoint.send(endpoint.request("/sparql")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("update=" + Endpoint.encoded(update))));
        var atUpdate = endpoint.send(endpoint.request("/update")
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString(update)));

        assertThat(asUpdate.statusCode()).isEqualTo(403);
        assertThat(asForm.statusCode()).isEqualTo(403);
        assertThat(atUpdate.statusCode()).isEqualTo(403);
        assertThat(endpoint.post(update).statusCode()).isEqualTo(400);
        assertThat(endpoint.ask("SELECT * { ?s <urn:says> ?o }").body()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT (<java:org.apache.jena.sparql.function.library.now>() AS ?x) {}",
                "SELECT * { ?s ?p ?o FILTER(<java:org.apache.jena.sparql.function.library.now>() > 1) }",
                "SELECT * { FILTER EXISTS { BIND(<java:java.lang.Runtime>() AS ?x) } }",
                "SELECT (SUM(<java:java.lang.Runtime>(?o)) AS ?x) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o } ORDER BY <java:java.lang.Runtime>(?o)",
                "SELECT ?x { ?s ?p ?o } GROUP BY (<java:java.lang.Runtime>(?o) AS ?x)",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (?s = ?s) (<java:java.lang.Runtime>(?s) = 1)",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?p ?x FILTER(<java:java.lang.Runtime>(?x)) } }",
                "SELECT (IF(true, <java:java.lang.Runtime>(), 1) AS ?x) {}",
                "SELECT (COALESCE(1/0, <java:java.lang.Runtime>()) AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/jsFunction#evil>() AS ?x) {}",
                "SELECT (<http://jena.hpl.hp.com/ARQ/function#sha1sum>('x') AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#concat>('x', 'y') AS ?x) {}",
                "SELECT * { ?s <java:org.apache.jena.sparql.pfunction.library.bag> ?o }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s <java:org.apache.jena.sparql.pfunction.library.seq> ?o } }",
            })
    void noFunctionButTheListedOnesIsCalled(String query) {
        assertThat(endpoint.post(query).statusCode()).isEqualTo(403);
    }

    @Test
    void propertyFunctionsOfTheEngineAreOrdinaryProperties() {
        for (var property : new String[] {"str", "splitIRI", "strSplit", "concat", "versionARQ"}) {
            var query = "ASK { 'a:b' <http://jena.apache.org/ARQ/property#" + property + "> ?x }";
            assertThat(endpoint.post(query, "Accept", "application/json").body())
                    .doesNotContain("true");
        }
    }

    @Test
    void onlyPlainSparqlIsUnderstood() {
        for (var query : new String[] {
            "SELECT * { LET (?x := 1) }",
            "SELECT (CALL(<urn:f>) AS ?x) {}",
            "JSON { 'a': ?s } WHERE { ?s ?p ?o }",
            "SELECT * { ?s ?p ?o LATERAL { SELECT * { ?s ?p ?o } LIMIT 1 } }",
        }) {
            assertThat(endpoint.post(query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void noJsonLdContextIsFetched() {
        for (var context : new String[] {canaryUrl, canaryFile}) {
            var document = "{\"@context\": \"" + context + "\", \"@id\": \"urn:a\", \"urn:b\": \"c\"}";
            for (var method : new String[] {"POST", "PUT"}) {
                assertThat(endpoint.send(endpoint.request("/data?graph=urn:a")
                                        .header("Content-Type", "application/ld+json")
                                        .method(method, BodyPublishers.ofString(document)))
                                .statusCode())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void castsAndTheFunctionsOfSparqlAreThere() {
        assertThat(endpoint.rows("SELECT (xsd:integer('7') * 6 AS ?x) {}")).containsExactly("42");
        assertThat(endpoint.rows("SELECT (CONCAT('a', 'b') AS ?x) (REPLACE('abab', 'b', 'c') AS ?y) {}"))
                .containsExactly("\"ab\"\t\"acac\"");
        assertThat(endpoint.rows("SELECT (REPLACE('抽水'@zh, '水', '$0$0') AS ?x) (UCASE('é'@fr) AS ?y) {}"))
                .containsExactly("\"抽水水\"@zh\t\"É\"@fr");
        assertThat(endpoint.rows("SELECT (REGEX('Shuqi', '^SHU', 'i') AS ?x) (SUBSTR('abc', 2) AS ?y) {}"))
                .containsExactly("true\t\"bc\"");
        assertThat(endpoint.rows("SELECT (GROUP_CONCAT(?v; separator='-') AS ?x) { VALUES ?v { 1 2 3 } }"))
                .containsExactly("\"1-2-3\"");
    }
}
