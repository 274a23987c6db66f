package org.shuqi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.shuqi.api.ApiServer;
import org.shuqi.record.JsonTree;

/** Plays what a bureau does over HTTP, on days that lie in the past, beginning with an empty registry. */
final class Story implements AutoCloseable {

    private final ApiServer api;
    private String day = "2026-01-05";

    Story(Path data) {
        api = ApiServer.empty(data);
    }

    /** The day on which the next things happen. */
    void on(String date) {
        day = date;
    }

    /** Files a record. */
    JsonNode file(String kind, String body) {
        var reply = api.post("/api/v1/" + kind, body);
        assertThat(reply.status()).as(kind + " " + reply.text()).isEqualTo(201);
        return reply.json();
    }

    void organization(String id, String name, String type, String level, String division, String more) {
        file(
                "organizations",
                """
                {"id":"%s","prefLabel":{"zh":"%s"},"organType":"%s","adminLevel":"%s","spatial":"%s"%s}"""
                        .formatted(id, name, type, level, division, more.isEmpty() ? "" : "," + more));
    }

    /** Takes a step at nine in the morning, or later for each further step of the day. */
    JsonNode step(String record, String to, String by, String note, String with) {
        var reply = tried(record, to, by, note, with);
        assertThat(reply.status())
                .as(record + " to " + to + ": " + reply.text())
                .isEqualTo(200);
        return reply.json();
    }

    JsonNode step(String record, String to, String by) {
        return step(record, to, by, "同意", "{}");
    }

    /** Tries a step that must be refused; says how. */
    String refused(String record, String to, String by, String note, String with) {
        var reply = tried(record, to, by, note, with);
        assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
        return reply.text();
    }

    private ApiServer.Reply tried(String record, String to, String by, String note, String with) {
        var form = JsonTree.object();
        form.put("to", to);
        form.put("by", by);
        form.put("at", day + "T09:00:00+08:00");
        if (!note.isEmpty()) {
            form.put("note", note);
        }
        form.set("with", JsonTree.of(with.getBytes(StandardCharsets.UTF_8)));
        return api.post("/api/v1/" + record + "/transitions", form.toString());
    }

    /** What the registry answers on a day. */
    String asked(String recipient, String dataset, String items, String purpose, String at) {
        var reply = api.get("/api/v1/decisions?recipient=%s&dataset=%s&items=%s&purpose=%s&method=query&at=%s"
                .formatted(recipient, dataset, items, purpose, encoded(at + "T12:00:00+08:00")));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("outcome").asText();
    }

    JsonNode get(String path) {
        var reply = api.get("/api/v1/" + path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    String status(String record) {
        return get(record + "/transitions").path("status").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An entry that is compiled, assessed, reported and published. */
    void publishedEntry(
            String id,
            String code,
            String title,
            String publisher,
            String authority,
            String offer,
            String items,
            boolean personal) {
        file(
                "datasets",
                """
                {"id":"dataset/%s","identifier":"%s","title":{"zh":"%s"},"description":{"zh":"%s"},"entryStatus":"draft",
                 "publisher":"organization/%s","theme":"population","format":"database","accrualPeriodicity":"daily",
                 %s,"sharingMethod":["query","verify"],"dataItem":[%s]}"""
                        .formatted(id, code, title, title, publisher, offer, items));
        assessment(id + "-secrecy", "secrecy-assessment", id);
        if (personal) {
            assessment(id + "-impact", "impact-assessment", id);
        }
        var record = "datasets/" + id;
        step(record, "assessing", publisher);
        step(record, "head-review", publisher);
        step(record, "submitted", publisher);
        step(record, "published", authority);
    }

    void assessment(String id, String kind, String dataset) {
        file(
                "assessments",
                """
                {"id":"assessment/%s","title":{"zh":"评估"},"kind":"%s","assetScope":["dataset/%s"],"passed":true,
                 "validFrom":"2026-01-01T00:00:00+08:00","validUntil":"2028-01-01T00:00:00+08:00"}"""
                        .formatted(id, kind, dataset));
    }

    static String item(String dataset, String name, String title, String level, boolean personal) {
        return """
                {"id":"dataset/%s/item/%s","type":"DataItem","title":{"zh":"%s"},"securityLevel":"%s","personalData":%s}"""
                .formatted(dataset, name, title, level, personal);
    }

    /** An agreement from its draft to its activation. */
    void activeAgreement(
            String no, String provider, String recipient, String target, String purpose, String authority) {
        file(
                "agreements",
                """
                {"id":"agreement/%1$s","identifier":"%1$s","title":{"zh":"数据共享协议"},"agreementStatus":"draft",
                 "legalBasis":["https://w3id.org/shuqi/law/ndsr-12"],"securityMeasure":{"zh":"专线访问"},
                 "storagePeriod":"P1Y","disposalMethod":{"zh":"删除并覆写"},"disputeClause":{"zh":"先协商，再报主管部门"},
                 "validFrom":"2026-01-01T00:00:00+08:00","validUntil":"2027-01-01T00:00:00+08:00",
                 "permission":[{"id":"agreement/%1$s#p1","type":"Permission","assigner":"organization/%2$s",
                   "assignee":["organization/%3$s"],"action":"receive","target":["dataset/%4$s"],
                   "constraint":[{"id":"agreement/%1$s#c1","type":"Constraint","leftOperand":"purpose","operator":"isAnyOf",
                     "rightOperand":["code:purpose/%5$s"]}]}]}"""
                        .formatted(no, provider, recipient, target, purpose));
        var record = "agreements/" + no;
        step(record, "negotiating", recipient);
        step(record, "under-review", recipient);
        step(record, "awaiting-signature", provider);
        step(record, "partially-signed", provider);
        step(record, "signed", recipient);
        step(record, "active", authority);
    }

    /** A request that has been submitted and taken in. */
    void requestUnderReview(String no, String requester, String provider, String target, String purpose) {
        file(
                "requests",
                """
                {"id":"request/%1$s","identifier":"%1$s","title":{"zh":"共享申请"},"requestStatus":"draft",
                 "requester":"organization/%2$s","usageBasis":{"zh":"在线政务服务若干规定第七条"},
                 "usageScenario":{"zh":"业务办理免证明"},"usageScope":{"zh":"业务科"},"sharingMethod":["query"],
                 "usageUntil":"2027-06-30T00:00:00+08:00",
                 "permission":[{"id":"request/%1$s#p1","type":"Permission","assigner":"organization/%3$s",
                   "assignee":["organization/%2$s"],"action":"receive","target":["dataset/%4$s"],
                   "constraint":[{"id":"request/%1$s#c1","type":"Constraint","leftOperand":"purpose","operator":"isAnyOf",
                     "rightOperand":["code:purpose/%5$s"]}]}]}"""
                        .formatted(no, requester, provider, target, purpose));
        step("requests/" + no, "submitted", requester);
        step("requests/" + no, "under-review", provider);
    }

    @Override
    public void close() {
        api.close();
    }
}
