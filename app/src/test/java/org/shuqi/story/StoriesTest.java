package org.shuqi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three places from their first catalogue entry to the disposal of the data, as their bureaus would work. */
class StoriesTest {

    @TempDir
    Path data;

    private Story story;

    @BeforeEach
    void begin() {
        story = new Story(data);
    }

    @AfterEach
    void end() {
        story.close();
    }

    /** A party organ receives the root database by agreement, breaks it, rectifies, and disposes of the data. */
    @Test
    void theRootDatabaseOfANorthernCity() {
        city("150600", "ordos");
        story.organization(
                "centre",
                "市大数据中心",
                "government-department",
                "city",
                "150600",
                "\"subOrganizationOf\":\"organization/ordos-government\"");
        story.organization("plc", "市委政法委", "party-organ", "city", "150600", "\"clearance\":\"general-4\"");
        story.on("2026-01-06");
        story.publishedEntry(
                "root",
                "315001/000001",
                "根数据库",
                "centre",
                "ordos-bureau",
                "\"sharingAttribute\":\"conditional\",\"sharingScope\":[\"code:organ-type/government-department\"],\"sharingPurpose\":[\"social-governance\"]",
                Story.item("root", "name", "姓名", "general-2", true) + ","
                        + Story.item("root", "address", "居住地址", "general-3", true),
                true);

        assertThat(story.asked("plc", "root", "name", "social-governance", "2026-02-01"))
                .isEqualTo("apply");

        story.on("2026-02-02");
        story.activeAgreement("EE-1", "centre", "plc", "root", "social-governance", "ordos-bureau");
        assertThat(story.asked("plc", "root", "name,address", "social-governance", "2026-02-01"))
                .isEqualTo("apply");
        assertThat(story.asked("plc", "root", "name,address", "social-governance", "2026-03-01"))
                .isEqualTo("permit");
        assertThat(story.asked("plc", "root", "name", "statistics", "2026-03-01"))
                .isNotEqualTo("permit");

        correction();
        breachAndRectification();
        endAndDisposal();
    }

    private void correction() {
        story.on("2026-03-10");
        story.file(
                "corrections",
                """
                {"id":"case/J-1","identifier":"J-1","title":{"zh":"住址有误"},"caseStatus":"code:correction-status/submitted",
                 "requester":"organization/plc","respondent":"organization/centre","about":["dataset/root"],
                 "observedValue":{"zh":"青春山街道"},"expectedValue":{"zh":"康新街道"}}""");
        story.step("corrections/J-1", "received", "centre");
        story.step("corrections/J-1", "verifying", "centre");
        assertThat(story.refused("corrections/J-1", "corrected", "plc", "自行更正", "{}"))
                .contains("organization/centre");
        story.on("2026-03-18");
        var corrected = story.step("corrections/J-1", "corrected", "centre", "已更正", "{}");
        assertThat(corrected.path("objectionMark").path(0).path("validUntil").asText())
                .startsWith("2026-03-18");
        story.step("corrections/J-1", "closed", "plc");
    }

    private void breachAndRectification() {
        story.on("2026-04-01");
        assertThat(story.refused("agreements/EE-1", "suspended", "plc", "自己暂停", "{}"))
                .contains("organization/centre");
        story.step("agreements/EE-1", "suspended", "centre", "擅自提供给外包公司", "{}");
        story.file(
                "norms",
                """
                {"id":"norm/order-1","type":"SuspensionOrder","prefLabel":{"zh":"暂停共享"},
                 "caseStatus":"code:breach-status/suspended","recipientScope":["organization/plc"],
                 "providerScope":["organization/centre"],"issuedBy":"organization/ordos-bureau",
                 "suspensionCause":["onward-provision"],"legalBasis":["https://w3id.org/shuqi/law/order-809-27"],
                 "validFrom":"2026-04-01T09:00:00+08:00"}""");
        assertThat(story.asked("plc", "root", "name", "social-governance", "2026-04-10"))
                .isEqualTo("deny");
        story.step(
                "norms/order-1", "rectifying", "ordos-bureau", "限期整改", "{\"rectifyBy\":\"2026-05-01T00:00:00+08:00\"}");
        story.on("2026-04-20");
        story.step("norms/order-1", "lifted", "ordos-bureau", "整改合格", "{}");
        story.step("agreements/EE-1", "active", "centre");
        assertThat(story.asked("plc", "root", "name", "social-governance", "2026-04-10"))
                .isEqualTo("deny");
        assertThat(story.asked("plc", "root", "name", "social-governance", "2026-05-01"))
                .isEqualTo("permit");
    }

    private void endAndDisposal() {
        story.on("2026-08-01");
        assertThat(story.refused(
                        "agreements/EE-1", "terminated", "centre", "不想给了", "{\"endCause\":\"no-longer-necessary\"}"))
                .contains("备案");
        story.step("agreements/EE-1", "terminated", "plc", "目的已实现", "{\"endCause\":\"purpose-achieved\"}");
        assertThat(story.asked("plc", "root", "name", "social-governance", "2026-08-02"))
                .isNotEqualTo("permit");
        assertThat(story.refused("agreements/EE-1", "disposed", "plc", "已删", "{}"))
                .contains("处置");
        story.file(
                "disposals",
                """
                {"id":"disposal/C-1","underGrant":["agreement/EE-1"],"respondent":"organization/plc",
                 "caseStatus":"code:disposal-status/due"}""");
        story.step("disposals/C-1", "instructed", "centre", "全部删除并出具证明", "{}");
        story.on("2026-08-15");
        story.step("disposals/C-1", "disposed", "plc", "删除并覆写", "{}");
        story.step("disposals/C-1", "confirmed", "centre");
        story.step("agreements/EE-1", "disposed", "plc");
        assertThat(story.status("agreements/EE-1")).isEqualTo("disposed");
    }

    /** The housing fund asks civil affairs for marriages: incomplete, refused, disputed, coordinated, delivered, ended. */
    @Test
    void theHousingFundOfAnEasternCity() {
        city("330800", "quzhou");
        story.organization(
                "fund",
                "市公积金中心",
                "authorised-organisation",
                "city",
                "330800",
                "\"subOrganizationOf\":\"organization/quzhou-government\"");
        story.organization(
                "civil",
                "市民政局",
                "government-department",
                "city",
                "330800",
                "\"subOrganizationOf\":\"organization/quzhou-government\"");
        story.on("2026-01-08");
        story.publishedEntry(
                "marriages",
                "311001/000001",
                "婚姻登记信息",
                "civil",
                "quzhou-bureau",
                "\"sharingAttribute\":\"conditional\",\"sharingScope\":[\"organization/fund\"],\"sharingPurpose\":[\"government-service\"]",
                Story.item("marriages", "date", "登记日期", "general-2", false),
                false);
        assertThat(story.asked("fund", "marriages", "date", "housing-fund", "2026-02-01"))
                .isEqualTo("apply");

        story.on("2026-02-03");
        story.requestUnderReview("Q-1", "fund", "civil", "marriages", "housing-fund");
        story.on("2026-02-05");
        story.step("requests/Q-1", "supplement-required", "civil", "请补充必要性说明", "{}");
        assertThat(story.refused("requests/Q-1", "refused", "civil", "材料不全", "{}"))
                .contains("not-a-step");
        story.on("2026-02-09");
        story.step("requests/Q-1", "supplemented", "fund", "已补充", "{}");
        story.step("requests/Q-1", "under-review", "civil");
        story.on("2026-02-12");
        story.step("requests/Q-1", "under-review", "quzhou-bureau", "情况复杂", "{\"workingDays\":5}");
        story.on("2026-02-24");
        story.step("requests/Q-1", "refused", "civil", "担心数据外泄", "{\"refusalGround\":[\"g5\"]}");
        assertThat(story.asked("fund", "marriages", "date", "housing-fund", "2026-02-25"))
                .isEqualTo("apply");

        dispute();
        story.step("requests/Q-1", "negotiating", "fund");
        story.step("requests/Q-1", "under-review", "civil");
        story.step("requests/Q-1", "consented", "civil");
        story.on("2026-03-20");
        story.step("requests/Q-1", "delivered", "civil");
        story.step("requests/Q-1", "in-use", "fund");
        assertThat(story.asked("fund", "marriages", "date", "housing-fund", "2026-03-21"))
                .isEqualTo("permit");
        assertThat(story.asked("fund", "marriages", "date", "statistics", "2026-03-21"))
                .isNotEqualTo("permit");

        story.file(
                "usage-records",
                """
                {"id":"usage/U-1","underGrant":["request/Q-1"],"usageScenario":{"zh":"提取审核"},"usageProcess":{"zh":"逐笔核对"},
                 "usageEffect":{"zh":"免交证明"},"storageStatus":{"zh":"不留存"},"disposalStatus":{"zh":"即用即弃"},
                 "recordedAt":"2026-06-30T17:00:00+08:00"}""");
        story.on("2026-09-01");
        story.step("requests/Q-1", "ended", "fund", "改由省平台提供", "{\"endCause\":\"no-longer-necessary\"}");
        assertThat(story.asked("fund", "marriages", "date", "housing-fund", "2026-09-02"))
                .isEqualTo("apply");
    }

    private void dispute() {
        story.on("2026-03-02");
        story.file(
                "disputes",
                """
                {"id":"case/Z-1","identifier":"Z-1","title":{"zh":"婚姻登记应否共享"},"caseStatus":"code:dispute-status/negotiating",
                 "disputant":["organization/fund","organization/civil"],"about":["request/Q-1"]}""");
        story.step("disputes/Z-1", "coordinating", "fund", "协商不成", "{}");
        assertThat(story.refused("disputes/Z-1", "deciding", "fund", "请政府决定", "{}"))
                .contains("quzhou-bureau");
        story.on("2026-03-09");
        story.step("disputes/Z-1", "settled", "quzhou-bureau", "应当共享，限于登记日期", "{}");
        story.step("disputes/Z-1", "closed", "civil");
    }

    /** Births are kept twice and differ: a source is designated, the copy is changed with filing and withdrawn. */
    @Test
    void theBirthsOfANorthEasternProvince() {
        city("230100", "harbin");
        story.organization(
                "health",
                "市卫健委",
                "government-department",
                "city",
                "230100",
                "\"subOrganizationOf\":\"organization/harbin-government\"");
        story.organization(
                "insured",
                "市医保局",
                "government-department",
                "city",
                "230100",
                "\"subOrganizationOf\":\"organization/harbin-government\"");
        story.organization(
                "police",
                "市公安局",
                "government-department",
                "city",
                "230100",
                "\"subOrganizationOf\":\"organization/harbin-government\"");
        story.on("2026-01-12");
        births("births", "313001/000001", "health");
        births("insured-births", "316001/000001", "insured");
        assertThat(story.asked("police", "births", "number", "statistics", "2026-02-01"))
                .isEqualTo("permit");
        assertThat(story.asked("police", "insured-births", "number", "statistics", "2026-02-01"))
                .isEqualTo("permit");

        story.on("2026-02-10");
        story.file(
                "corrections",
                """
                {"id":"case/J-9","identifier":"J-9","title":{"zh":"两处出生数不一致"},"caseStatus":"code:correction-status/submitted",
                 "requester":"organization/police","respondent":"organization/insured","about":["dataset/insured-births"],
                 "observedValue":{"zh":"多312人"}}""");
        story.step("corrections/J-9", "received", "insured");
        story.on("2026-02-20");
        story.step("corrections/J-9", "not-corrected", "insured", "口径不同，以卫健委为准", "{}");

        story.file(
                "designations",
                """
                {"id":"designation/D-1","identifier":"D-1","caseStatus":"code:designation-status/proposed",
                 "assetScope":["dataset/births"],"collector":["organization/health","organization/insured"],
                 "sourceDepartment":"organization/health"}""");
        story.step("designations/D-1", "consulting", "harbin-bureau");
        story.on("2026-03-01");
        story.step("designations/D-1", "designated", "harbin-bureau", "卫健委为数源部门", "{}");
        assertThat(story.get("designations/D-1").path("decidedAt").asText()).startsWith("2026-03-01");

        story.file(
                "filings",
                """
                {"id":"filing/B-1","identifier":"B-1","caseStatus":"code:filing-status/proposed","changeKind":"end",
                 "respondent":"organization/insured","about":["dataset/insured-births"]}""");
        assertThat(story.refused("filings/B-1", "effective", "insured", "", "{}"))
                .contains("not-a-step");
        story.step("filings/B-1", "consulted", "insured", "已征求各使用部门意见", "{}");
        story.step("filings/B-1", "filed", "harbin-bureau", "备案", "{\"filingNumber\":\"哈数备〔2026〕3号\"}");
        story.step("filings/B-1", "effective", "insured");
        story.on("2026-03-15");
        story.step("datasets/insured-births", "withdrawn", "harbin-bureau", "与数源重复", "{}");

        assertThat(story.asked("police", "insured-births", "number", "statistics", "2026-03-01"))
                .isEqualTo("permit");
        assertThat(story.asked("police", "insured-births", "number", "statistics", "2026-03-16"))
                .isEqualTo("unknown");
        assertThat(story.asked("police", "births", "number", "statistics", "2026-03-16"))
                .isEqualTo("permit");
    }

    private void births(String id, String code, String publisher) {
        story.publishedEntry(
                id,
                code,
                "出生统计" + publisher,
                publisher,
                "harbin-bureau",
                "\"sharingAttribute\":\"unconditional\"",
                Story.item(id, "number", "人数", "general-1", false),
                false);
    }

    private void city(String division, String name) {
        story.organization(name + "-government", "市人民政府", "government-department", "city", division, "");
        story.organization(
                name + "-bureau",
                "市数据局",
                "government-department",
                "city",
                division,
                "\"subOrganizationOf\":\"organization/%s-government\",\"authorityFor\":[\"%s\"]"
                        .formatted(name, division));
    }
}
