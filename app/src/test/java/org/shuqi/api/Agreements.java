package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Makes agreements over HTTP the way a person would. */
final class Agreements {

    /** When their term ends. */
    static final String END = "2036-01-01T00:00:00+08:00";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ApiServer api;

    Agreements(ApiServer api) {
        this.api = api;
    }

    /** The address of a new draft by which the police gives name and number to the recipients. */
    String draft(String type, String... recipients) {
        var no = "A-T-" + NUMBER.incrementAndGet();
        var made = api.post(
                "/api/v1/agreements",
                """
                {"identifier":"%s","title":{"zh":"户籍信息共享协议"},"agreementStatus":"draft","agreementType":"%s",
                 "legalBasis":["https://w3id.org/shuqi/law/ndsr-12"],"securityMeasure":{"zh":"专线访问"},
                 "validFrom":"2026-01-01T00:00:00+08:00","validUntil":"%s","permission":[%s]}"""
                        .formatted(
                                no,
                                type,
                                END,
                                permission(no, "police", String.join(",", recipients), "name,id-number")));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return "/api/v1/agreements/" + no;
    }

    /** A permission for the housing fund by verifying and querying, with a report every quarter and deletion at the end. */
    static String permission(String agreement, String provider, String recipients, String items) {
        return """
                {"id":"agreement/%1$s#p1","type":"Permission","assigner":"organization/%2$s","assignee":[%3$s],
                 "action":"receive","target":[%4$s],
                 "constraint":[
                   {"id":"agreement/%1$s#c1","type":"Constraint","leftOperand":"purpose","operator":"isAnyOf","rightOperand":["code:purpose/housing-fund"]},
                   {"id":"agreement/%1$s#c2","type":"Constraint","leftOperand":"method","operator":"isAnyOf","rightOperand":["code:sharing-method/verify","code:sharing-method/query"]}],
                 "duty":[
                   {"id":"agreement/%1$s#d1","type":"Duty","action":"recordUsage","dueEvery":"quarter","dueWithin":"P30D"},
                   {"id":"agreement/%1$s#d2","type":"Duty","action":"delete","dueAfterEnd":"P30D"}]}"""
                .formatted(
                        agreement,
                        provider,
                        each(recipients, "organization/"),
                        each(items, "dataset/population/item/"));
    }

    private static String each(String names, String start) {
        return Arrays.stream(names.split(","))
                .map(name -> "\"" + start + name + "\"")
                .collect(Collectors.joining(","));
    }

    /** The address of an agreement that is signed by all and in force since 5 January 2026. */
    String active(String type, String... recipients) {
        var agreement = draft(type, recipients);
        var parties = new String[recipients.length + 1];
        parties[0] = "police";
        System.arraycopy(recipients, 0, parties, 1, recipients.length);
        signed(agreement, ",\"at\":\"2026-01-04T09:00:00+08:00\"", parties);
        take(agreement, """
                {"to":"active","by":"police","at":"2026-01-05T09:00:00+08:00"}""");
        return agreement;
    }

    /** From draft to signed, now. */
    void sign(String agreement, String... parties) {
        signed(agreement, "", parties);
    }

    private void signed(String agreement, String when, String... parties) {
        take(agreement, """
                {"to":"under-review","by":"police","person":"zhang"%s}""".formatted(when));
        take(
                agreement,
                """
                {"to":"awaiting-signature","by":"police","person":"li","note":"同意"%s}"""
                        .formatted(when));
        for (var at = 0; at < parties.length; at++) {
            var last = at == parties.length - 1;
            take(
                    agreement,
                    """
                    {"to":"%s","by":"%s","role":"department-head"%s}"""
                            .formatted(last ? "signed" : "partially-signed", parties[at], when));
        }
    }

    /** A change or end of service, consulted on and filed. */
    void file(String agreement, String kind) {
        var no = "F-" + NUMBER.incrementAndGet();
        var made = api.post(
                "/api/v1/filings",
                """
                {"id":"filing/%s","caseStatus":"https://w3id.org/shuqi/code/filing-status/proposed","changeKind":"%s",
                 "respondent":"organization/police","about":["agreement/%s"]}"""
                        .formatted(no, kind, id(agreement)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        take("/api/v1/filings/" + no, """
                {"to":"consulted","by":"police","note":"已与接收方协商"}""");
        take("/api/v1/filings/" + no, """
                {"to":"filed","with":{"filingNumber":"BA-1"}}""");
    }

    JsonNode take(String record, String form) {
        var reply = api.post(record + "/transitions", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    /** The answer for the housing fund by query; now, if no instant is given. */
    String outcome(String recipient, String item, String at) {
        return api.get("/api/v1/decisions?recipient=" + recipient + "&dataset=population&items=" + item
                        + "&purpose=housing-fund&method=query" + (at.isEmpty() ? "" : "&at=" + at))
                .json()
                .path("outcome")
                .asText();
    }

    static String id(String address) {
        return address.substring("/api/v1/agreements/".length());
    }
}
