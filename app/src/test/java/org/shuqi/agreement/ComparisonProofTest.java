package org.shuqi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.api.ApiServer;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.QuestionForm;
import org.shuqi.registry.Registry;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * What a comparison says of the answers is what comes of it: every question there is, by item, recipient, purpose and
 * method, is asked before and after the new version is put into force.
 */
class ComparisonProofTest {

    private static final String AT = "2026-12-01T12:00:00+08:00";
    private static final String AGREEMENT = "/api/v1/agreements/A-P-1";
    private static final List<String> METHODS = List.of("verify", "query", "batch", "file");

    @TempDir
    Path data;

    @Test
    void activatingTheNewVersionChangesExactlyTheAnswersThatTheComparisonNames() {
        try (var api = ApiServer.withExample(data)) {
            make(api);
            amend(api);
            var predicted = predicted(api);
            var before = everything(api);

            sign(api, AGREEMENT + "/v2", "police", "tax", "civil");
            take(api, AGREEMENT + "/v2", "{\"to\":\"active\",\"by\":\"police\"}");

            var after = everything(api);
            var real = new TreeMap<String, String>();
            before.forEach((question, outcome) -> {
                if (!after.get(question).equals(outcome)) {
                    real.put(question, outcome + " -> " + after.get(question));
                }
            });
            System.out.println(before.size() + " questions asked twice, " + real.size() + " answers changed");
            assertThat(real.values()).contains("permit -> negotiate").anyMatch(turn -> turn.endsWith("-> permit"));
            assertThat(predicted).isEqualTo(real);
        }
    }

    private static Map<String, String> predicted(ApiServer api) {
        var rows = new TreeMap<String, String>();
        var reply = api.get(AGREEMENT + "/comparison?at=2026-12-01T12:00:00%2B08:00");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        reply.json().path("answers").forEach(row -> row.path("items")
                .forEach(item -> rows.put(
                        key(
                                item.asText(),
                                row.path("recipient").asText(),
                                row.path("purpose").asText(),
                                row.path("method").asText()),
                        row.path("before").asText() + " -> " + row.path("after").asText())));
        return rows;
    }

    private static String key(String item, String recipient, String purpose, String method) {
        return String.join(" ", item, recipient, purpose, method);
    }

    /** Every answer about receiving there is, from the provider of the entry. */
    private static Map<String, String> everything(ApiServer api) {
        var decisions = api.bean(Registry.class).decisions();
        var answers = new LinkedHashMap<String, String>();
        for (var dataset : items(api).entrySet()) {
            for (var recipient : organizations(api)) {
                for (var purpose : purposes(api)) {
                    for (var method : METHODS) {
                        ask(decisions, dataset, recipient, purpose, method, answers);
                    }
                }
            }
        }
        return answers;
    }

    private static void ask(
            Decisions decisions,
            Map.Entry<String, List<String>> dataset,
            String recipient,
            String purpose,
            String method,
            Map<String, String> answers) {
        for (var item : dataset.getValue()) {
            var form = new QuestionForm(
                    recipient,
                    dataset.getKey(),
                    List.of(item),
                    Optional.of(purpose),
                    Optional.of(method),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(AT),
                    OptionalLong.empty());
            answers.put(
                    key(item, recipient, purpose, method),
                    decisions.brief(form).outcome().code());
        }
    }

    private static Map<String, List<String>> items(ApiServer api) {
        var items = new LinkedHashMap<String, List<String>>();
        try (var now = api.bean(Registry.class).store().read()) {
            now.union()
                    .find(Node.ANY, Rdf.type, Dcat.Dataset)
                    .toList()
                    .forEach(triple -> items.put(
                            triple.getSubject().getURI(),
                            now.union()
                                    .find(triple.getSubject(), Sq.dataItem, Node.ANY)
                                    .mapWith(each -> each.getObject().getURI())
                                    .toList()));
        }
        return items;
    }

    private static List<String> organizations(ApiServer api) {
        try (var now = api.bean(Registry.class).store().read()) {
            return now.union()
                    .find(Node.ANY, Rdf.type, Org.FormalOrganization)
                    .mapWith(triple -> triple.getSubject().getURI())
                    .toList();
        }
    }

    private static List<String> purposes(ApiServer api) {
        try (var now = api.bean(Registry.class).store().read()) {
            return now.union()
                    .find(Node.ANY, Skos.inScheme, NodeFactory.createURI(Sq.CODE + "purpose"))
                    .mapWith(triple -> triple.getSubject().getURI())
                    .toList();
        }
    }

    /** Name and number for the tax office, to verify and query for the housing fund. */
    private static void make(ApiServer api) {
        var made = api.post(
                "/api/v1/agreements",
                """
                {"identifier":"A-P-1","title":{"zh":"户籍信息共享协议"},"agreementStatus":"draft",
                 "legalBasis":["https://w3id.org/shuqi/law/ndsr-12"],"securityMeasure":{"zh":"专线访问"},
                 "validFrom":"2026-01-01T00:00:00+08:00","validUntil":"2036-01-01T00:00:00+08:00","permission":[%s]}"""
                        .formatted(permission("A-P-1", "\"organization/tax\"", "name,id-number", "housing-fund")));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        sign(api, AGREEMENT, "police", "tax");
        take(api, AGREEMENT, "{\"to\":\"active\",\"by\":\"police\"}");
        assertThat(api.get(
                                "/api/v1/decisions?recipient=tax&dataset=population&items=name&purpose=housing-fund&at=2026-12-01")
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("permit");
    }

    /** The number goes, the address comes, and so do another recipient and another purpose. */
    private static void amend(ApiServer api) {
        var drafted = api.post(AGREEMENT + "/versions", "{\"kind\":\"amend\"}");
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        var patched = api.send(
                "PATCH",
                AGREEMENT + "/v2",
                "{\"permission\":[%s]}"
                        .formatted(permission(
                                "A-P-1/v2",
                                "\"organization/tax\",\"organization/civil\"",
                                "name,address",
                                "housing-fund\",\"code:purpose/social-assistance")),
                "If-Match",
                api.get(AGREEMENT + "/v2").header("ETag"));
        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        var filed = api.post(
                "/api/v1/filings",
                """
                {"id":"filing/F-P-1","changeKind":"change","respondent":"organization/police","about":["agreement/A-P-1"],
                 "consultedAt":"2026-01-10T09:00:00+08:00","filedAt":"2026-01-11T09:00:00+08:00","filingNumber":"BA-9"}""");
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    }

    private static String permission(String agreement, String recipients, String items, String purpose) {
        return """
                {"id":"agreement/%1$s#p1","type":"Permission","assigner":"organization/police","assignee":[%2$s],
                 "action":"receive","target":["%3$s"],"constraint":[
                   {"id":"agreement/%1$s#c1","type":"Constraint","leftOperand":"purpose","operator":"isAnyOf",
                    "rightOperand":["code:purpose/%4$s"]},
                   {"id":"agreement/%1$s#c2","type":"Constraint","leftOperand":"method","operator":"isAnyOf",
                    "rightOperand":["code:sharing-method/verify","code:sharing-method/query"]}]}"""
                .formatted(
                        agreement,
                        recipients,
                        "dataset/population/item/" + items.replace(",", "\",\"dataset/population/item/"),
                        purpose);
    }

    private static void sign(ApiServer api, String agreement, String... parties) {
        take(api, agreement, "{\"to\":\"under-review\",\"by\":\"police\",\"person\":\"a\"}");
        take(api, agreement, "{\"to\":\"awaiting-signature\",\"by\":\"police\",\"person\":\"b\"}");
        for (var at = 0; at < parties.length; at++) {
            var to = at == parties.length - 1 ? "signed" : "partially-signed";
            take(api, agreement, "{\"to\":\"%s\",\"by\":\"%s\"}".formatted(to, parties[at]));
        }
    }

    private static void take(ApiServer api, String record, String form) {
        var reply = api.post(record + "/transitions", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
}
