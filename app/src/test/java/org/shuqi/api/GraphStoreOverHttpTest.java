package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.TestCallers;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.change.Changes;

/** The graph store protocol writes, by the same door as everything else. */
class GraphStoreOverHttpTest {

    private static final String BASE = "http://localhost:8080/id/graph/";
    private static final String ONE = concept("one");
    private static final String TWO = concept("two");

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void aGraphIsPutReadReplacedAddedToAndTakenAway() {
        var made = put("a", ONE);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(read("a")).contains("theme/one");

        var replaced = put("a", TWO);
        assertThat(replaced.status()).isEqualTo(204);
        assertThat(read("a")).contains("theme/two").doesNotContain("theme/one");

        assertThat(send("POST", "a", ONE).status()).isEqualTo(204);
        assertThat(read("a")).contains("theme/two").contains("theme/one");

        assertThat(send("DELETE", "a", "").status()).isEqualTo(204);
        assertThat(get("a").status()).isEqualTo(404);
        assertThat(send("DELETE", "a", "").status()).isEqualTo(404);
    }

    @Test
    void theTagIsTheConditionOfTheNextWrite() {
        var first = put("b", ONE).header("ETag");
        assertThat(get("b").header("ETag")).isEqualTo(first);
        assertThat(put("elsewhere", TWO).status()).isEqualTo(201);

        var second = put("b", TWO, "If-Match", first).header("ETag");
        assertThat(second).isNotEqualTo(first);
        var late = put("b", ONE, "If-Match", first);
        assertThat(late.status()).isEqualTo(412);
        assertThat(put("b", ONE, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(put("nothing", ONE, "If-Match", "*").status()).isEqualTo(412);
        assertThat(read("b")).contains("theme/two");
        assertThat(send("DELETE", "b", "", "If-Match", first).status()).isEqualTo(412);
        assertThat(send("DELETE", "b", "", "If-Match", second).status()).isEqualTo(204);
    }

    @Test
    void theSameAgainChangesNothing() {
        var document = ONE + "<http://localhost:8080/id/theme/one> <http://www.w3.org/2004/02/skos/core#note> [ "
                + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#value> \"注\"@zh ] .";
        var tag = put("c", document).header("ETag");
        var revision = api.revision();

        assertThat(put("c", document).header("ETag")).isEqualTo(tag);
        assertThat(api.revision()).isEqualTo(revision);
    }

    @Test
    void theShapesAreAskedAndTheLawIsObeyed() {
        var before = api.revision();
        var invalid =
                put("d", "<http://localhost:8080/id/organization/x> a <http://www.w3.org/ns/org#FormalOrganization> .");
        var inForce = send("DELETE", "agreement/A-2026-001", "");
        var emptied = put("agreement/A-2026-001", ONE);
        var needed = send("DELETE", "catalog/police", "");

        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.json().path("violations")).isNotEmpty();
        assertThat(inForce.status()).as(inForce.text()).isEqualTo(409);
        assertThat(emptied.status()).isEqualTo(409);
        assertThat(needed.status()).as(needed.text()).isIn(409, 422);
        assertThat(api.revision()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://w3id.org/shuqi/graph/shapes",
                "https://w3id.org/shuqi/graph/ontology",
                "urn:x-arq:DefaultGraph",
                "relative",
                "http://a b",
                "javascript:x",
                ""
            })
    void notEveryNameIsTheOperators(String graph) {
        for (var verb : List.of("PUT", "POST", "DELETE")) {
            var refused = sendTo("?graph=" + URLEncoder.encode(graph, StandardCharsets.UTF_8), verb, ONE);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        }
    }

    @Test
    void oneGraphIsNamedAndItIsNotTheUnion() {
        for (var query : List.of("", "?default", "?graph=http://a.example/&graph=http://b.example/")) {
            assertThat(sendTo(query, "PUT", ONE).status()).as(query).isEqualTo(400);
        }
        assertThat(sendTo("?graph=" + BASE + "e", "PUT", ONE, "Content-Type", "application/trig")
                        .status())
                .isEqualTo(415);
        assertThat(put("e", "<a> <b").status()).isEqualTo(400);
    }

    @Test
    void onlyTheOperatorWritesWholeGraphs() {
        var key = TestCallers.key(api.bean(Changes.class), "all-registrar", Appointment.everywhere(Role.REGISTRAR));
        var before = api.revision();

        assertThat(put("f", ONE, "Authorization", key).status()).isEqualTo(403);
        assertThat(send("DELETE", "catalog/police", "", "Authorization", key).status())
                .isEqualTo(403);
        assertThat(api.revision()).isEqualTo(before);
    }

    private static String concept(String name) {
        return "<http://localhost:8080/id/theme/" + name
                + "> a <http://www.w3.org/2004/02/skos/core#Concept> ; <http://www.w3.org/2004/02/skos/core#prefLabel> \""
                + name + "\"@zh .\n";
    }

    private static ApiServer.Reply put(String graph, String body, String... headers) {
        return send("PUT", graph, body, headers);
    }

    private static ApiServer.Reply send(String verb, String graph, String body, String... headers) {
        return sendTo("?graph=" + BASE + graph, verb, body, headers);
    }

    private static ApiServer.Reply sendTo(String query, String verb, String body, String... headers) {
        var all = new java.util.ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "text/turtle"));
        }
        return api.send(verb, "/data" + query, body, all.toArray(String[]::new));
    }

    private static ApiServer.Reply get(String graph) {
        return api.get("/data?graph=" + BASE + graph, "Accept", "text/turtle");
    }

    private static String read(String graph) {
        return get(graph).text();
    }
}
