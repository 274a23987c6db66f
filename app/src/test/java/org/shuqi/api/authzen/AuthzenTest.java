package org.shuqi.api.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.api.ApiServer;
import org.shuqi.record.JsonTree;

/** What the OpenID AuthZEN Authorization API 1.0 demands of evaluations, by its sections. */
class AuthzenTest {

    private static final String PERMITTED = resource("yearbook");
    private static final String DENIED = resource("trade-secrets");
    private static final String NOT_THERE = resource("nothing");
    private static final String DEFAULTS =
            """
            "subject":{"type":"organization","id":"tax"},
            "action":{"name":"receive","properties":{"method":"file"}},
            "context":{"purpose":"statistics","at":"2026-06-01T12:00:00+08:00"}""";

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void section_5_5_decisionIsABooleanAndContextAnObject() {
        var yes = api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + PERMITTED + "}")
                .json();
        var no = api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + DENIED + "}")
                .json();

        assertThat(yes.path("decision").isBoolean()).isTrue();
        assertThat(yes.path("decision").booleanValue()).isTrue();
        assertThat(no.path("decision").booleanValue()).isFalse();
        assertThat(no.path("context").path("outcome").asText()).isEqualTo("deny");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "action", "resource"})
    void section_6_1_aRequiredEntityMustBeThere(String entity) {
        var request = (ObjectNode) JsonTree.tree(parse("{" + DEFAULTS + "," + PERMITTED + "}"));
        request.remove(entity);

        var reply = api.post("/access/v1/evaluation", request.toString());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText()).contains("`" + entity + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject.type", "subject.id", "action.name", "resource.type", "resource.id"})
    void section_5_1_to_5_3_aRequiredMemberMustBeThere(String member) {
        var request = parse("{" + DEFAULTS + "," + PERMITTED + "}");
        var names = member.split("\\.");
        ((ObjectNode) request.get(names[0])).remove(names[1]);

        var reply = api.post("/access/v1/evaluation", request.toString());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText()).contains("`" + member + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject.type", "subject.id", "action.name", "resource.type", "resource.id"})
    void section_5_1_to_5_3_aRequiredMemberMustBeAString(String member) {
        var names = member.split("\\.");
        for (var value : List.of("7", "true", "{}", "[\"organization\"]", "\"\"")) {
            var request = parse("{" + DEFAULTS + "," + PERMITTED + "}");
            ((ObjectNode) request.get(names[0])).set(names[1], JsonTree.of(bytes(value)));

            assertThat(api.post("/access/v1/evaluation", request.toString()).status())
                    .as(value)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "action", "resource", "context"})
    void section_5_anEntityMustBeAnObject(String entity) {
        var request = parse("{" + DEFAULTS + "," + PERMITTED + "}");
        request.put(entity, "tax");

        assertThat(api.post("/access/v1/evaluation", request.toString()).status())
                .isEqualTo(400);
    }

    @Test
    void section_5_1_to_5_4_propertiesAndContextMaySayMore() {
        var request = parse("{" + DEFAULTS + "," + PERMITTED + "}");
        ((ObjectNode) request.get("subject")).putObject("properties").put("department", "Sales");
        ((ObjectNode) request.get("resource")).putObject("properties").putNull("owner");
        ((ObjectNode) request.get("action").get("properties")).put("soft", true);
        ((ObjectNode) request.get("context")).put("ip", "192.168.1.1");

        var reply = api.post("/access/v1/evaluation", request.toString());

        assertThat(reply.json().path("decision").booleanValue()).isTrue();
    }

    @Test
    void section_6_1_contextIsOptional() {
        var request = parse("{" + DEFAULTS + "," + PERMITTED + "}");
        request.remove("context");
        // the registry cannot answer without a purpose, but says so as an answer to the question, not about the context
        var reply = api.post("/access/v1/evaluation", request.toString());

        assertThat(reply.text()).doesNotContain("`context`");
    }

    @Test
    void section_7_1_withoutEvaluationsItIsOneEvaluation() {
        var without = api.post("/access/v1/evaluations", "{" + DEFAULTS + "," + PERMITTED + "}")
                .json();
        var empty = api.post("/access/v1/evaluations", "{" + DEFAULTS + "," + PERMITTED + ",\"evaluations\":[]}")
                .json();

        assertThat(without.path("decision").booleanValue()).isTrue();
        assertThat(without.has("evaluations")).isFalse();
        assertThat(empty).isEqualTo(without);
    }

    @Test
    void section_7_1_1_topLevelValuesAreDefaultsThatAnEvaluationOverrides() {
        var results = evaluations(
                "",
                "{" + PERMITTED + "}",
                "{" + PERMITTED + ",\"action\":{\"name\":\"receive\",\"properties\":{\"method\":\"query\"}}}",
                "{" + PERMITTED + ",\"subject\":{\"type\":\"organization\",\"id\":\"court\"}}");

        assertThat(results).containsExactly(true, false, false);
    }

    @Test
    void section_7_1_1_aKeyOfAnEvaluationStandsForTheWholeDefaultButForWhatItNeeds() {
        // the method of the default action is not inherited by an action of one's own
        assertThat(evaluations("", "{" + PERMITTED + ",\"action\":{\"name\":\"receive\"}}"))
                .containsExactly(false);
        // the type of the default resource is, since no resource can be without
        var reply = api.post(
                "/access/v1/evaluations",
                "{" + DEFAULTS
                        + ",\"resource\":{\"type\":\"dataset\"},\"evaluations\":[{\"resource\":{\"id\":\"yearbook\"}}]}");
        assertThat(reply.json().path("evaluations").get(0).path("decision").booleanValue())
                .isTrue();
    }

    @Test
    void section_7_1_1_aKeyThatIsNeitherThereNorADefaultClosesItsEvaluation() {
        var reply = api.post("/access/v1/evaluations", "{" + DEFAULTS + ",\"evaluations\":[{" + PERMITTED + "},{}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("evaluations")).hasSize(2);
        assertThat(reply.json().path("evaluations").get(0).path("decision").booleanValue())
                .isTrue();
        assertThat(reply.json().path("evaluations").get(1).path("decision").booleanValue())
                .isFalse();
    }

    @Test
    void section_7_1_2_anOptionThatIsNotKnownIsLeftAlone() {
        var reply = api.post(
                "/access/v1/evaluations",
                "{" + DEFAULTS + ",\"options\":{\"another_option\":\"value\"},\"evaluations\":[{" + PERMITTED + "}]}");

        assertThat(reply.json().path("evaluations").get(0).path("decision").booleanValue())
                .isTrue();
    }

    @Test
    void section_7_1_2_1_executeAllAnswersAllInOrder() {
        assertThat(evaluations("execute_all", "{" + PERMITTED + "}", "{" + DENIED + "}", "{" + PERMITTED + "}"))
                .containsExactly(true, false, true);
        assertThat(evaluations("", "{" + DENIED + "}", "{" + PERMITTED + "}")).containsExactly(false, true);
    }

    @Test
    void section_7_1_2_1_denyOnFirstDenyStopsAtADenialOrFailure() {
        assertThat(evaluations("deny_on_first_deny", "{" + PERMITTED + "}", "{" + DENIED + "}", "{" + PERMITTED + "}"))
                .containsExactly(true, false);
        assertThat(evaluations("deny_on_first_deny", "{" + NOT_THERE + "}", "{" + PERMITTED + "}"))
                .containsExactly(false);
    }

    @Test
    void section_7_1_2_1_permitOnFirstPermitStopsAtAPermit() {
        assertThat(evaluations(
                        "permit_on_first_permit", "{" + DENIED + "}", "{" + PERMITTED + "}", "{" + PERMITTED + "}"))
                .containsExactly(false, true);
    }

    @Test
    void section_7_1_2_1_noOtherSemanticIsKnown() {
        var reply = api.post(
                "/access/v1/evaluations",
                "{" + DEFAULTS + ",\"options\":{\"evaluations_semantic\":\"first\"},\"evaluations\":[{" + PERMITTED
                        + "}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText()).contains("execute_all");
    }

    @Test
    void section_7_1_2_anOptionOfOursLeavesTheContextShort() {
        var asked = DEFAULTS + ",\"options\":{\"context\":\"outcome\"}";
        var batch = api.post(
                        "/access/v1/evaluations",
                        "{" + asked + ",\"evaluations\":[{" + PERMITTED + "},{" + DENIED + "}]}")
                .json()
                .path("evaluations");
        var single = api.post("/access/v1/evaluation", "{" + asked + "," + DENIED + "}")
                .json();

        assertThat(batch.get(0).path("decision").booleanValue()).isTrue();
        assertThat(batch.get(1)).isEqualTo(single);
        assertThat(single.path("context").properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly("outcome", "stage", "revision");
        assertThat(single.path("context").path("outcome").asText()).isEqualTo("deny");
        assertThat(api.post(
                                "/access/v1/evaluation",
                                "{" + DEFAULTS + "," + DENIED + ",\"options\":{\"context\":\"some\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void section_7_2_theResponseHasTheDecisionsInOrderAndNoneOfItsOwn() {
        var reply = api.post(
                "/access/v1/evaluations", "{" + DEFAULTS + ",\"evaluations\":[{" + PERMITTED + "},{" + DENIED + "}]}");

        assertThat(reply.json().has("decision")).isFalse();
        reply.json().path("evaluations").forEach(one -> {
            assertThat(one.path("decision").isBoolean()).isTrue();
            assertThat(one.path("context").isObject()).isTrue();
        });
    }

    @Test
    void section_7_2_1_anErrorOfOneEvaluationStandsInItsContext() {
        var reply = api.post(
                "/access/v1/evaluations",
                "{" + DEFAULTS + ",\"evaluations\":[{" + NOT_THERE + "},{" + PERMITTED + "},7]}",
                "Accept-Language",
                "en");

        var results = reply.json().path("evaluations");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(results.get(0).path("decision").booleanValue()).isFalse();
        var error = results.get(0).path("context").path("error");
        assertThat(error.path("status").asInt()).isEqualTo(404);
        assertThat(error.path("message").asText()).contains("nothing");
        assertThat(results.get(1).path("decision").booleanValue()).isTrue();
        assertThat(results.get(2).path("context").path("error").path("status").asInt())
                .isEqualTo(400);
    }

    @Test
    void section_10_1_theContentTypeMustBeJson() {
        var body = "{" + DEFAULTS + "," + PERMITTED + "}";

        for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            assertThat(api.post("/access/v1/evaluation", body, "Content-Type", type)
                            .status())
                    .as(type)
                    .isEqualTo(400);
        }
        assertThat(api.post("/access/v1/evaluation", body, "Content-Type", "application/json; charset=utf-8")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void section_10_1_onlyPostIsOffered() {
        assertThat(api.get("/access/v1/evaluation").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/evaluation", "/evaluations", "/search/subject", "/search/resource", "/search/action"})
    void section_10_1_1_theBodyMustBeAJsonObject(String path) {
        for (var body : List.of("{", "[]", "7", "\"x\"", "null", "{} {}", "{\"subject\":1,\"subject\":2}")) {
            assertThat(api.post("/access/v1" + path, body).status()).as(body).isEqualTo(400);
        }
        assertThat(api.send("POST", "/access/v1" + path, "", "Content-Type", "application/json")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void section_10_1_1_unknownFieldsAreIgnored() {
        var reply = api.post(
                "/access/v1/evaluation",
                "{\"foo\":\"bar\",\"futureField\":{\"nested\":true}," + DEFAULTS + "," + PERMITTED + "}");

        assertThat(reply.json().path("decision").booleanValue()).isTrue();
    }

    @Test
    void section_10_1_1_theOrderOfMembersDoesNotMatter() {
        var one = api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + PERMITTED + "}");
        var other = api.post("/access/v1/evaluation", "{" + PERMITTED + "," + DEFAULTS + "}");

        assertThat(other.json()).isEqualTo(one.json());
    }

    @Test
    void section_10_1_1_evaluationsMayStandBeforeTheirDefaults() {
        var after = api.post(
                "/access/v1/evaluations", "{" + DEFAULTS + ",\"evaluations\":[{" + PERMITTED + "},{" + DENIED + "}]}");
        var before = api.post(
                "/access/v1/evaluations", "{\"evaluations\":[{" + PERMITTED + "},{" + DENIED + "}]," + DEFAULTS + "}");

        assertThat(before.json()).isEqualTo(after.json());
    }

    @Test
    void section_10_1_1_whatIsReadOverHasToBeJsonToo() {
        for (var unknown : List.of("\"extra\":[1,", "\"extra\":{\"a\":1,\"a\":2}", "\"extra\":tru", "\"extra\":\"")) {
            var reply = api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + PERMITTED + "," + unknown + "}");

            assertThat(reply.status()).as(unknown).isEqualTo(400);
            assertThat(reply.json().path("type").asText()).endsWith("/malformed");
        }
    }

    @Test
    void section_7_1_2_anOutcomeIsTheSameWhoeverDecidesIt() {
        var brief = DEFAULTS + "," + PERMITTED + ",\"options\":{\"context\":\"outcome\"}";
        var quick = api.post("/access/v1/evaluation", "{" + brief + "}").json();
        var longBody = api.post("/access/v1/evaluation", "{" + brief + ",\"extra\":\"" + "x".repeat(20_000) + "\"}")
                .json();
        var known = quick.path("context").path("revision").asLong();
        var older = api.post(
                        "/access/v1/evaluation",
                        "{" + brief.replace("\"at\":", "\"knownAt\":" + known + ",\"at\":") + "}")
                .json();

        assertThat(quick.path("decision").booleanValue()).isTrue();
        assertThat(longBody).isEqualTo(quick);
        assertThat(older).isEqualTo(quick);
        assertThat(api.post("/access/v1/evaluation", "{" + brief.replace("yearbook", "nothing") + "}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void section_10_1_2_aDenialIsStatus200InJson() {
        var reply = api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + DENIED + "}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void section_10_1_2_errorsAreStatusCodes() {
        assertThat(api.post("/access/v1/evaluation", "{").status()).isEqualTo(400);
        assertThat(api.post("/access/v1/evaluations", "{\"evaluations\":{}}").status())
                .isEqualTo(400);
        // an identifier that is not held is an error of the caller and never an answer
        assertThat(api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + NOT_THERE + "}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void section_10_1_3_theRequestIdentifierComesBack() {
        var id = "bfe9eb29-ab87-4ca3-be83-a1d5d8305716";

        assertThat(api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + PERMITTED + "}", "X-Request-ID", id)
                        .header("X-Request-ID"))
                .isEqualTo(id);
        for (var path : List.of("/evaluation", "/evaluations", "/search/subject", "/search/action")) {
            assertThat(api.post("/access/v1" + path, "{", "X-Request-ID", id).header("X-Request-ID"))
                    .isEqualTo(id);
        }
        assertThat(api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + PERMITTED + "}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void section_11_3_aWrongKeyIsAnsweredWithStatus401AndTheScheme() {
        var reply =
                api.post("/access/v1/evaluation", "{" + DEFAULTS + "," + PERMITTED + "}", "Authorization", "Bearer x");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer realm=");
    }

    private static List<Boolean> evaluations(String semantic, String... evaluations) {
        var options = semantic.isEmpty() ? "" : ",\"options\":{\"evaluations_semantic\":\"" + semantic + "\"}";
        var reply = api.post(
                "/access/v1/evaluations",
                "{" + DEFAULTS + options + ",\"evaluations\":[" + String.join(",", evaluations) + "]}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        var decisions = new ArrayList<Boolean>();
        reply.json()
                .path("evaluations")
                .forEach(one -> decisions.add(one.path("decision").booleanValue()));
        return decisions;
    }

    private static ObjectNode parse(String json) {
        return (ObjectNode) JsonTree.of(bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String resource(String dataset) {
        return "\"resource\":{\"type\":\"dataset\",\"id\":\"" + dataset + "\"}";
    }
}
