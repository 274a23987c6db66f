package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts for outside data, reports that enterprises owe, usage records, assessments and the three lists, over HTTP. */
class OutsideDataOverHttpTest {

    private static final String PREFIXES =
            """
            @prefix sq: <https://w3id.org/shuqi/ns#> .
            @prefix law: <https://w3id.org/shuqi/law/> .
            @prefix div: <https://w3id.org/shuqi/code/division/> .
            @prefix mode: <https://w3id.org/shuqi/code/procurement-mode/> .
            @prefix attr: <https://w3id.org/shuqi/code/sharing-attribute/> .
            @prefix method: <https://w3id.org/shuqi/code/sharing-method/> .
            @prefix freq: <https://w3id.org/shuqi/code/update-frequency/> .
            @prefix level: <https://w3id.org/shuqi/code/level/> .
            @prefix purpose: <https://w3id.org/shuqi/code/purpose/> .
            @prefix theme: <https://w3id.org/shuqi/code/theme/> .
            @prefix fmt: <https://w3id.org/shuqi/code/format/> .
            @prefix kind: <https://w3id.org/shuqi/code/organ-type/> .
            @prefix admin: <https://w3id.org/shuqi/code/admin-level/> .
            @prefix role: <https://w3id.org/shuqi/code/approval-role/> .
            @prefix rank: <https://w3id.org/shuqi/code/legal-rank/> .
            @prefix astatus: <https://w3id.org/shuqi/code/agreement-status/> .
            @prefix lstatus: <https://w3id.org/shuqi/code/list-status/> .
            @prefix org: <http://www.w3.org/ns/org#> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @base <http://localhost:8080/id/> .
            """;

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void boughtDataFlowOnceTheContractIsInForceAndStopWhenItEnds() {
        dataset("390101-000001", "390101/000001", "platform", "配送热力", "transport", "social-governance", "data-centre");
        created(
                "agreements",
                """
                <agreement/P-1> a sq:ProcurementContract ; dct:identifier "P-1" ; dct:title "热力数据采购合同"@zh ;
                  sq:agreementStatus astatus:draft ; sq:procurementMode mode:purchase ; sq:supplier <organization/platform> ;
                  sq:contractPrice 100000.00 ; dct:license <license/heat> ; sq:mayReshare <dataset/390101-000001> ;
                  sq:legalBasis law:shanghai-32 ; sq:securityMeasure "加密"@zh ; sq:approval <agreement/P-1#ok> ;
                  sq:validFrom "2026-01-01"^^xsd:date ; sq:validUntil "2036-01-01"^^xsd:date ; odrl:permission <agreement/P-1#p1> .
                <agreement/P-1#ok> a sq:Approval ; sq:approvalRole role:chief-data-officer ; sq:approved true ;
                  sq:approvedBy <organization/data-centre> ; sq:approvedAt "2025-12-30T00:00:00+08:00"^^xsd:dateTime .
                <agreement/P-1#p1> a odrl:Permission ; odrl:assigner <organization/platform> ;
                  odrl:assignee <organization/data-centre> ; odrl:action sq:receive ; odrl:target <dataset/390101-000001> .
                """);
        var question =
                "recipient=data-centre&dataset=390101-000001&purpose=social-governance&method=query&at=2030-01-01";
        assertThat(outcome(question)).isEqualTo("apply S7");

        step("P-1", "under-review", "data-centre", "department-head", "甲");
        step("P-1", "awaiting-signature", "data-centre", "chief-data-officer", "乙");
        step("P-1", "partially-signed", "data-centre", "department-head", "丙");
        step("P-1", "signed", "platform", "department-head", "丁");
        step("P-1", "active", "data-centre", "department-head", "丙");

        assertThat(outcome(question)).isEqualTo("permit S10");
        assertThat(outcome(question.replace("data-centre", "tax"))).isEqualTo("apply S7");
        var ended = api.post(
                "/api/v1/agreements/P-1/transitions",
                """
                {"to":"terminated","step":"terminate","by":"data-centre","role":"department-head","person":"丙","with":{"endCause":"no-longer-necessary"}}""");
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(outcome(question)).isEqualTo("apply S7");
    }

    @Test
    void aContractIsToldWhatItDoesNotState() {
        dataset("390101-000009", "390101/000009", "platform", "骑手轨迹", "transport", "social-governance", "data-centre");
        var bare = api.post(
                "/api/v1/agreements",
                PREFIXES
                        + """
                <agreement/P-9> a sq:ProcurementContract ; dct:identifier "P-9" ; dct:title "合同"@zh ; sq:contractPrice -1.0 ;
                  odrl:permission <agreement/P-9#p1> .
                <agreement/P-9#p1> a odrl:Permission ; odrl:assigner <organization/platform> ;
                  odrl:assignee <organization/data-centre> ; odrl:action sq:receive ; odrl:target <dataset/390101-000009> .
                """,
                "Content-Type",
                "text/turtle",
                "Accept-Language",
                "en");

        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.text())
                .contains("give one number in yuan", "add sq:procurementMode", "add sq:supplier", "add dct:license");
        assertThat(api.get("/api/v1/agreements/P-9").status()).isEqualTo(404);
    }

    @Test
    void whatALawMakesAnEnterpriseReportFlowsToTheAuthorityItNames() {
        dataset("390102-000001", "390102/000001", "platform", "平台内经营者收入", "enterprise", "tax-enforcement", "tax");
        var question = "recipient=tax&dataset=390102-000001&purpose=tax-enforcement&method=query&at=2026-06-01";
        assertThat(outcome(question)).isEqualTo("apply S7");

        created(
                "norms",
                """
                <norm/platform-reports> a sq:Mandate ; skos:prefLabel "平台企业报送涉税信息"@zh , "platforms report"@en ;
                  sq:providerScope kind:enterprise ; sq:assetScope <dataset/390102-000001> ; sq:recipientScope <organization/tax> ;
                  dct:accrualPeriodicity freq:quarterly ; sq:reportWithin "P1M"^^xsd:duration ;
                  sq:legalBasis law:platform-tax-4 ; sq:validFrom "2025-06-20"^^xsd:date .
                """);

        assertThat(outcome(question)).isEqualTo("permit S10");
        assertThat(outcome(question.replace("at=2026-06-01", "at=2025-12-31"))).isEqualTo("permit S10");
        assertThat(outcome(question.replace("recipient=tax", "recipient=stats")))
                .isEqualTo("apply S7");
        var vague = api.post(
                "/api/v1/norms",
                PREFIXES
                        + """
                <norm/vague> a sq:Mandate ; skos:prefLabel "报送"@zh ; sq:providerScope kind:enterprise ;
                  sq:assetScope <dataset/390102-000001> ; sq:recipientScope <organization/tax> ; sq:reportWithin "P1M"^^xsd:duration ;
                  sq:legalBasis law:e-commerce-25 ; sq:validFrom "2025-06-20"^^xsd:date .
                """,
                "Content-Type",
                "text/turtle",
                "Accept-Language",
                "en");
        assertThat(vague.status()).isEqualTo(422);
        assertThat(vague.text()).contains("how often to report is missing");
    }

    @Test
    void aUsageRecordIsKeptForThreeYears() {
        created("usage-records", usage("recent", "2026-05-01T00:00:00+08:00"));
        created("usage-records", usage("old", "2020-05-01T00:00:00+08:00"));

        var kept = api.send("DELETE", "/api/v1/usage-records/recent", "", "Accept-Language", "en");
        var gone = api.send("DELETE", "/api/v1/usage-records/old", "");

        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.text()).contains("kept for 3 years", "Order 809 Art 29", "2029-04-30");
        assertThat(gone.status()).as(gone.text()).isEqualTo(204);
        assertThat(api.get("/api/v1/usage-records/recent")
                        .json()
                        .path("usageScenario")
                        .path("zh")
                        .asText())
                .isEqualTo("核对");
    }

    @Test
    void aUsageRecordThatIsNotCompleteIsWarnedAboutAndFound() {
        var made = api.post(
                "/api/v1/usage-records",
                PREFIXES
                        + """
                <usage/thin> a sq:UsageRecord ; sq:underGrant <agreement/A-2026-001> ; sq:usageScenario "核对"@zh ;
                  sq:requester <organization/housing> ; sq:recordedAt "2026-05-02T00:00:00+08:00"^^xsd:dateTime .
                """,
                "Content-Type",
                "text/turtle",
                "Accept-Language",
                "en");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.response().headers().map().toString()).contains("no effect");

        var found = api.get("/api/v1/supervision/violations?code=40-5&organization=housing&at=2026-06-01");

        assertThat(found.text()).contains("usage/thin");
    }

    @Test
    void anAssessmentIsToldToEndAndTheDecisionFollowsItsDay() {
        var soon = api.get("/api/v1/supervision/expiring?at=2026-04-15&within=30&kind=assessment")
                .json();
        var late = api.get("/api/v1/supervision/expiring?at=2026-05-01&within=30&kind=assessment")
                .json();

        assertThat(soon.path("items").get(0).path("record").asText()).endsWith("assessment/1");
        assertThat(soon.path("items").get(0).path("daysLeft").asInt()).isEqualTo(16);
        assertThat(late.path("total").asInt()).isZero();
        var question =
                "recipient=hrss&dataset=population&items=fingerprint&purpose=social-insurance&method=query&at=2026-0";
        assertThat(outcome(question + "4-30T23:59:59%2B08:00")).isEqualTo("permit S10");
        assertThat(outcome(question + "5-01")).isEqualTo("apply S8");
    }

    @Test
    void aDemandFindsWhatMeetsItAndWhatIsNotCataloguedStartsTheClockInShanghai() {
        created(
                "organizations",
                """
                <organization/sh-data> a org:FormalOrganization ; skos:prefLabel "上海市数据局"@zh ; sq:organType kind:government-department ;
                  sq:adminLevel admin:city ; dct:spatial div:310000 ; sq:authorityFor div:310000 .
                """);
        created(
                "organizations",
                """
                <organization/sh-civil> a org:FormalOrganization ; skos:prefLabel "上海市民政局"@zh ; sq:organType kind:government-department ;
                  sq:adminLevel admin:city ; dct:spatial div:310000 .
                """);
        created(
                "lists",
                """
                <list/resp-1> a sq:ResponsibilityListEntry ; dct:title "提供人口基本信息"@zh ; sq:listedBy <organization/police> ;
                  sq:assetScope <dataset/population> ; sq:validFrom "2026-01-01"^^xsd:date .
                """);
        created(
                "lists",
                """
                <list/demand-1> a sq:DemandListEntry ; dct:title "需要人口基本信息"@zh ; sq:listedBy <organization/sh-civil> ;
                  sq:providerScope <organization/police> ; sq:assetScope <dataset/population/item/name> ; sq:purposeScope purpose:social-insurance ;
                  sq:caseStatus lstatus:draft ; sq:validFrom "2026-01-01"^^xsd:date .
                """);
        created(
                "lists",
                """
                <list/demand-2> a sq:DemandListEntry ; dct:title "充电桩实时状态"@zh ; sq:listedBy <organization/sh-civil> ;
                  sq:caseStatus lstatus:draft ; sq:validFrom "2026-01-01"^^xsd:date .
                """);

        var met = api.get("/api/v1/lists/demand-1/matches").json();
        var unmet = api.get("/api/v1/lists/demand-2/matches").json();

        assertThat(met.path("items").get(0).path("entry").asText()).endsWith("list/resp-1");
        assertThat(met.path("items").get(0).path("reasons").toString())
                .contains("same-dataset", "same-theme", "named-provider", "purpose");
        assertThat(met.path("proposal").path("to").asText()).isEqualTo("matched");
        assertThat(unmet.path("proposal").path("to").asText()).isEqualTo("uncatalogued");
        assertThat(api.get("/api/v1/lists/demand-1/matches").json().path("items"))
                .isEqualTo(met.path("items"));
        assertThat(api.get("/api/v1/lists/resp-1/matches").json().path("items").toString())
                .contains("list/demand-1");

        take("/api/v1/lists/demand-2/transitions", "{\"to\":\"submitted\",\"by\":\"sh-civil\"}");
        take("/api/v1/lists/demand-2/transitions", "{\"to\":\"uncatalogued\",\"by\":\"sh-data\"}");
        var clocks = api.get("/api/v1/lists/demand-2/clocks").json();
        assertThat(clocks.toString()).contains("uncatalogued-inclusion");
        assertThat(clocks.toString()).contains("15");
        take("/api/v1/lists/demand-1/transitions", "{\"to\":\"submitted\",\"by\":\"sh-civil\"}");
        take(
                "/api/v1/lists/demand-1/transitions",
                "{\"to\":\"matched\",\"by\":\"sh-data\",\"with\":{\"matchedBy\":[\"list/resp-1\"]}}");
        var civil = line("/api/v1/supervision/coverage", "organization/sh-civil");
        assertThat(civil.path("demands").toString()).isEqualTo("{\"matched\":1,\"uncatalogued\":1}");
    }

    @Test
    void aRowOfTheNegativeListShowsWhatItRestsOnAndTheRestMayBeSharedInShanghai() {
        created(
                "organizations",
                """
                <organization/sh-traffic> a org:FormalOrganization ; skos:prefLabel "上海市交通委"@zh ; sq:organType kind:government-department ;
                  sq:adminLevel admin:city ; dct:spatial div:310000 .
                """);
        dataset(
                "310101-000001",
                "310101/000001",
                "sh-traffic",
                "公交线路",
                "transport",
                "social-governance",
                "data-centre");
        dataset(
                "310101-000002",
                "310101/000002",
                "sh-traffic",
                "执法线索",
                "transport",
                "social-governance",
                "data-centre");
        created(
                "legal-bases",
                """
                <law/traffic-notice> a sq:LegalBasis ; dct:title "某通知"@zh ; sq:legalRank rank:normative-document ; sq:validFrom "2020-01-01"^^xsd:date .
                """);
        created(
                "lists",
                """
                <list/negative-1> a sq:NegativeListEntry ; dct:title "执法线索"@zh ; skos:prefLabel "执法线索不予共享"@zh ;
                  sq:listedBy <organization/sh-traffic> ; sq:assetScope <dataset/310101-000002> ; sq:legalBasis <law/traffic-notice> ;
                  sq:validFrom "2026-01-01"^^xsd:date .
                """);

        var row = line("/api/v1/supervision/negative-list?insufficient=true", "list/negative-1");
        var sharable =
                api.get("/api/v1/supervision/sharable?organization=sh-traffic").json();

        assertThat(row.path("inForce").asBoolean()).isTrue();
        assertThat(row.path("sufficient").asBoolean()).isFalse();
        assertThat(row.path("acceptedByProfile").asBoolean()).isTrue();
        assertThat(row.path("bases").get(0).path("rank").asText()).isEqualTo("normative-document");
        assertThat(sharable.path("total").asInt()).isEqualTo(1);
        assertThat(sharable.path("items").get(0).path("record").asText()).endsWith("dataset/310101-000001");
        assertThat(sharable.path("items").get(0).path("attribute").asText()).isEqualTo("conditional");
    }

    private static JsonNode line(String path, String end) {
        return StreamSupport.stream(api.get(path).json().path("items").spliterator(), false)
                .filter(item -> item.path("record").asText().endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError(api.get(path).text()));
    }

    private static String usage(String name, String at) {
        return """
                <usage/%s> a sq:UsageRecord ; sq:underGrant <agreement/A-2026-001> ; sq:requester <organization/housing> ;
                  sq:usageScenario "核对"@zh ; sq:usageProcess "逐笔"@zh ; sq:usageEffect "免证明"@zh ; sq:storageStatus "未落库"@zh ;
                  sq:disposalStatus "无留存"@zh ; sq:usageCount 12 ; sq:recordedAt "%s"^^xsd:dateTime .
                """
                .formatted(name, at);
    }

    private static void dataset(
            String id, String code, String publisher, String title, String theme, String purpose, String scope) {
        created(
                "datasets",
                """
                <dataset/%s> a dcat:Dataset ; dct:identifier "%s" ; dct:title "%s"@zh ; dct:description "示例"@zh ;
                  dct:publisher <organization/%s> ; dcat:theme theme:%s ; dct:format fmt:database ; dct:accrualPeriodicity freq:monthly ;
                  dct:issued "2025-09-01"^^xsd:date ; sq:sharingAttribute attr:conditional ; sq:sharingScope <organization/%s> ;
                  sq:sharingPurpose purpose:%s ; sq:sharingMethod method:query ; sq:dataItem <dataset/%s/item/a> .
                <dataset/%s/item/a> a sq:DataItem ; dct:title "甲"@zh ; sq:securityLevel level:general-1 .
                """
                        .formatted(id, code, title, publisher, theme, scope, purpose, id, id));
    }

    private static void created(String kind, String turtle) {
        var made = api.post("/api/v1/" + kind, PREFIXES + turtle, "Content-Type", "text/turtle");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private static void step(String agreement, String to, String by, String role, String person) {
        take(
                "/api/v1/agreements/" + agreement + "/transitions",
                "{\"to\":\"%s\",\"by\":\"%s\",\"role\":\"%s\",\"person\":\"%s\",\"note\":\"同意\"}"
                        .formatted(to, by, role, person));
    }

    private static void take(String path, String form) {
        var taken = api.post(path, form);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    }

    private static String outcome(String question) {
        var answer = api.get("/api/v1/decisions?" + question).json();
        return answer.path("outcome").asText() + " " + answer.path("stage").asText();
    }
}
