package org.shuqi.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqi.record.RecordKind;

/** Records with which procedures begin, and what their steps are given. */
final class Samples {

    static final String REQUEST =
            """
            {"id":"request/{id}","identifier":"{id}","title":{"zh":"申请"},"requestStatus":"draft","requester":"organization/housing",
             "usageBasis":{"zh":"条例"},"usageScenario":{"zh":"办理"},"usageScope":{"zh":"一科"},"sharingMethod":["query"],
             "usageUntil":"2027-01-01T00:00:00+08:00",
             "permission":[{"id":"request/{id}#p1","type":"Permission","assigner":"organization/police",
               "assignee":["organization/housing"],"action":"receive","target":["dataset/population/item/name"]}]}""";

    static final String AGREEMENT =
            """
            {"id":"agreement/{id}","identifier":"{id}","title":{"zh":"协议"},"agreementStatus":"draft",
             "legalBasis":["law/ndsr-12"],"securityMeasure":{"zh":"专线"},
             "validFrom":"2026-06-01T00:00:00+08:00","validUntil":"2027-01-01T00:00:00+08:00",
             "permission":[{"id":"agreement/{id}#p1","type":"Permission","assigner":"organization/police",
               "assignee":["organization/housing"],"action":"receive","target":["dataset/population/item/name"]}]}""";

    static final String ENTRY =
            """
            {"id":"dataset/{id}","identifier":"306001/{id}","title":{"zh":"降水统计{id}"},"description":{"zh":"按月"},
             "entryStatus":"draft","publisher":"organization/stats","theme":"statistics","format":"spreadsheet",
             "accrualPeriodicity":"monthly","sharingAttribute":"unconditional","sharingMethod":["file"],
             "dataItem":[{"id":"dataset/{id}/item/mm","type":"DataItem","title":{"zh":"毫米"},
               "securityLevel":"general-1","personalData":false}]}""";

    static final String CORRECTION =
            """
            {"id":"case/{id}","identifier":"{id}","title":{"zh":"校核"},"caseStatus":"code:correction-status/submitted",
             "requester":"organization/hrss","respondent":"organization/police","about":["dataset/deaths"],
             "observedValue":{"zh":"空"}}""";

    static final String DISPUTE =
            """
            {"id":"case/{id}","identifier":"{id}","title":{"zh":"争议"},"caseStatus":"code:dispute-status/negotiating",
             "disputant":["organization/housing","organization/police"],"about":["dataset/population"]}""";

    static final String BREACH =
            """
            {"id":"norm/{id}","type":"SuspensionOrder","prefLabel":{"zh":"暂停"},"caseStatus":"code:breach-status/suspended",
             "recipientScope":["organization/civil"],"providerScope":["organization/police"],"issuedBy":"organization/bureau",
             "suspensionCause":["over-scope-use"],"validFrom":"2026-05-01T00:00:00+08:00"}""";

    static final String FILING =
            """
            {"id":"filing/{id}","identifier":"{id}","caseStatus":"code:filing-status/proposed","changeKind":"change",
             "respondent":"organization/police","about":["agreement/A-2026-001"]}""";

    static final String DESIGNATION =
            """
            {"id":"designation/{id}","identifier":"{id}","caseStatus":"code:designation-status/proposed",
             "assetScope":["dataset/population"],"collector":["organization/civil","organization/police"],
             "sourceDepartment":"organization/police"}""";

    static final String RETURN_FLOW =
            """
            {"id":"norm/{id}","type":"ReturnFlow","prefLabel":{"zh":"回流"},"caseStatus":"code:return-flow-status/demanded",
             "providerScope":["organization/stats"],"assetScope":["dataset/yearbook"],"recipientScope":["organization/civil"],
             "region":["150600"],"legalBasis":["law/order-809-24"],"validFrom":"2025-08-01T00:00:00+08:00"}""";

    static final String DEMAND =
            """
            {"id":"list/{id}","type":"DemandListEntry","title":{"zh":"需求"},"caseStatus":"code:list-status/draft",
             "listedBy":"organization/housing"}""";

    static final String RESPONSIBILITY =
            """
            {"id":"list/{id}","type":"ResponsibilityListEntry","title":{"zh":"责任"},"caseStatus":"code:list-status/draft",
             "listedBy":"organization/police","assetScope":["dataset/population"]}""";

    static final String NEGATIVE =
            """
            {"id":"list/{id}","type":"NegativeListEntry","title":{"zh":"负面"},"caseStatus":"code:list-status/draft",
             "listedBy":"organization/stats","reviewedBy":"organization/city","providerScope":["organization/stats"],
             "assetScope":["dataset/survey"],"legalBasis":["law/statistics-28"],"validFrom":"2026-01-01T00:00:00+08:00"}""";

    static final String DISPOSAL =
            """
            {"id":"disposal/{id}","identifier":"{id}","caseStatus":"code:disposal-status/due",
             "underGrant":["agreement/A-2026-001"],"respondent":"organization/housing"}""";

    static final String FULFILMENT =
            """
            {"id":"fulfilment/{id}","caseStatus":"code:fulfilment-status/recorded","underGrant":"agreement/A-2026-001",
             "ofDuty":"agreement/A-2026-001#d1","fulfilledBy":"organization/housing",
             "fulfilledAt":"2026-05-01T09:00:00+08:00","description":{"zh":"已删除"}}""";

    static final String PROPOSAL =
            """
            {"id":"proposal/{id}","identifier":"{id}","title":{"zh":"新主题"},"caseStatus":"code:proposal-status/draft",
             "publisher":"organization/bureau",
             "edit":[{"id":"proposal/{id}#e1","type":"TermEdit","about":["code:theme/x-{id}"],
               "proposedText":"<https://w3id.org/shuqi/code/theme/x-{id}> a skos:Concept ; skos:inScheme <https://w3id.org/shuqi/code/theme> ; skos:notation 'x-{id}' ; skos:prefLabel '主题{id}'@zh , 'theme {id}'@en ; skos:definition '示例。'@zh , 'An example.'@en ."}]}""";

    static final String AGREEMENT_BREACH =
            """
            {"id":"breach/{id}","caseStatus":"code:breach-record-status/found","underGrant":"agreement/A-2026-001",
             "responsibleParty":"organization/housing","issuedBy":"organization/police",
             "occurredAt":"2026-05-01T09:00:00+08:00","description":{"zh":"超范围使用"}}""";

    /** What has to be in force before an agreement can give way to it. */
    static final String NEXT_VERSION =
            """
            {"id":"agreement/{id}/v2","identifier":"{id}/v2","title":{"zh":"协议"},"replaces":"agreement/{id}",
             "activatedAt":"2026-06-01T00:00:00+08:00",
             "validFrom":"2026-06-01T00:00:00+08:00","validUntil":"2027-01-01T00:00:00+08:00",
             "permission":[{"id":"agreement/{id}/v2#p1","type":"Permission","assigner":"organization/police",
               "assignee":["organization/housing"],"action":"receive","target":["dataset/population/item/name"]}]}""";

    /** What has to be on record before an agreement can be said to be disposed of. */
    static final String DISPOSED =
            """
            {"id":"disposal/D-{id}","underGrant":["agreement/{id}"],"respondent":"organization/housing",
             "disposalMethod":{"zh":"覆写"},"disposedAt":"2026-06-01T09:00:00+08:00"}""";

    /** What has to be on record before an entry goes to the head of the department. */
    static final String ASSESSED =
            """
            {"id":"assessment/S-{id}","title":{"zh":"保密风险评估"},"kind":"secrecy-assessment",
             "assetScope":["dataset/{id}"],"passed":true,"validFrom":"2026-01-01T00:00:00+08:00"}""";

    /** Who signs, in turn. */
    static final List<String> SIGNATORIES = List.of("police", "housing", "hrss");

    /** Who takes the steps that change the place of who takes them. */
    static final Map<String, String> BY = Map.of("accede", "hrss", "leave", "hrss");

    /** Steps that have to wait for a term to end. */
    static final Set<String> WAITS = Set.of("expire");

    /** What steps are given besides a note. */
    static final Map<String, String> WITH = Map.ofEntries(
            Map.entry("request/extend", "{\"workingDays\":5}"),
            Map.entry("request/end", "{\"endCause\":\"purpose-achieved\"}"),
            Map.entry("agreement/terminate", "{\"endCause\":\"agreed-change\"}"),
            Map.entry("agreement/terminate-by-provider", "{\"endCause\":\"purpose-achieved\"}"),
            Map.entry(
                    "agreement/replace",
                    "{\"terminatedAt\":\"2026-06-02T00:00:00+08:00\",\"endCause\":\"agreed-change\"}"),
            Map.entry("entry/extend", "{\"workingDays\":5}"),
            Map.entry("breach/order-rectification", "{\"rectifyBy\":\"2026-06-01T09:00:00+08:00\"}"),
            Map.entry("filing/file", "{\"filingNumber\":\"BA-1\"}"),
            Map.entry("demand/match", "{\"matchedBy\":[\"list/R-0\"]}"),
            Map.entry("demand/include", "{\"matchedBy\":[\"list/R-0\"]}"),
            Map.entry("disposal/dispose", "{\"disposalMethod\":{\"zh\":\"覆写\"}}"));

    private Samples() {}

    /** The body of a record for a step: one that a further party can sign has a third party. */
    static String body(String sample, String step, String id) {
        var body = step.equals("agreement/sign")
                ? sample.replace("[\"organization/housing\"]", "[\"organization/housing\",\"organization/hrss\"]")
                : sample;
        return (step.equals("agreement/accede") || step.equals("agreement/leave")
                        ? body.replace("\"draft\"", "\"draft\",\"agreementType\":\"accession\"")
                        : body)
                .replace("{id}", id);
    }

    /** A record that others refer to. */
    record Sample(RecordKind kind, String body) {}

    static List<Sample> surroundings() {
        return List.of(new Sample(RecordKind.LISTS, RESPONSIBILITY.replace("{id}", "R-0")));
    }
}
