package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joining an open agreement over HTTP, and leaving it: who comes and goes, and that nothing else does. */
class AccessionsOverHttpTest {

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
    void whoJoinsIsARecipientFromThatInstantOn() {
        var agreement = agreements.active("accession", "hrss");
        assertThat(agreements.outcome("tax", "name", "2026-07-01")).isNotEqualTo("permit");

        var joined = api.post(
                agreement + "/accessions",
                """
                {"by":"tax","person":"wang","at":"2026-06-01T09:00:00+08:00"}""");

        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        assertThat(agreements.outcome("tax", "name", "2026-07-01")).isEqualTo("permit");
        assertThat(agreements.outcome("tax", "id-number", "2026-06-01T09:00:00%2B08:00"))
                .isEqualTo("permit");
        assertThat(agreements.outcome("tax", "name", "2026-06-01T08:59:59%2B08:00"))
                .isNotEqualTo("permit");
        assertThat(agreements.outcome("tax", "address", "2026-07-01")).isNotEqualTo("permit");
        assertThat(agreements.outcome("hrss", "name", "2026-07-01")).isEqualTo("permit");
        assertThat(joined.json().path("signature")).hasSize(3);
        assertThat(joined.json().path("agreementStatus").asText()).isEqualTo("active");
        assertThat(api.get(agreement + "/duties?at=2026-07-01").text()).contains("organization/tax");
    }

    @Test
    void whoLeavesIsARecipientNoLongerAndTheOthersStay() {
        var agreement = agreements.active("accession", "hrss", "civil");
        api.post(agreement + "/accessions", "{\"by\":\"stats\",\"at\":\"2026-02-01T09:00:00+08:00\"}");

        var first = api.post(
                agreement + "/withdrawals",
                "{\"by\":\"stats\",\"note\":\"职责调整\",\"at\":\"2026-08-01T00:00:00+08:00\"}");
        var second = api.post(
                agreement + "/withdrawals",
                "{\"by\":\"civil\",\"note\":\"不再需要\",\"at\":\"2026-09-01T00:00:00+08:00\"}");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(agreements.outcome("stats", "name", "2026-07-01")).isEqualTo("permit");
        assertThat(agreements.outcome("stats", "name", "2026-08-02")).isNotEqualTo("permit");
        assertThat(agreements.outcome("civil", "name", "2026-08-02")).isEqualTo("permit");
        assertThat(agreements.outcome("civil", "name", "2026-09-02")).isNotEqualTo("permit");
        assertThat(agreements.outcome("hrss", "name", "2026-09-02")).isEqualTo("permit");
    }

    @Test
    void theLastRecipientTerminatesInsteadOfLeaving() {
        var agreement = agreements.active("accession", "housing");

        var refused = api.post(agreement + "/withdrawals", "{\"by\":\"housing\",\"note\":\"不再需要\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("至少留下一个接收方");
        assertThat(api.post(agreement + "/withdrawals", "{\"by\":\"stats\",\"note\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(agreement + "/withdrawals", "{\"note\":\"x\"}").status())
                .isEqualTo(400);
    }

    @Test
    void onlyAnOpenAgreementIsJoinedAndOnlyOnce() {
        var closed = agreements.active("bilateral", "housing");
        var open = agreements.active("accession", "housing");

        var refused = api.post(closed + "/accessions", "{\"by\":\"hrss\"}");
        api.post(open + "/accessions", "{\"by\":\"hrss\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("加入式");
        assertThat(api.post(open + "/accessions", "{\"by\":\"hrss\"}").status()).isEqualTo(409);
        assertThat(api.post(open + "/accessions", "{\"by\":\"nobody\"}").status())
                .isEqualTo(400);
        assertThat(api.post(agreements.draft("accession", "housing") + "/accessions", "{\"by\":\"hrss\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nothingElseChangesUnderCoverOfJoining() {
        var agreement = agreements.active("accession", "housing");
        var id = Agreements.id(agreement);
        var tag = api.get(agreement).header("ETag");

        var wider = api.post(
                agreement + "/transitions",
                """
                {"to":"active","step":"accede","by":"hrss","with":{"permission":["agreement/%1$s#p1",
                  {"id":"agreement/%1$s#p9","type":"Permission","assigner":"organization/police",
                   "assignee":["organization/hrss"],"action":"receive","target":["dataset/population"]}]}}"""
                        .formatted(id));
        var without = api.post(
                agreement + "/transitions",
                """
                {"to":"active","step":"accede","by":"hrss","with":{"permission":[]}}""");
        var nobody = api.post(agreement + "/transitions", "{\"to\":\"active\",\"step\":\"accede\"}");

        assertThat(wider.status()).as(wider.text()).isEqualTo(422);
        assertThat(without.status()).isIn(200, 422);
        assertThat(nobody.status()).as(nobody.text()).isEqualTo(422);
        assertThat(agreements.outcome("hrss", "address", "")).isNotEqualTo("permit");
        assertThat(tag).isNotEmpty();
    }
}
