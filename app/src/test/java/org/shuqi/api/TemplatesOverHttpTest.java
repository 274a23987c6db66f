package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates over HTTP: which there are, and agreements drafted from them. */
class TemplatesOverHttpTest {

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
    void theCommonCasesHaveATemplateInBothLanguages() {
        var templates = api.get("/api/v1/agreement-templates").json().path("templates");

        assertThat(templates.findValuesAsText("code"))
                .containsExactly("accession", "conditional-personal-data", "procurement", "vertical-return-flow");
        assertThat(templates).allSatisfy(template -> {
            assertThat(template.path("label").path("zh").asText()).isNotEmpty();
            assertThat(template.path("description").path("en").asText()).isNotEmpty();
            assertThat(template.path("clauses")).isNotEmpty();
            assertThat(template.path("duties")).isNotEmpty();
        });
    }

    @Test
    void aGrantedRequestDraftsItsAgreementAndItCarriesTheData() {
        request("R-D-1", "tax");
        granted("R-D-1");
        assertThat(agreements.outcome("tax", "name", "")).isNotEqualTo("permit");

        var draft = draft(
                """
                {"template":"conditional-personal-data","identifier":"A-D-1","request":"R-D-1"}""");

        assertThat(draft.path("agreementStatus").asText()).isEqualTo("draft");
        assertThat(draft.path("validUntil").asText()).isEqualTo("2030-12-31T00:00:00+08:00");
        assertThat(draft.path("objective").path("zh").toString()).contains("办理");
        assertThat(draft.path("disputeClause").path("en").toString()).contains("Order 809 Art 28");
        var permission = draft.path("permission").path(0);
        assertThat(permission.path("assigner").toString()).contains("organization/police");
        assertThat(permission.path("assignee").toString()).contains("organization/tax");
        assertThat(permission.path("target").toString()).contains("population/item/name");
        assertThat(permission.path("duty")).hasSize(5);
        assertThat(permission.path("constraint")).isNotEmpty();
        assertThat(draft.path("securityMeasure").path("zh").toString()).isNotEmpty();
        agreements.sign("/api/v1/agreements/A-D-1", "police", "tax");
        agreements.take("/api/v1/agreements/A-D-1", "{\"to\":\"active\",\"by\":\"police\"}");
        assertThat(agreements.outcome("tax", "name", "")).isEqualTo("permit");
    }

    @Test
    void aRequestThatWasNotGrantedDraftsNothing() {
        request("R-D-2", "housing");

        var refused = api.post(
                "/api/v1/agreements/drafts",
                """
                {"template":"conditional-personal-data","identifier":"A-D-2","request":"R-D-2"}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("没有获得同意");
        assertThat(api.get("/api/v1/agreements/A-D-2").status()).isEqualTo(404);
    }

    @Test
    void withoutARequestThePartiesAndDataAreNamed() {
        var draft = draft(
                """
                {"template":"procurement","identifier":"C-D-1","title":"客流数据采购合同","provider":"platform",
                 "recipients":["data-centre"],"data":["yearbook"],"purposes":["statistics"],"methods":["batch"],
                 "validFrom":"2026-03-01","validUntil":"2027-03-01"}""");

        assertThat(draft.path("type").toString()).contains("ProcurementContract");
        assertThat(draft.path("title").path("zh").toString()).contains("客流数据采购合同");
        assertThat(draft.path("permission").path(0).path("constraint")).hasSize(2);
        assertThat(draft.path("fee").path("zh").toString()).contains("采购合同");
        assertThat(draft.path("validFrom").asText()).isEqualTo("2026-03-01T00:00:00+08:00");
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() {
        assertThat(status("{\"identifier\":\"A-D-9\"}")).isEqualTo(400);
        assertThat(
                        status(
                                "{\"template\":\"none\",\"identifier\":\"A-D-9\",\"provider\":\"police\",\"recipients\":\"tax\",\"data\":\"population\",\"validUntil\":\"2030-01-01\"}"))
                .isEqualTo(404);
        assertThat(status("{\"template\":\"accession\",\"identifier\":\"A-D-9\",\"request\":\"none\"}"))
                .isEqualTo(404);
        assertThat(status("{\"template\":\"accession\",\"identifier\":\"A-D-9\"}"))
                .isEqualTo(400);
        assertThat(
                        status(
                                "{\"template\":\"accession\",\"identifier\":\"A-D-9\",\"provider\":\"police\",\"recipients\":\"nobody\",\"data\":\"population\",\"validUntil\":\"2030-01-01\"}"))
                .isEqualTo(400);
        assertThat(
                        status(
                                "{\"template\":\"accession\",\"identifier\":\"A-D-9\",\"provider\":\"police\",\"recipients\":\"tax\",\"data\":\"population\"}"))
                .isEqualTo(400);
        assertThat(
                        status(
                                "{\"template\":\"accession\",\"identifier\":\"A-2026-001\",\"provider\":\"police\",\"recipients\":\"tax\",\"data\":\"population\",\"validUntil\":\"2030-01-01\"}"))
                .isEqualTo(409);
    }

    private static int status(String form) {
        return api.post("/api/v1/agreements/drafts", form).status();
    }

    private static JsonNode draft(String form) {
        var reply = api.post("/api/v1/agreements/drafts", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private static void granted(String no) {
        agreements.take("/api/v1/requests/" + no, "{\"to\":\"submitted\",\"by\":\"tax\"}");
        agreements.take("/api/v1/requests/" + no, "{\"to\":\"under-review\"}");
        agreements.take("/api/v1/requests/" + no, "{\"to\":\"consented\",\"by\":\"police\"}");
    }

    private static void request(String no, String requester) {
        var made = api.post(
                "/api/v1/requests",
                """
                {"identifier":"%1$s","title":{"zh":"申请"},"requestStatus":"draft","requester":"organization/%2$s",
                 "usageBasis":{"zh":"条例第三条"},"usageScenario":{"zh":"办理"},"usageScope":{"zh":"一科"},
                 "sharingMethod":["query"],"usageUntil":"2030-12-31T00:00:00+08:00",
                 "permission":[{"id":"request/%1$s#p1","type":"Permission","assigner":"organization/police",
                   "assignee":["organization/%2$s"],"action":"receive","target":["dataset/population/item/name"],
                   "constraint":[{"id":"request/%1$s#c1","type":"Constraint","leftOperand":"purpose","operator":"isAnyOf",
                     "rightOperand":["code:purpose/housing-fund"]}]}]}"""
                        .formatted(no, requester));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }
}
