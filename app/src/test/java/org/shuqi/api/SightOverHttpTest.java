package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Delta;

/**
 * What callers are shown over HTTP: the police and the court have an agreement and a catalogue of important data between
 * them, of which the statistics bureau must learn nothing, through whichever door it asks.
 */
class SightOverHttpTest {

    static final String SECRETS =
            """
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX level: <https://w3id.org/shuqi/code/level/>
            PREFIX attr: <https://w3id.org/shuqi/code/sharing-attribute/>
            PREFIX method: <https://w3id.org/shuqi/code/sharing-method/>
            PREFIX theme: <https://w3id.org/shuqi/code/theme/>
            PREFIX freq: <https://w3id.org/shuqi/code/update-frequency/>
            PREFIX fmt: <https://w3id.org/shuqi/code/format/>
            PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            BASE <http://localhost:8080/id/>
            <graph/catalog/hush> {
              <catalog/hush> a dcat:Catalog ; dct:publisher <organization/police> ; dcat:dataset <dataset/hush> , <dataset/plain> .
              <dataset/hush> a dcat:Dataset ; dct:identifier "999999/000001" ; dct:title "hushed entry"@en , "不公开"@zh ;
                dct:description "hushed"@en , "示例"@zh ; dct:publisher <organization/police> ; dcat:theme theme:statistics ;
                dct:format fmt:database ; dct:accrualPeriodicity freq:daily ; dct:issued "2025-09-01"^^xsd:date ;
                sq:sharingAttribute attr:unconditional ; sq:sharingMethod method:query ; sq:dataItem <dataset/hush/item/x> .
              <dataset/hush/item/x> a sq:DataItem ; dct:title "hushed item"@en , "示例"@zh ; sq:securityLevel level:important .
              <dataset/plain> a dcat:Dataset ; dct:identifier "999999/000002" ; dct:title "plain hushed entry"@en , "公开"@zh ;
                dct:description "hushed"@en , "示例"@zh ; dct:publisher <organization/police> ; dcat:theme theme:statistics ;
                dct:format fmt:database ; dct:accrualPeriodicity freq:daily ; dct:issued "2025-09-01"^^xsd:date ;
                sq:sharingAttribute attr:unconditional ; sq:sharingMethod method:query ; sq:dataItem <dataset/plain/item/x> .
              <dataset/plain/item/x> a sq:DataItem ; dct:title "hushed item"@en , "示例"@zh ; sq:securityLevel level:general-1 .
            }
            <graph/agreement/HUSH-1> {
              <agreement/HUSH-1> a sq:SharingAgreement ; dct:identifier "HUSH-1" ; dct:title "hushed agreement"@en , "协议"@zh ;
                sq:validFrom "2026-01-01T00:00:00+08:00"^^xsd:dateTime ; sq:validUntil "2027-01-01T00:00:00+08:00"^^xsd:dateTime ;
                odrl:permission <agreement/HUSH-1#p1> .
              <agreement/HUSH-1#p1> a odrl:Permission ; odrl:assigner <organization/police> ; odrl:assignee <organization/housing> ;
                odrl:action sq:receive ; odrl:target <dataset/hush> .
            }
            """;

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static String police;
    private static String stats;
    private static String auditor;

    @BeforeAll
    static void open() {
        api = ApiServer.closedWithExample(data);
        var changes = api.bean(Changes.class);
        police = TestCallers.key(changes, "police", in("police", Role.SHARING_OFFICE_HEAD));
        stats = TestCallers.key(changes, "stats", in("stats", Role.SYSTEM_CLIENT));
        auditor = TestCallers.key(changes, "auditor", Appointment.everywhere(Role.AUDITOR));
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(SECRETS, Lang.TRIG).parse(dataset);
        var quads = Iter.toList(dataset.find());
        changes.apply(
                new Change("hush the HUSH-1 affair", OptionalLong.empty(), now -> new Delta(List.of(), quads)),
                Caller.operator());
    }

    private static Appointment in(String organization, Role role) {
        return Appointment.in(NodeFactory.createURI(WorkedExample.organization(organization)), role);
    }

    private static ApiServer.Reply get(String path, String who, String... headers) {
        var all = new java.util.ArrayList<>(List.of("Authorization", who));
        all.addAll(List.of(headers));
        return api.get(path, all.toArray(String[]::new));
    }

    private static ApiServer.Reply post(String path, String body, String who, String... headers) {
        var all = new java.util.ArrayList<>(List.of("Authorization", who));
        all.addAll(List.of(headers));
        return api.post(path, body, all.toArray(String[]::new));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whoMayReadTheRecordsReadsThem() {
        for (var who : List.of(police, auditor)) {
            assertThat(get("/api/v1/agreements/HUSH-1", who).status()).isEqualTo(200);
            assertThat(get("/api/v1/datasets/hush", who).status()).isEqualTo(200);
            assertThat(get("/id/agreement/HUSH-1", who, "Accept", "text/turtle").text())
                    .contains("hushed agreement");
        }
    }

    /** Of everything that can be fetched as a whole, nothing in it gives the records away. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agreements?limit=1000",
                "/api/v1/agreements?q=hushed",
                "/api/v1/agreements?identifier=HUSH-1",
                "/api/v1/datasets?limit=1000",
                "/api/v1/datasets?q=hushed",
                "/api/v1/catalogs?limit=1000",
                "/api/v1/revisions?limit=1000",
                "/api/v1/decisions/matrix?limit=1000",
                "/api/v1/decisions/datasets?recipient=stats&partial=true",
                "/api/v1/decisions/holdings?recipient=stats",
                "/api/v1/supervision/violations",
                "/api/v1/supervision/indicators",
                "/api/v1/duties",
                "/api/v1/clocks",
                "/data?default",
                "/data?graph=union",
                "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D",
                "/sparql?query=SELECT%20*%20%7BGRAPH%20%3Fg%20%7B%3Fs%20%3Fp%20%3Fo%7D%7D",
            })
    void whatOthersFetchGivesNothingAway(String path) {
        var told =
                get(path, stats, "Accept", path.startsWith("/data") ? "application/n-quads, text/turtle;q=0.5" : "*/*");

        assertThat(told.status()).as(told.text()).isIn(200, 403, 404);
        assertThat(told.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("hush");
    }

    /** What is hidden and what is not there are answered alike, to the letter but for the name that was asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agreements/HUSH-1",
                "/api/v1/agreements/HUSH-1/transitions",
                "/api/v1/agreements/HUSH-1/versions",
                "/api/v1/agreements/HUSH-1/comparison",
                "/api/v1/datasets/hush",
                "/api/v1/catalogs/hush",
                "/api/v1/exports/catalogs/hush.csv",
                "/api/v1/exports/catalogs/hush.ttl",
                "/id/agreement/HUSH-1",
                "/id/dataset/hush",
                "/id/dataset/hush/item/x",
                "/data?graph=http%3A%2F%2Flocalhost%3A8080%2Fid%2Fgraph%2Fagreement%2FHUSH-1",
                "/api/v1/decisions?recipient=stats&dataset=hush&purpose=statistics",
                "/api/v1/decisions?recipient=stats&dataset=hush&items=no-such-item&purpose=statistics",
                "/api/v1/decisions/recipients?dataset=hush",
                "/api/v1/decisions/purposes?dataset=hush&recipient=stats",
                "/api/v1/decisions/onward?dataset=hush&recipient=stats",
            })
    void whatIsHiddenIsAnsweredLikeWhatIsNotThere(String path) {
        var hidden = get(path, stats);
        var absent = get(path.replace("HUSH-1", "NONE-1").replace("hush", "none"), stats);

        assertThat(hidden.status()).as(hidden.text()).isIn(403, 404).isEqualTo(absent.status());
        assertThat(hidden.text().replace("HUSH-1", "NONE-1").replace("hush", "none"))
                .isEqualTo(absent.text());
        assertThat(new TreeSet<>(hidden.response().headers().map().keySet()))
                .isEqualTo(new TreeSet<>(absent.response().headers().map().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE", "PUT"})
    void aWriteToWhatIsHiddenIsRefusedLikeOneToWhatIsNotThere(String verb) {
        var type = verb.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        var hidden = api.send(
                verb,
                "/api/v1/agreements/HUSH-1",
                verb.equals("DELETE") ? "" : "{}",
                "Authorization",
                stats,
                "If-Match",
                "\"3\"",
                "Content-Type",
                type);
        var absent = api.send(
                verb,
                "/api/v1/agreements/NONE-1",
                verb.equals("DELETE") ? "" : "{}",
                "Authorization",
                stats,
                "If-Match",
                "\"3\"",
                "Content-Type",
                type);

        assertThat(hidden.status()).isGreaterThanOrEqualTo(400);
        assertThat(hidden.text().replace("HUSH-1", "NONE-1")).isEqualTo(absent.text());
    }

    /** Each counts, or is true, if anything of the hidden graphs is seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { <http://localhost:8080/id/agreement/HUSH-1> ?p ?o }",
                "ASK { GRAPH <http://localhost:8080/id/graph/agreement/HUSH-1> {} }",
                "ASK { GRAPH <http://localhost:8080/id/graph/agreement/HUSH-1> { ?s ?p ?o } }",
                "ASK { GRAPH ?g { ?s ?p 'HUSH-1' } }",
                "ASK { ?s <http://purl.org/dc/terms/identifier>+ 'HUSH-1' }",
                "ASK { ?s !<urn:none> 'HUSH-1' }",
                "ASK { ?s (!<urn:none>)* 'HUSH-1' FILTER (isIRI(?s)) }",
                "ASK { <http://localhost:8080/id/organization/police> ^!<urn:none>/^!<urn:none>/!<urn:none> 'HUSH-1' }",
                "ASK { GRAPH <urn:x-arq:UnionGraph> { ?s ?p 'HUSH-1' } }",
                "ASK { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p 'HUSH-1' } }",
                "ASK FROM <http://localhost:8080/id/graph/agreement/HUSH-1> { ?s ?p ?o }",
                "ASK FROM <urn:x-arq:UnionGraph> { ?s ?p 'HUSH-1' }",
                "ASK FROM NAMED <http://localhost:8080/id/graph/agreement/HUSH-1> { GRAPH ?g { ?s ?p ?o } }",
                "ASK { VALUES ?g { <http://localhost:8080/id/graph/agreement/HUSH-1> } GRAPH ?g { ?s ?p ?o } }",
                "ASK { FILTER EXISTS { GRAPH ?g { ?s ?p 'HUSH-1' } } }",
                "ASK { FILTER NOT EXISTS { FILTER NOT EXISTS { ?s ?p 'HUSH-1' } } }",
                "ASK { BIND (1 AS ?x) MINUS { BIND (1 AS ?x) FILTER NOT EXISTS { ?s ?p 'HUSH-1' } } }",
                "ASK { { SELECT (COUNT(*) AS ?n) { ?s ?p 'HUSH-1' } } FILTER (?n > 0) }",
                "ASK { ?s ?p ?o FILTER (STRSTARTS(STR(?o), 'HUSH')) }",
                "PREFIX sq: <https://w3id.org/shuqi/ns#> ASK { (<http://localhost:8080/id/dataset/hush> ?r ?u) sq:permits ?x }",
                "PREFIX sq: <https://w3id.org/shuqi/ns#> ASK { (<http://localhost:8080/id/dataset/hush>"
                        + " <http://localhost:8080/id/organization/stats>"
                        + " <https://w3id.org/shuqi/code/purpose/statistics>) sq:permits ?x }",
                "PREFIX sq: <https://w3id.org/shuqi/ns#> ASK { BIND (sq:decide(<http://localhost:8080/id/dataset/hush>,"
                        + " <http://localhost:8080/id/organization/stats>,"
                        + " <https://w3id.org/shuqi/code/purpose/statistics>) AS ?x) FILTER (BOUND(?x)) }",
                "PREFIX sq: <https://w3id.org/shuqi/ns#> ASK { (?d <http://localhost:8080/id/organization/housing> ?u)"
                        + " sq:permits (?x ?grant) FILTER (CONTAINS(STR(?grant), 'HUSH')) }",
            })
    void noQueryComesNearWhatIsHidden(String query) {
        assertThat(ask(query, stats)).isFalse();
        if (!query.contains("purpose/") && !query.contains("sq:permits") && !query.contains("DefaultGraph>")) {
            assertThat(ask(query, auditor)).as("the query finds what is there").isTrue();
        }
    }

    private static boolean ask(String query, String who) {
        var reply = get("/sparql?query=" + encoded(query), who, "Accept", "application/sparql-results+json");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().get("boolean").asBoolean();
    }

    @Test
    void describingAHiddenRecordSaysNothing() {
        var reply = get(
                "/sparql?query="
                        + encoded("DESCRIBE <http://localhost:8080/id/agreement/HUSH-1> ?x { ?x ?p 'HUSH-1' }"),
                stats,
                "Accept",
                "application/n-triples");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isBlank();
    }

    @Test
    void theLogTellsWhoAndWhyOfNothingThatIsHidden() {
        var newest = get("/api/v1/revisions?limit=1", stats).json().get("items").get(0);
        var same = get("/api/v1/revisions?limit=1", auditor).json().get("items").get(0);

        assertThat(newest.get("withheld").asBoolean()).isTrue();
        assertThat(newest.has("reason")).isFalse();
        assertThat(newest.get("previous")).isEqualTo(same.get("previous"));
        assertThat(same.get("reason").asText()).contains("HUSH-1");
    }

    @Test
    void whoAsksAboutOthersIsTurnedAway() {
        var question = "/api/v1/decisions?recipient=housing&dataset=population&purpose=housing-fund";

        assertThat(get(question, stats).status()).isEqualTo(403);
        assertThat(get(question, police).status()).as("it provides the data").isEqualTo(200);
        assertThat(get(question, auditor).status()).isEqualTo(200);
        assertThat(get(question.replace("housing&dataset", "stats&dataset"), stats)
                        .status())
                .as("about itself")
                .isEqualTo(200);
    }

    /** Its catalogue is hidden for what else stands in it; a system may ask about it all the same, and sees it in no list. */
    @Test
    void whatIsNotItselfGuardedMayBeAskedAboutByName() {
        var answer = get("/api/v1/decisions?recipient=stats&dataset=plain&purpose=statistics", stats);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("outcome").asText()).isEqualTo("permit");
        assertThat(get("/api/v1/decisions/datasets?recipient=stats", stats).text())
                .doesNotContain("dataset/plain");
        assertThat(get("/api/v1/decisions/datasets?recipient=stats", auditor).text())
                .contains("dataset/plain");
        assertThat(get("/api/v1/datasets/plain", stats).status()).isEqualTo(404);
    }

    @Test
    void inBatchesOnlyTheOtherQuestionsAreAnswered() {
        var body =
                """
                [{"recipient": "stats", "dataset": "population", "purpose": "statistics"},
                 {"recipient": "housing", "dataset": "population", "purpose": "housing-fund"},
                 {"recipient": "stats", "dataset": "hush", "purpose": "statistics"}]""";

        var answers = post("/api/v1/decisions", body, stats).json();

        assertThat(answers.get(0).has("outcome")).isTrue();
        assertThat(answers.get(1).get("status").asInt()).isEqualTo(403);
        assertThat(answers.get(2).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void authzenTurnsAwayWhoAsksAboutOthers() {
        var evaluation =
                """
                {"subject": {"type": "organization", "id": "%s"}, "action": {"name": "receive"},
                 "resource": {"type": "dataset", "id": "population"}, "context": {"purpose": "statistics"}}""";

        assertThat(post("/access/v1/evaluation", evaluation.formatted("stats"), stats)
                        .status())
                .isEqualTo(200);
        assertThat(post("/access/v1/evaluation", evaluation.formatted("housing"), stats)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void searchesLeaveOthersOut() {
        var search =
                """
                {"subject": {"type": "organization"}, "action": {"name": "receive"},
                 "resource": {"type": "dataset", "id": "plain"}, "context": {}}""";

        var own = ids(post("/access/v1/search/subject", search, stats).json());
        var all = ids(post("/access/v1/search/subject", search, auditor).json());

        assertThat(all).as("it is open to every department").hasSizeGreaterThan(3);
        assertThat(own)
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith("/organization/stats");
        assertThat(ids(post("/access/v1/search/subject", search, police).json()))
                .as("it is theirs")
                .isEqualTo(all);
    }

    private static List<String> ids(JsonNode reply) {
        return Iter.iter(reply.get("results").elements())
                .map(result -> result.get("id").asText())
                .toList();
    }

    @Test
    void rowsAboutOthersAreLeftOutOfTheMatrixAndOfItsTotal() {
        var own = get("/api/v1/decisions/matrix?purpose=statistics&limit=1000", police)
                .json();

        assertThat(own.get("total").asLong()).isEqualTo(own.get("items").size()).isPositive();
        own.get("items").forEach(row -> assertThat(row.toString()).contains("organization/police"));
        for (var path : List.of(
                "/api/v1/decisions/matrix?purpose=statistics&limit=1000",
                "/api/v1/decisions/matrix?purpose=tax-enforcement&limit=1000")) {
            assertThat(get(path, stats).json().get("total").asLong())
                    .as(path)
                    .isLessThan(get(path, auditor).json().get("total").asLong());
        }
    }

    @Test
    void reviewsOfTheWholeRegisterAreForWhoSeesIt() {
        assertThat(get("/api/v1/reviews", stats).status()).isEqualTo(403);
        assertThat(get("/api/v1/reviews?limit=1", auditor).status()).isEqualTo(200);
    }

    @Test
    void withoutAKeyNothingIsTold() {
        for (var path :
                List.of("/api/v1/organizations", "/sparql?query=ASK%7B%7D", "/data?default", "/id/catalog/police")) {
            assertThat(api.get(path).status()).as(path).isEqualTo(401);
        }
    }
}
