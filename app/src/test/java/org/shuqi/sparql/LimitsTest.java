package org.shuqi.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that asks too much is told so, and never takes the rest down. */
class LimitsTest {

    private static final Duration TOTAL = Duration.ofSeconds(3);
    private static final Duration SLACK = Duration.ofSeconds(5);
    /** Takes hours over the code lists that every registry holds. */
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

    @TempDir
    static Path data;

    private static Endpoint endpoint;

    @BeforeAll
    static void open() {
        endpoint = Endpoint.open(
                data,
                "first-row",
                TOTAL.toString(),
                "total",
                TOTAL.toString(),
                "rows",
                "2000",
                "held",
                "5000",
                "concurrent",
                "3",
                "bytes",
                "5000000");
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENDLESS,
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?a)) = 1000 * STRLEN(STR(?d)) + 7) }",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?a)) = 1000 * STRLEN(STR(?d)) + 7) }",
                "SELECT (MAX(?a) AS ?x) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(STR(?a)) = 1000 * STRLEN(STR(?d)) + 7) }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(STR(?a)) = 1000 * STRLEN(STR(?d)) + 7) } ORDER BY ?a",
                "SELECT * { ?a (!<urn:none>)+ ?b . ?c (!<urn:none>)+ ?d FILTER(STRLEN(STR(?a)) = 1000 * STRLEN(STR(?d)) + 7) }",
                "CONSTRUCT { ?a ?b <urn:x> } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(STR(?a)) = 1000 * STRLEN(STR(?d)) + 7) }",
            })
    void aQueryThatTakesTooLongIsStopped(String query) {
        var start = Instant.now();

        var response = endpoint.post(query, "Accept-Language", "en");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("took too long");
        assertThat(Duration.between(start, Instant.now())).isLessThan(TOTAL.plus(SLACK));
    }

    @Test
    void aRegularExpressionWithoutEndIsStoppedToo() {
        var response = endpoint.post("SELECT (REGEX('" + "a".repeat(60) + "', '^(a+a+)+\\\\1b$') AS ?x) {}");

        assertThat(response.statusCode()).isEqualTo(503);
    }

    @Test
    void aResultWithTooManyRowsIsAnErrorNotACut() {
        var response = endpoint.post("SELECT * { ?s ?p ?o }", "Accept", "text/csv", "Accept-Language", "en");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("limit-exceeded", "more than 2000 rows");
        assertThat(endpoint.rows("SELECT * { ?s ?p ?o } LIMIT 2000")).hasSize(2000);
        assertThat(endpoint.post("CONSTRUCT WHERE { ?s ?p ?o }").statusCode()).isEqualTo(400);
        assertThat(endpoint.post("DESCRIBE ?s { ?s ?p ?o }").statusCode()).isEqualTo(400);
    }

    @Test
    void aResultTooLargeOnceOnItsWayIsBrokenOff() {
        var long1 = "'" + "x".repeat(6000) + "'";
        var large = "SELECT (" + long1 + " AS ?x) { ?s ?p ?o } LIMIT 2000";

        // again and again, because a connection that is about to close behaves differently
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(
                                    endpoint.request("/sparql?query=" + Endpoint.encoded(large), "Accept", "text/csv")
                                            .build(),
                                    BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT DISTINCT ?s ?p ?o ?x { ?s ?p ?o . VALUES ?x { 1 2 3 } } OFFSET 100000 | distinct",
                "SELECT (COUNT(*) AS ?n) { { SELECT * { ?s ?p ?o } ORDER BY ?o } } | order",
                "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o } | count distinct",
                "SELECT (COUNT(*) AS ?n) { { SELECT ?s ?p ?o { ?s ?p ?o } GROUP BY ?s ?p ?o } } | group",
                "SELECT (COUNT(*) AS ?n) { { SELECT ?s ?o { ?s ?p ?o } LIMIT 100000 } { SELECT ?o ?x { ?o ?q ?x } LIMIT 100000 } } | join",
            })
    void whatHasToBeHeldInMemoryIsCounted(String query, String what) {
        var response = endpoint.post(query, "Accept-Language", "en");

        assertThat(response.statusCode()).as(what).isEqualTo(400);
        assertThat(response.body()).contains("more than 5000 rows in memory");
    }

    @Test
    void manyRowsMayBeCountedIfFewAreHeld() {
        assertThat(endpoint.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).hasSize(1);
        assertThat(endpoint.rows("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"))
                .hasSizeGreaterThan(10);
    }

    @Test
    void aLimitMetInAFilterEndsTheQueryInsteadOfShorteningTheResult() {
        var line = "x".repeat(50_000);

        var response = endpoint.post(
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (STRLEN(CONCAT(STR(?s), '%s')) > 0) }".formatted(line));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("limit-exceeded");
    }

    @Test
    void textThatGrowsOutOfBoundsIsRefused() {
        var doubling = new StringBuilder("BIND('0123456789' AS ?t0) ");
        var squaring = new StringBuilder("BIND(9999999999 AS ?n0) ");
        var replacing = new StringBuilder("BIND('aa' AS ?r0) ");
        for (var i = 0; i < 40; i++) {
            doubling.append("BIND(CONCAT(?t%d, ?t%d) AS ?t%d) ".formatted(i, i, i + 1));
            squaring.append("BIND(?n%d * ?n%d AS ?n%d) ".formatted(i, i, i + 1));
            replacing.append("BIND(REPLACE(?r%d, 'a', 'aaaa') AS ?r%d) ".formatted(i, i + 1));
        }
        for (var growing : List.of(
                "SELECT (STRLEN(?t40) AS ?n) {" + doubling + "}",
                "SELECT (STRLEN(?r40) AS ?n) {" + replacing + "}",
                "SELECT (STRLEN(STR(?n40)) AS ?n) {" + squaring + "}",
                "SELECT (STRLEN(GROUP_CONCAT(?s; separator='" + "-".repeat(50_000) + "')) AS ?n) { ?s ?p ?o }")) {
            var response = endpoint.post(growing);

            assertThat(response.statusCode()).as(growing.substring(0, 40)).isEqualTo(400);
            assertThat(response.body()).contains("limit-exceeded");
        }
    }

    @Test
    void aRegularExpressionThatIsTooLongIsRefused() {
        var pattern = "a".repeat(1001);

        assertThat(endpoint.post("SELECT (REGEX('a', '" + pattern + "') AS ?x) {}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(endpoint.post("SELECT (REPLACE('a', '" + pattern + "', 'b') AS ?x) {}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aQueryThatIsTooLongIsRefused() {
        assertThat(endpoint.post("ASK { } #" + "x".repeat(65_600)).statusCode()).isEqualTo(413);
        assertThat(endpoint.post("ASK { } #" + "x".repeat(60_000)).statusCode()).isEqualTo(200);
    }

    @Test
    void aQueryNestedTooDeeplyIsRefused() {
        for (var deep : List.of(
                "SELECT * " + "{".repeat(20_000) + "}".repeat(20_000),
                "ASK { FILTER(" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ") }",
                "ASK { FILTER(" + "!".repeat(30_000) + "true) }",
                "ASK { FILTER(1" + "+1".repeat(30_000) + " > 0) }",
                "ASK { FILTER(true" + "||true".repeat(9_000) + ") }",
                "ASK { " + "{} UNION ".repeat(7_000) + "{} }",
                "ASK { ?s " + "^".repeat(30_000) + "<urn:p> ?o }")) {
            assertThat(endpoint.post(deep).statusCode())
                    .as(deep.substring(0, 30))
                    .isIn(200, 400);
        }
        assertThat(endpoint.post("SELECT * " + "{".repeat(200) + "}".repeat(200))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void oneTooManyAtOnceIsToldToComeBack() {
        var running = new ArrayList<CompletableFuture<Integer>>();
        IntStream.range(0, 6)
                .forEach(i -> running.add(CompletableFuture.supplyAsync(
                                () -> endpoint.post(ENDLESS, "Accept-Language", "en"))
                        .thenApply(r -> {
                            assertThat(r.headers().firstValue("Retry-After")).isPresent();
                            return r.body().contains("too many queries") ? 1 : 0;
                        })));

        var refused = running.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(refused).isEqualTo(3);
        assertThat(endpoint.ask("ASK {}").statusCode()).isEqualTo(200);
    }

    @Test
    void aQueryEndsWhenItsClientHangsUp(@TempDir Path folder) throws Exception {
        try (var patient = Endpoint.open(folder, "first-row", "PT5M", "total", "PT5M")) {
            try (var socket = new Socket("127.0.0.1", patient.port())) {
                socket.getOutputStream()
                        .write(("GET /sparql?query=" + Endpoint.encoded(ENDLESS)
                                        + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                await(() -> patient.part(SparqlDoor.class).running() == 1);
            }

            await(() -> patient.part(SparqlDoor.class).running() == 0);

            await(() -> patient.part(SparqlDoor.class).underWay() == 0);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    @Test
    void manyRequestsOnOneConnectionLeaveNothingBehind() throws InterruptedException {
        for (var i = 0; i < 50; i++) {
            assertThat(endpoint.ask("ASK {}").statusCode()).isEqualTo(200);
        }

        await(() -> endpoint.part(SparqlDoor.class).underWay() == 0);
    }
}
