package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;

/** Receipts over HTTP. */
class ReceiptsOverHttpTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void anAnswerIsKeptReadAndReplayedButNeverChanged() {
        var question = WorkedQuestionsOverHttpTest.object(
                        WorkedExample.questions().get(8).form())
                .toString();

        var kept = api.post("/api/v1/receipts?reason=audit", question);
        var path = kept.header("Location").replaceFirst("http://[^/]+", "");
        var read = api.get(path);
        var replayed = api.get(path + "/replay");

        assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
        assertThat(kept.json().path("answer").path("outcome").asText()).isEqualTo("permit");
        assertThat(read.json()).isEqualTo(kept.json().path("receipt"));
        assertThat(read.json().path("answerHash").asText()).hasSize(64);
        assertThat(replayed.json().path("same").booleanValue())
                .as(replayed.toString())
                .isTrue();
        assertThat(replayed.json().path("answer")).isEqualTo(kept.json().path("answer"));
        assertThat(api.get("/api/v1/receipts").json().path("total").asInt()).isPositive();
        assertThat(api.send("DELETE", path, "").status()).isEqualTo(409);
        assertThat(api.send("PUT", path, read.text(), "Content-Type", "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/receipts", "{\"recipient\":\"nobody\",\"dataset\":\"yearbook\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/receipts/nothing/replay").status()).isEqualTo(404);
    }
}
