package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of agreements over HTTP: drafting, comparing, putting into force, and what is never changed. */
class VersionsOverHttpTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static Agreements agreements;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
        agreements = new Agreements(api);
    }

    @Test
    void theNextVersionHasTheSameClausesUnderAnotherName() {
        var first = agreements.active("bilateral", "housing");

        var draft = version(first, """
                {"kind":"amend"}""");

        assertThat(draft.path("id").asText()).endsWith(Agreements.id(first) + "/v2");
        assertThat(draft.path("replaces").asText()).endsWith(Agreements.id(first));
        assertThat(draft.path("agreementStatus").asText()).isEqualTo("draft");
        assertThat(draft.path("versionKind").asText()).isEqualTo("amend");
        assertThat(draft.path("version").asText()).isEqualTo("2");
        assertThat(draft.path("permission").path(0).path("assignee").toString()).contains("organization/housing");
        assertThat(draft.has("signature")).isFalse();
        assertThat(draft.has("activatedAt")).isFalse();
        assertThat(draft.has("stepTaken")).isFalse();
        assertThat(draft.toString()).doesNotContain(Agreements.id(first) + "#");
    }

    @Test
    void activatingTheNextVersionEndsTheOneBeforeAtTheSameInstant() {
        var first = agreements.active("bilateral", "housing");
        var second = first + "/v2";
        version(first, """
                {"kind":"amend"}""");
        agreements.sign(second, "police", "housing");

        var active = agreements.take(second, """
                {"to":"active","by":"police"}""");

        var old = api.get(first).json();
        assertThat(old.path("agreementStatus").asText()).isEqualTo("replaced");
        assertThat(old.path("endCause").asText()).isEqualTo("agreed-change");
        assertThat(old.path("terminatedAt").asText())
                .isEqualTo(active.path("activatedAt").asText());
        var versions = api.get(second + "/versions").json().path("versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.path(0).path("status").asText()).isEqualTo("replaced");
        assertThat(versions.path(1).path("status").asText()).isEqualTo("active");
        assertThat(versions.path(1).path("number").asInt()).isEqualTo(2);
    }

    @Test
    void aRenewalThatBeginsWhenTheTermEndsLeavesNoGap() {
        var first = agreements.active("bilateral", "housing");
        assertThat(version422(first, """
                {"kind":"renew"}""")).contains("validUntil");
        var draft = version(first, """
                {"kind":"renew","validUntil":"2040-01-01T00:00:00+08:00"}""");
        agreements.sign(first + "/v2", "police", "housing");

        agreements.take(first + "/v2", """
                {"to":"active","by":"police"}""");

        assertThat(draft.path("validFrom").asText()).isEqualTo(Agreements.END);
        assertThat(api.get(first).json().path("agreementStatus").asText()).isEqualTo("active");
        assertThat(api.get(first).json().has("terminatedAt")).isFalse();
        assertThat(agreements.outcome("housing", "name", "2035-06-01T00:00:00%2B08:00"))
                .isEqualTo("permit");
        assertThat(agreements.outcome("housing", "name", "2039-06-01T00:00:00%2B08:00"))
                .isEqualTo("permit");
    }

    @Test
    void anotherOrganisationTakesOverThePlaceOfAParty() {
        var first = agreements.active("bilateral", "housing");
        version(first, """
                {"kind":"succeed","from":"housing","to":"civil"}""");
        agreements.sign(first + "/v2", "police", "civil");

        agreements.take(first + "/v2", """
                {"to":"active","by":"civil"}""");

        var second = api.get(first + "/v2").json();
        assertThat(second.path("formerParty").asText()).endsWith("organization/housing");
        assertThat(second.path("newParty").asText()).endsWith("organization/civil");
        assertThat(second.path("permission").path(0).path("assignee").toString())
                .contains("organization/civil")
                .doesNotContain("organization/housing");
        assertThat(second.path("permission").path(0).path("duty")).isNotEmpty();
        assertThat(agreements.outcome("civil", "name", "")).isEqualTo("permit");
        assertThat(version422(first + "/v2", """
                {"kind":"succeed","from":"stats","to":"housing"}"""))
                .contains("organization/stats");
        assertThat(version422(first + "/v2", """
                {"kind":"succeed","from":"civil","to":"police"}"""))
                .contains("向自己");
    }

    @Test
    void whatWasSignedIsNeverChangedByAnyDoor() {
        var first = agreements.active("bilateral", "housing");
        var tag = api.get(first).header("ETag");

        var patched = api.send("PATCH", first, """
                {"title":{"zh":"另一名称"}}""", "If-Match", tag);
        var body = api.get(first).text().replace("\"name\"", "\"id-number\"");
        var put = api.send("PUT", first, body.replace("户籍", "其他"), "If-Match", tag);
        var gone = api.send("DELETE", first, "", "If-Match", tag);
        var turned = api.send("PATCH", first, """
                {"agreementStatus":"draft"}""", "If-Match", tag);

        assertThat(patched.status()).as(patched.text()).isEqualTo(422);
        assertThat(put.status()).as(put.text()).isEqualTo(422);
        assertThat(gone.status()).as(gone.text()).isIn(409, 422);
        assertThat(turned.status()).as(turned.text()).isEqualTo(422);
        assertThat(api.get(first).header("ETag")).isEqualTo(tag);
    }

    @Test
    void onlyAnAgreementInForceHasANextVersionAndOnlyOne() {
        var draft = agreements.draft("bilateral", "housing");
        var first = agreements.active("bilateral", "housing");
        version(first, """
                {"kind":"amend"}""");

        assertThat(api.post(draft + "/versions", """
                {"kind":"amend"}""")
                        .status())
                .isEqualTo(409);
        assertThat(api.post(first + "/versions", """
                {"kind":"amend"}""")
                        .status())
                .isEqualTo(409);
        assertThat(api.post(first + "/versions", """
                {"kind":"change"}""")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(first + "/versions", "{}").status()).isEqualTo(400);
        assertThat(api.post(first + "/versions", """
                {"kind":"amend","typo":"x"}""")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/agreements/none/versions", """
                {"kind":"amend"}""")
                        .status())
                .isEqualTo(404);
        agreements.take(first + "/v2", """
                {"to":"withdrawn","by":"police"}""");
        assertThat(api.post(first + "/versions", """
                {"kind":"amend"}""")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aNewVersionDoesNotLiftASuspension() {
        var first = agreements.active("bilateral", "housing");
        agreements.take(first, """
                {"to":"suspended","by":"police","note":"超范围使用"}""");
        version(first, """
                {"kind":"amend"}""");
        agreements.sign(first + "/v2", "police", "housing");

        var refused = api.post(first + "/v2/transitions", """
                {"to":"active","by":"police"}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("暂停");
    }

    @Test
    void aVersionThatTakesDataAwayIsConsultedOnAndFiledFirst() {
        var first = agreements.active("bilateral", "housing");
        version(first, """
                {"kind":"amend"}""");
        narrow(first + "/v2");
        agreements.sign(first + "/v2", "police", "housing");

        var refused = api.post(first + "/v2/transitions", """
                {"to":"active","by":"police"}""");
        agreements.file(first, "change");
        var active = agreements.take(first + "/v2", """
                {"to":"active","by":"police"}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("备案");
        assertThat(active.path("agreementStatus").asText()).isEqualTo("active");
    }

    @Test
    void aComparisonNamesEveryClauseAndEveryAnswerThatChanges() {
        var first = agreements.active("bilateral", "stats");
        version(first, """
                {"kind":"amend"}""");
        narrow(first + "/v2");
        api.send(
                "PATCH",
                first + "/v2",
                """
                {"usageRestriction":{"zh":"不得用于信用评价","en":"not for credit scores"}}""",
                "If-Match",
                api.get(first + "/v2").header("ETag"));

        var comparison = api.get(first + "/comparison?with=" + Agreements.id(first) + "/v2");

        assertThat(comparison.status()).as(comparison.text()).isEqualTo(200);
        var clauses = comparison.json().path("clauses");
        assertThat(clauses).as(clauses.toString()).hasSize(2);
        assertThat(clauses.toString()).contains("usageRestriction", "added", "不得用于信用评价", "使用限制");
        assertThat(clauses.toString()).contains("id-number", "removed", "\"part\":\"p1\"");
        var answers = comparison.json().path("answers");
        assertThat(answers).isNotEmpty();
        answers.forEach(answer -> {
            assertThat(answer.path("items").toString()).contains("id-number").doesNotContain("item/name");
            assertThat(answer.path("recipient").asText()).endsWith("organization/stats");
            assertThat(answer.path("before").asText()).isEqualTo("permit");
            assertThat(answer.path("after").asText()).isNotEqualTo("permit");
        });
        assertThat(api.get(first + "/comparison").json().path("clauses")).hasSize(2);
        assertThat(api.get(first + "/comparison?with=" + Agreements.id(first)).status())
                .isEqualTo(400);
        assertThat(api.get(first + "/comparison?with=none").status()).isEqualTo(404);
    }

    @Test
    void theAgreementOfTheManualIsFiledSignedAndPutIntoForce() throws IOException {
        var made = api.post("/api/v1/agreements", Files.readString(Path.of("docs/examples/agreement.json")));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var agreement = "/api/v1/agreements/M-2026-001";
        agreements.sign(agreement, "police", "data-centre", "housing", "hrss");
        agreements.take(agreement, "{\"to\":\"active\",\"by\":\"police\",\"role\":\"department-head\"}");
        var duties = api.get(agreement + "/duties").json().path("duties");
        assertThat(duties.findValuesAsText("duty")).contains("report", "delete", "errors");
        assertThat(api.get(agreement).json().path("processor").toString()).contains("organization/platform");
    }

    @Test
    void aDutyWhoseDateMakesNoSenseIsRefused() {
        var refused = api.post(
                "/api/v1/agreements",
                """
                {"identifier":"A-X-1","title":{"zh":"协议"},"permission":[%s]}"""
                        .formatted(Agreements.permission("A-X-1", "police", "housing", "name")
                                .replace("\"P30D\"}", "\"PT5H\"}")));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("P30D");
    }

    /** Takes the number out of what the draft gives. */
    private static void narrow(String draft) {
        var recipient = api.get(draft)
                .json()
                .path("permission")
                .path(0)
                .path("assignee")
                .path(0)
                .asText()
                .replaceAll(".*/", "");
        var name = Agreements.id(draft);
        var patched = api.send(
                "PATCH",
                draft,
                """
                {"permission":[%s]}"""
                        .formatted(Agreements.permission(name, "police", recipient, "name")),
                "If-Match",
                api.get(draft).header("ETag"));
        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    }

    private static JsonNode version(String agreement, String form) {
        var reply = api.post(agreement + "/versions", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private static String version422(String agreement, String form) {
        var reply = api.post(agreement + "/versions", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        return reply.text();
    }
}
