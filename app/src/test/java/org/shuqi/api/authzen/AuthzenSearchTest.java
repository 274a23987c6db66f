package org.shuqi.api.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.api.ApiServer;
import org.shuqi.record.JsonTree;

/** What the OpenID AuthZEN Authorization API 1.0 demands of searches and of the metadata, by its sections. */
class AuthzenSearchTest {

    private static final String CONTEXT =
            """
            "context":{"purpose":"statistics","at":"2026-06-01T12:00:00+08:00"}""";
    private static final String RECEIVE = """
            "action":{"name":"receive","properties":{"method":"file"}}""";
    private static final Map<String, String> SEARCHES = Map.of(
            "subject",
            "{\"subject\":{\"type\":\"organization\"}," + RECEIVE
                    + ",\"resource\":{\"type\":\"dataset\",\"id\":\"yearbook\"}," + CONTEXT + "}",
            "resource",
            "{\"subject\":{\"type\":\"organization\",\"id\":\"tax\"}," + RECEIVE
                    + ",\"resource\":{\"type\":\"dataset\"}," + CONTEXT + "}",
            "action",
            "{\"subject\":{\"type\":\"organization\",\"id\":\"tax\"},"
                    + "\"resource\":{\"type\":\"dataset\",\"id\":\"yearbook\"}," + CONTEXT + "}");

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void section_8_1_whatASubjectSearchFindsIsPermittedAndWhatItDoesNotIsNot() {
        var found = ids(search("subject", body("subject")));
        var everybody = new TreeSet<String>();
        api.get("/api/v1/organizations?limit=1000").json().path("items").forEach(one -> {
            // a collection of organisations is none itself
            if (one.has("organType")) {
                everybody.add(one.path("id").asText());
            }
        });

        assertThat(found).isNotEmpty();
        assertThat(everybody).hasSizeGreaterThan(found.size()).allSatisfy(one -> assertThat(
                        decision(body("subject"), "subject", one))
                .as(one)
                .isEqualTo(found.contains(one)));
    }

    @Test
    void section_8_1_whatAResourceSearchFindsIsPermittedAndWhatItDoesNotIsNot() {
        var found = ids(search("resource", body("resource")));
        var everything = new TreeSet<String>();
        api.get("/api/v1/datasets?limit=1000")
                .json()
                .path("items")
                .forEach(one -> everything.add(one.path("id").asText()));

        assertThat(found).isNotEmpty();
        assertThat(everything).hasSizeGreaterThan(found.size()).allSatisfy(one -> assertThat(
                        decision(body("resource"), "resource", one))
                .as(one)
                .isEqualTo(found.contains(one)));
    }

    @Test
    void section_8_1_whatASearchForItemsFindsIsPermitted() {
        var search = parse(
                """
                {"subject":{"type":"organization","id":"housing"},"action":{"name":"receive"},
                 "resource":{"type":"data-item"},
                 "context":{"purpose":"housing-fund","at":"2026-06-01T12:00:00+08:00"}}""");

        var results = search("resource", search).path("results");

        assertThat(ids(search("resource", search)))
                .anyMatch(id -> id.endsWith("population/item/name"))
                .noneMatch(id -> id.endsWith("population/item/fingerprint"));
        results.forEach(item -> {
            var evaluation = search.deepCopy();
            evaluation.set("resource", item);
            assertThat(api.post("/access/v1/evaluation", evaluation.toString())
                            .json()
                            .path("decision")
                            .booleanValue())
                    .as(item.toString())
                    .isTrue();
        });
    }

    @Test
    void section_8_1_whatAnActionSearchFindsIsPermittedAndWhatItDoesNotIsNot() {
        var search = body("action");

        var methods = new ArrayList<String>();
        search("action", search).path("results").forEach(action -> {
            assertThat(action.path("name").asText()).isEqualTo("receive");
            methods.add(action.path("properties").path("method").asText());
        });

        assertThat(methods).isNotEmpty();
        for (var method : List.of("verify", "query", "batch", "file")) {
            var evaluation = search.deepCopy();
            evaluation
                    .putObject("action")
                    .put("name", "receive")
                    .putObject("properties")
                    .put("method", method);
            assertThat(api.post("/access/v1/evaluation", evaluation.toString())
                            .json()
                            .path("decision")
                            .booleanValue())
                    .as(method)
                    .isEqualTo(methods.contains(method));
        }
    }

    @Test
    void section_8_2_pagesLeadToOneAnotherUntilTheTokenIsEmpty() {
        var whole = ids(search("subject", body("subject")));
        var pages = new ArrayList<String>();
        var request = body("subject");
        request.putObject("page").put("limit", 2);
        for (var token = "first"; !token.isEmpty(); ) {
            var response = search("subject", request);
            var page = response.path("page");
            pages.addAll(ids(response));
            assertThat(page.path("count").asInt())
                    .isEqualTo(response.path("results").size())
                    .isLessThanOrEqualTo(2);
            assertThat(page.path("total").asInt()).isEqualTo(whole.size());
            token = page.path("next_token").textValue();
            request.putObject("page").put("token", token);
        }

        assertThat(whole).hasSizeGreaterThan(2);
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void section_8_2_1_nothingElseMayChangeWhilePagesAreTurned() {
        var first = body("subject");
        first.putObject("page").put("limit", 1);
        var token = search("subject", first).path("page").path("next_token").textValue();

        var otherContext = body("subject");
        otherContext.set("context", JsonTree.object().put("purpose", "social-governance"));
        otherContext.putObject("page").put("token", token);
        var otherLimit = body("subject");
        otherLimit.putObject("page").put("token", token).put("limit", 2);
        var sameLimit = body("subject");
        sameLimit.putObject("page").put("token", token).put("limit", 1);
        var foreign = body("subject");
        foreign.putObject("page").put("token", "alsehrq3495u8");

        assertThat(post("subject", otherContext).status()).isEqualTo(400);
        assertThat(post("subject", otherLimit).status()).isEqualTo(400);
        assertThat(post("subject", foreign).status()).isEqualTo(400);
        assertThat(post("subject", sameLimit).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"many\"", "true", "{}"})
    void section_8_2_1_theLimitIsANumberNotNegative(String limit) {
        var request = body("resource");
        request.putObject("page").set("limit", JsonTree.of(limit.getBytes(StandardCharsets.UTF_8)));

        assertThat(post("resource", request).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "resource", "action"})
    void section_8_2_2_theLastPageSaysSo(String kind) {
        var page = search(kind, body(kind)).path("page");

        assertThat(page.path("next_token").textValue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "resource", "action"})
    void section_8_2_2_aPartOfTheResultHasATokenToTheNext(String kind) {
        var request = body(kind);
        request.putObject("page").put("limit", 0);

        var response = search(kind, request);

        assertThat(response.path("results")).isEmpty();
        assertThat(response.path("page").path("next_token").textValue()).isNotEmpty();
        assertThat(response.path("page").path("total").asInt()).isPositive();
    }

    @Test
    void section_8_3_resultsHoldTheTypeThatIsSearchedForOnly() {
        search("subject", body("subject"))
                .path("results")
                .forEach(one -> assertThat(one.path("type").asText()).isEqualTo("organization"));
        search("resource", body("resource"))
                .path("results")
                .forEach(one -> assertThat(one.path("type").asText()).isEqualTo("dataset"));
        search("action", body("action")).path("results").forEach(one -> assertThat(one.has("name") && !one.has("type"))
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "resource"})
    void section_8_3_ofATypeThatIsNotThereNothingIsFound(String kind) {
        var request = body(kind);
        ((ObjectNode) request.get(kind)).put("type", "spaceship");

        var response = search(kind, request);

        assertThat(response.path("results").isArray()).isTrue();
        assertThat(response.path("results")).isEmpty();
        assertThat(response.path("page").path("next_token").textValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"subject, 8.4.1", "resource, 8.5.1"})
    void section_8_4_1_and_8_5_1_anIdOfWhatIsSearchedForIsIgnored(String kind, String section) {
        var request = body(kind);
        ((ObjectNode) request.get(kind)).put("id", "nothing-of-ours");

        assertThat(search(kind, request).path("results"))
                .as(section)
                .isEqualTo(search(kind, body(kind)).path("results"));
    }

    @ParameterizedTest
    @CsvSource({
        "subject, subject",
        "subject, subject.type",
        "subject, action",
        "subject, action.name",
        "subject, resource",
        "subject, resource.type",
        "subject, resource.id",
        "resource, subject",
        "resource, subject.type",
        "resource, subject.id",
        "resource, action",
        "resource, action.name",
        "resource, resource",
        "resource, resource.type",
        "action, subject",
        "action, subject.type",
        "action, subject.id",
        "action, resource",
        "action, resource.type",
        "action, resource.id",
    })
    void section_8_4_1_to_8_6_1_whatASearchNeedsMustBeThere(String kind, String member) {
        var request = body(kind);
        var names = member.split("\\.");
        if (names.length == 1) {
            request.remove(names[0]);
        } else {
            ((ObjectNode) request.get(names[0])).remove(names[1]);
        }

        var reply = post(kind, request);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "resource", "action"})
    void section_8_4_1_to_8_6_1_theContextIsOptional(String kind) {
        var request = body(kind);
        request.remove("context");

        var response = search(kind, request);

        // without a purpose: for some purpose, and each result says for which
        response.path("results")
                .forEach(one ->
                        assertThat(one.path("properties").path("purposes")).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "resource", "action"})
    void section_10_1_1_unknownFieldsOfASearchAreIgnored(String kind) {
        var request = body(kind);
        request.put("foo", "bar");
        request.putObject("page").putObject("properties").put("sort", "name");

        assertThat(search(kind, request).path("results"))
                .isEqualTo(search(kind, body(kind)).path("results"));
    }

    @Test
    void section_10_1_2_anIdentifierThatIsNotHeldIsAnErrorOfTheCaller() {
        var request = body("subject");
        ((ObjectNode) request.get("resource")).put("id", "nothing");

        var reply = post("subject", request);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("detail").asText()).contains("`nothing`");
    }

    @Test
    void section_9_1_1_theMetadataNameEveryEndpoint() {
        var reply = api.get("/.well-known/authzen-configuration");
        var origin = api.uri("").toString();
        var metadata = reply.json();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(metadata.path("policy_decision_point").asText()).isEqualTo(origin);
        assertThat(metadata.path("access_evaluation_endpoint").asText()).isEqualTo(origin + "/access/v1/evaluation");
        for (var kind : List.of("subject", "resource", "action")) {
            var endpoint = metadata.path("search_" + kind + "_endpoint").asText();
            assertThat(api.post(endpoint.substring(origin.length()), body(kind).toString())
                            .status())
                    .as(endpoint)
                    .isEqualTo(200);
        }
        var evaluations = metadata.path("access_evaluations_endpoint").asText().substring(origin.length());
        assertThat(api.post(evaluations, "{\"evaluations\":[{}]}").status()).isEqualTo(200);
    }

    @Test
    void section_9_2_2_whatHasNoValueIsNotInTheMetadata() {
        api.get("/.well-known/authzen-configuration").json().forEach(value -> assertThat(
                        value.isTextual() && !value.textValue().isEmpty())
                .isTrue());
    }

    private static boolean decision(ObjectNode search, String kind, String id) {
        var evaluation = search.deepCopy();
        ((ObjectNode) evaluation.get(kind)).put("id", id);
        var reply = api.post("/access/v1/evaluation", evaluation.toString());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("decision").booleanValue();
    }

    private static ApiServer.Reply post(String kind, ObjectNode request) {
        return api.post("/access/v1/search/" + kind, request.toString());
    }

    private static JsonNode search(String kind, ObjectNode request) {
        var reply = post(kind, request);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        return reply.json();
    }

    private static List<String> ids(JsonNode response) {
        var ids = new ArrayList<String>();
        response.path("results").forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    private static ObjectNode body(String kind) {
        return parse(SEARCHES.get(kind));
    }

    private static ObjectNode parse(String json) {
        return (ObjectNode) JsonTree.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
