package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Procedures over HTTP: what can be done next, doing it, and being told why not. */
class TransitionsOverHttpTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static int number;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void aRequestGoesFromDraftToDelivery() {
        var request = request("population", "housing", "housing-fund");

        assertThat(api.get(request + "/transitions").json().path("status").asText())
                .isEqualTo("draft");
        take(
                request,
                """
                {"to":"submitted","by":"housing","role":"sharing-office-head","note":"同意提交"}""");
        take(request, """
                {"to":"under-review","by":"police"}""");
        take(request, """
                {"to":"consented","by":"police","role":"sharing-office-head","note":"同意"}""");
        var done = take(request, """
                {"to":"delivered","by":"police"}""");

        assertThat(done.path("requestStatus").asText()).isEqualTo("delivered");
        assertThat(done.path("consented").asBoolean()).isTrue();
        assertThat(done.path("deliveredAt").asText()).isNotEmpty();
        assertThat(done.path("stepTaken")).hasSize(4);
        assertThat(done.path("approval")).hasSize(2);
    }

    @Test
    void aConsentLetsDataFlowWithTheCommitThatRecordsIt() {
        var question =
                "/api/v1/decisions?recipient=housing&dataset=population&items=name&purpose=housing-fund&method=query";
        var request = request("population", "housing", "housing-fund");
        var before = api.get(question).json().path("outcome").asText();
        take(request, """
                {"to":"submitted","by":"housing"}""");
        take(request, """
                {"to":"under-review"}""");

        var given = take(request, """
                {"to":"consented"}""");

        assertThat(api.get(question).json().path("grants").toString())
                .contains(given.path("id").asText());
        assertThat(before).isNotEmpty();
    }

    @Test
    void aStepThatTheTableDoesNotHaveIsRefused() {
        var request = request("population", "housing", "housing-fund");

        var refused = api.post(request + "/transitions", """
                {"to":"delivered"}""");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("not-a-step", "submitted");
        assertThat(api.get(request + "/transitions").json().path("status").asText())
                .isEqualTo("draft");
    }

    @Test
    void theWrongPartyCannotTakeAStep() {
        var request = request("population", "housing", "housing-fund");
        take(request, """
                {"to":"submitted"}""");

        var refused = api.post(request + "/transitions", """
                {"to":"under-review","by":"stats"}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("organization/police");
    }

    @Test
    void aRefusalNeedsItsReason() {
        var request = underReview();

        var silent = api.post(request + "/transitions", """
                {"to":"refused"}""");
        var spoken =
                take(request, """
                {"to":"refused","note":"超出使用用途","with":{"refusalGround":["g4"]}}""");

        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("refusalReason");
        assertThat(spoken.path("refusalReason").toString()).contains("超出使用用途");
        assertThat(spoken.path("refusalGround").toString()).contains("g4");
    }

    @Test
    void missingMaterialIsAskedForOnce() {
        var request = underReview();
        take(request, """
                {"to":"supplement-required","note":"请补充必要性说明"}""");
        take(request, """
                {"to":"supplemented"}""");
        take(request, """
                {"to":"under-review"}""");

        var again =
                api.post(request + "/transitions", """
                {"to":"supplement-required","note":"还缺一份"}""");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("一次");
        assertThat(option(request, "ask-supplement").path("allowed").asBoolean())
                .isFalse();
    }

    @Test
    void noDoorMovesARecordPastItsTable() {
        var request = underReview();
        var tag = api.get(request).header("ETag");

        var status = api.send("PATCH", request, """
                {"requestStatus":"consented"}""", "If-Match", tag);
        var contents = api.send("PATCH", request, """
                {"usageBasis":{"zh":"另一依据"}}""", "If-Match", tag);
        var gone = api.send("DELETE", request, "", "If-Match", tag);

        assertThat(status.status()).as(status.text()).isEqualTo(422);
        assertThat(contents.status()).as(contents.text()).isEqualTo(422);
        assertThat(gone.status()).as(gone.text()).isEqualTo(422);
        assertThat(api.get(request).header("ETag")).isEqualTo(tag);
    }

    @Test
    void aStepCannotCarryOtherChangesWithIt() {
        var request = underReview();

        var refused = api.post(
                request + "/transitions",
                """
                {"to":"refused","note":"理由","with":{"usageUntil":"2030-01-01T00:00:00+08:00"}}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("usageUntil");
    }

    @Test
    void whatARecordWithoutAStatusIsFollowsFromItsFacts() {
        var options = api.get("/api/v1/agreements/A-2026-001/transitions");

        assertThat(options.status()).as(options.text()).isEqualTo(200);
        assertThat(options.json().path("status").asText()).isEqualTo("active");
        assertThat(options.json().path("stated").asBoolean()).isFalse();
    }

    @Test
    void everyRowOfTheTableIsShownWithItsReason() {
        var request = request("population", "housing", "housing-fund");

        var submit = option(request, "submit");
        var deliver = option(request, "deliver");

        assertThat(submit.path("allowed").asBoolean()).as(submit.toString()).isTrue();
        assertThat(submit.path("by").toString()).contains("organization/housing");
        assertThat(deliver.path("allowed").asBoolean()).isFalse();
        assertThat(deliver.path("because").toString()).contains("draft", "consented");
    }

    @Test
    void badFormsAreRefusedInPlainWords() {
        var request = request("population", "housing", "housing-fund");

        assertThat(api.post(request + "/transitions", "{}").text()).contains("请填写 to");
        assertThat(api.post(request + "/transitions", "[]").status()).isEqualTo(400);
        assertThat(api.post(request + "/transitions", """
                {"to":"submitted","by":"nobody"}""")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(request + "/transitions", """
                {"to":"submitted","role":"king"}""")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(request + "/transitions", """
                {"to":"nowhere"}""")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(
                                request + "/transitions",
                                """
                {"to":"submitted","at":"2999-01-01T00:00:00Z"}""")
                        .status())
                .isEqualTo(422);
        assertThat(api.post(request + "/transitions", """
                {"to":"submitted","grund":"x"}""")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/requests/none/transitions").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/organizations/police/transitions").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/datasets/307001/000001/transitions").status())
                .isEqualTo(200);
    }

    @Test
    void aStaleReaderTakesNoStep() {
        var request = request("population", "housing", "housing-fund");
        var tag = api.get(request).header("ETag");
        take(request, """
                {"to":"submitted"}""");

        var late = api.post(request + "/transitions", """
                {"to":"under-review"}""", "If-Match", tag);

        assertThat(late.status()).isEqualTo(412);
    }

    private static JsonNode option(String record, String step) {
        return StreamSupport.stream(
                        api.get(record + "/transitions")
                                .json()
                                .path("transitions")
                                .spliterator(),
                        false)
                .filter(option -> option.path("step").asText().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static String underReview() {
        var request = request("population", "housing", "housing-fund");
        take(request, """
                {"to":"submitted"}""");
        take(request, """
                {"to":"under-review"}""");
        return request;
    }

    private static JsonNode take(String record, String form) {
        var reply = api.post(record + "/transitions", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String request(String dataset, String requester, String purpose) {
        var no = "R-T-" + ++number;
        var made = api.post(
                "/api/v1/requests",
                """
                {"identifier":"%s","title":{"zh":"申请"},"requestStatus":"draft","requester":"organization/%s",
                 "usageBasis":{"zh":"条例第三条"},"usageScenario":{"zh":"办理"},"usageScope":{"zh":"一科"},
                 "sharingMethod":["query"],"usageUntil":"2030-12-31T00:00:00+08:00",
                 "permission":[{"id":"request/%s#p1","type":"Permission","assigner":"organization/police",
                   "assignee":["organization/%s"],"action":"receive","target":["dataset/%s/item/name"],
                   "constraint":[{"id":"request/%s#c1","type":"Constraint","leftOperand":"purpose","operator":"isAnyOf",
                     "rightOperand":["code:purpose/%s"]}]}]}"""
                        .formatted(no, requester, no, requester, dataset, no, purpose));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return "/api/v1/requests/" + no;
    }
}
