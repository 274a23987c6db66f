package org.shuqi.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.api.ApiServer;
import org.shuqi.proof.Checkpoint;
import org.shuqi.proof.Note;
import org.shuqi.proof.ProofText;
import org.shuqi.proof.VerifierKey;

/** Whoever collects checkpoints over HTTP can prove entries and growth with them. */
class ProofsOverHttpTest {

    @TempDir
    private static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void aCheckpointIsSignedOnDemandAndServedAsTheNoteItself() {
        var signed = api.post("/api/v1/audit/checkpoints", "");
        var note = api.get("/api/v1/audit/checkpoint", "Accept", "text/plain");
        var keys = VerifierKey.in(api.get("/.well-known/shuqi-keys").text());

        assertThat(signed.status()).isEqualTo(200);
        assertThat(signed.json().path("note").asText()).isEqualTo(note.text());
        assertThat(Note.read(note.text()).orElseThrow().signer(keys)).isPresent();
        assertThat(api.get("/api/v1/audit/keys").json().at("/items/0/key").asText())
                .isEqualTo(keys.get(0).word());
        assertThat(api.get("/api/v1/audit/checkpoints")
                        .json()
                        .at("/items/0/note")
                        .asText())
                .isEqualTo(note.text());
    }

    @Test
    void proofsHoldAgainstTheCheckpoint() {
        var note = api.post("/api/v1/audit/checkpoints", "").json().path("note").asText();
        var signed = Note.read(note).flatMap(Checkpoint::in).orElseThrow();

        var inclusion = api.get("/api/v1/audit/proofs/inclusion?revision=1");

        assertThat(ProofText.read(inclusion.text()).orElseThrow().holds(List.of(signed)))
                .isTrue();
        var growth = api.get("/api/v1/audit/proofs/consistency?from=1&to=" + signed.size());
        assertThat(ProofText.read(growth.text())
                        .orElseThrow()
                        .consistency()
                        .orElseThrow()
                        .holds())
                .isTrue();
    }

    @Test
    void whatCannotBeProvedIsRefusedInWords() {
        assertThat(api.get("/api/v1/audit/proofs/inclusion?revision=999999").status())
                .isEqualTo(404);
        var missing = api.get("/api/v1/audit/proofs/inclusion", "Accept-Language", "en");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().path("detail").asText())
                .isEqualTo("the parameter `revision` is missing; give a whole number");
        assertThat(api.get("/api/v1/audit/proofs/consistency?from=0").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/audit/proofs/consistency?from=1&until=2").status())
                .isEqualTo(400);
    }
}
