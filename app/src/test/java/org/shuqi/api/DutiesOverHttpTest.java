package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duties over HTTP: when they fall due, that they were done, breaches, and the ways an agreement ends. */
class DutiesOverHttpTest {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

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
    void aReportFallsDueAfterEveryQuarterAndDeletionAfterTheEnd() {
        var agreement = agreements.active("bilateral", "housing");

        var duties = duties(agreement, "2026-05-05");

        assertThat(lines(duties))
                .containsExactlyInAnyOrder("d1 2026-04-30 overdue", "d1 2026-07-30 open", "d2 2036-01-30 open");
        assertThat(lines(duties(agreement, "2026-01-04"))).isEmpty();
        assertThat(lines(duties(agreement, "2026-04-30"))).contains("d1 2026-04-30 open");
        assertThat(lines(duties(agreement, "2026-05-01"))).contains("d1 2026-04-30 overdue");
        assertThat(duties.path(0).path("label").path("zh").asText()).isNotEmpty();
        assertThat(duties.path(0).path("party").asText()).endsWith("organization/housing");
        assertThat(api.get(agreement + "/duties?at=2026-05-05&state=overdue")
                        .json()
                        .path("duties"))
                .hasSize(1);
        assertThat(api.get(agreement + "/duties?state=late").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/agreements/none/duties").status()).isEqualTo(404);
    }

    @Test
    void everyRecipientOwesItsOwn() {
        var agreement = agreements.active("multilateral", "housing", "hrss");

        fulfil(agreement, "d1", "{\"by\":\"hrss\",\"due\":\"2026-04-30\",\"what\":\"一季度报告\"}");

        var report = StreamSupport.stream(duties(agreement, "2026-05-05").spliterator(), false)
                .filter(duty -> duty.path("due").asText().equals("2026-04-30"))
                .map(duty -> duty.path("party").asText().replaceAll(".*/", "") + " "
                        + duty.path("state").asText())
                .toList();
        assertThat(report).containsExactlyInAnyOrder("housing overdue", "hrss fulfilled");
    }

    @Test
    void whatWasDoneIsRecordedOnceWithItsEvidence() {
        var agreement = agreements.active("bilateral", "housing");
        var form =
                """
                {"by":"housing","due":"2026-04-30","at":"2026-04-12T10:00:00+08:00","what":"一季度使用情况报告",
                 "hash":"%s","document":"https://example.org/report.pdf","person":"wang"}"""
                        .formatted(HASH);

        var record = fulfil(agreement, "d1", form);

        assertThat(record.path("caseStatus").asText()).endsWith("recorded");
        assertThat(record.path("fileHash").asText()).isEqualTo(HASH);
        assertThat(record.path("person").asText()).isEqualTo("wang");
        assertThat(record.path("fulfilledAt").asText()).startsWith("2026-04-12T10:00:00");
        assertThat(lines(duties(agreement, "2026-05-05"))).contains("d1 2026-04-30 fulfilled");
        assertThat(post(agreement, "d1", form)).isEqualTo(409);
        assertThat(post(agreement, "d9", form)).isEqualTo(404);
        assertThat(post(agreement, "d1", form.replace("housing", "stats"))).isEqualTo(400);
        assertThat(post(agreement, "d1", form.replace("2026-04-30", "2026-04-29")))
                .isEqualTo(400);
        assertThat(post(agreement, "d1", form.replace(HASH, "abc"))).isEqualTo(400);
        assertThat(post(agreement, "d1", form.replace("2026-04-12T", "2999-04-12T")))
                .isEqualTo(400);
        assertThat(post(agreement, "d1", "{\"by\":\"housing\"}")).isEqualTo(400);
    }

    @Test
    void theProviderMayFindTheEvidenceWanting() {
        var agreement = agreements.active("bilateral", "housing");
        var form = "{\"by\":\"housing\",\"due\":\"2026-04-30\",\"what\":\"空白报告\"}";
        var record = fulfil(agreement, "d1", form);
        var address = "/api/v1/fulfilments/" + record.path("id").asText().replaceAll(".*/fulfilment/", "");

        agreements.take(address, "{\"to\":\"rejected\",\"by\":\"police\",\"note\":\"没有内容\"}");

        assertThat(lines(duties(agreement, "2026-05-05"))).contains("d1 2026-04-30 overdue");
        assertThat(api.send(
                                "PATCH",
                                address,
                                "{\"person\":\"li\"}",
                                "If-Match",
                                api.get(address).header("ETag"))
                        .status())
                .isEqualTo(422);
        fulfil(agreement, "d1", form.replace("空白", "完整"));
        assertThat(lines(duties(agreement, "2026-05-05"))).contains("d1 2026-04-30 fulfilled");
    }

    @Test
    void aBreachStopsTheDataAtOnceUntilItIsPutRight() {
        var agreement = agreements.active("bilateral", "tax");
        assertThat(agreements.outcome("tax", "name", "")).isEqualTo("permit");
        var revision = api.revision();

        var breach = api.post(
                agreement + "/breaches",
                """
                {"by":"police","party":"tax","duty":"d1","due":"2026-04-30","note":"没有报告使用情况",
                 "rectifyBy":"2027-01-01T00:00:00+08:00"}""");

        assertThat(breach.status()).as(breach.text()).isEqualTo(201);
        assertThat(api.revision()).isEqualTo(revision + 1);
        assertThat(agreements.outcome("tax", "name", "")).isNotEqualTo("permit");
        assertThat(api.get(agreement).json().path("agreementStatus").asText()).isEqualTo("suspended");
        assertThat(breach.json().path("responsibleParty").asText()).endsWith("organization/tax");
        assertThat(lines(duties(agreement, "2026-05-05"))).contains("d1 2026-04-30 breached");

        var address = breach.header("Location").replaceAll(".*(/api/)", "$1");
        agreements.take(address, "{\"to\":\"rectified\",\"by\":\"police\",\"note\":\"已补报\"}");
        agreements.take(agreement, "{\"to\":\"active\",\"by\":\"police\"}");

        assertThat(agreements.outcome("tax", "name", "")).isEqualTo("permit");
        assertThat(lines(duties(agreement, "2026-05-05"))).contains("d1 2026-04-30 overdue");
    }

    @Test
    void whoMayNotSuspendCanOnlyRecord() {
        var agreement = agreements.active("bilateral", "housing");
        var revision = api.revision();
        var form = "{\"by\":\"housing\",\"party\":\"police\",\"note\":\"擅自中断服务\"}";

        var refused = api.post(agreement + "/breaches", form);
        var recorded = api.post(agreement + "/breaches", form.replace("}", ",\"suspend\":false}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        assertThat(api.revision()).isEqualTo(revision + 1);
        assertThat(api.get(agreement).json().path("agreementStatus").asText()).isEqualTo("active");
        assertThat(api.post(agreement + "/breaches", form.replace("\"police\"", "\"stats\""))
                        .status())
                .isEqualTo(400);
        assertThat(api.post(agreement + "/breaches", form.replace("\"note\"", "\"duty\":\"d9\",\"note\""))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theProviderEndsAServiceOnlyAfterConsultingAndFiling() {
        var agreement = agreements.active("bilateral", "housing");
        var form =
                "{\"to\":\"terminated\",\"step\":\"terminate-by-provider\",\"by\":\"police\",\"with\":{\"endCause\":\"agreed-change\"}}";

        var refused = api.post(agreement + "/transitions", form);
        agreements.file(agreement, "end");
        var ended = agreements.take(agreement, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("备案");
        assertThat(ended.path("terminatedAt").asText()).isNotEmpty();
        assertThat(ended.path("endCause").asText()).isEqualTo("agreed-change");
    }

    @Test
    void theRecipientEndsItWithItsCauseAndTheDataAreDisposedOf() {
        var agreement = agreements.active("bilateral", "housing");
        var causeless = api.post(agreement + "/transitions", "{\"to\":\"terminated\",\"by\":\"housing\"}");
        agreements.take(
                agreement,
                "{\"to\":\"terminated\",\"step\":\"terminate\",\"by\":\"housing\",\"with\":{\"endCause\":\"purpose-achieved\"}}");
        var early = api.post(agreement + "/transitions", "{\"to\":\"disposed\",\"by\":\"housing\"}");
        var made = api.post(
                "/api/v1/disposals",
                """
                {"id":"disposal/D-%1$s","caseStatus":"https://w3id.org/shuqi/code/disposal-status/due",
                 "underGrant":"agreement/%1$s","respondent":"organization/housing"}"""
                        .formatted(Agreements.id(agreement)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var disposal = "/api/v1/disposals/D-" + Agreements.id(agreement);
        agreements.take(disposal, "{\"to\":\"instructed\",\"by\":\"police\",\"note\":\"全部删除\"}");
        agreements.take(disposal, "{\"to\":\"disposed\",\"by\":\"housing\",\"note\":\"删除并覆写，证明编号 X-1\"}");

        var done = agreements.take(agreement, "{\"to\":\"disposed\",\"by\":\"housing\"}");

        assertThat(causeless.status()).isEqualTo(422);
        assertThat(early.status()).isEqualTo(422);
        assertThat(done.path("agreementStatus").asText()).isEqualTo("disposed");
        assertThat(lines(duties(agreement, "2036-01-01")).stream().filter(line -> line.startsWith("d2")))
                .hasSize(1);
    }

    @Test
    void whatIsOwedUnderOneVersionIsOwedByTheHeirUnderTheNext() {
        var first = agreements.active("bilateral", "housing");
        var drafted = api.post(first + "/versions", "{\"kind\":\"succeed\",\"from\":\"housing\",\"to\":\"civil\"}");
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        agreements.sign(first + "/v2", "police", "civil");
        agreements.take(first + "/v2", "{\"to\":\"active\",\"by\":\"civil\"}");

        var owed = duties(first + "/v2", "2027-03-01");

        assertThat(owed)
                .allSatisfy(duty -> assertThat(duty.path("party").asText()).endsWith("organization/civil"));
        assertThat(lines(owed)).contains("d1 2026-04-30 overdue");
        fulfil(first, "d1", "{\"by\":\"civil\",\"due\":\"2026-04-30\",\"what\":\"补报\"}");
        assertThat(lines(duties(first + "/v2", "2027-03-01"))).doesNotContain("d1 2026-04-30 overdue");
    }

    private static int post(String agreement, String duty, String form) {
        return api.post(agreement + "/duties/" + duty + "/fulfilments", form).status();
    }

    private static JsonNode fulfil(String agreement, String duty, String form) {
        var reply = api.post(agreement + "/duties/" + duty + "/fulfilments", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private static JsonNode duties(String agreement, String at) {
        var reply = api.get(agreement + "/duties?at=" + at);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("duties");
    }

    private static List<String> lines(JsonNode duties) {
        return StreamSupport.stream(duties.spliterator(), false)
                .map(duty -> duty.path("duty").asText() + " " + duty.path("due").asText() + " "
                        + duty.path("state").asText())
                .toList();
    }
}
