package org.shuqi.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.TestCallers;
import org.shuqi.access.Acting;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;

/** A key at the door becomes a caller, and the whole request works for that caller and for nobody else. */
class KeysOverHttpTest {

    private static final List<String> THREADS = List.of("here", "moved", "bound", "handed", "executed", "streamed");

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.with(data, Map.of("shuqi.open-on-loopback", false, Whom.SWITCH, "yes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "moved", "bound", "handed", "executed", "streamed"})
    void theCallerGoesAlongToEveryThread(String thread) {
        var key = TestCallers.key(api.bean(Changes.class), "clerk-" + thread, Appointment.everywhere(Role.READER));

        var reply = api.get("/whom/" + thread, "Authorization", key);

        assertThat(reply.text())
                .isEqualTo(TestCallers.account("clerk-" + thread).getURI());
        assertThat(Acting.caller()).isEmpty();
    }

    @Test
    void requestsAtTheSameTimeAreNeverMistakenForEachOther() {
        var keys = IntStream.range(0, 8)
                .mapToObj(each -> TestCallers.key(api.bean(Changes.class), "clerk" + each))
                .toList();

        var asked = IntStream.range(0, 800)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> {
                    var said =
                            api.get("/whom/" + THREADS.get(each % THREADS.size()), "Authorization", keys.get(each % 8));
                    return said.text()
                            .equals(TestCallers.account("clerk" + each % 8).getURI());
                }))
                .toList();

        assertThat(asked.stream().filter(answer -> !answer.join()).count()).isZero();
    }

    @Test
    void withoutAKeyOnlyDescriptionsAndPublishedWordsAreOpen() {
        for (var path : List.of(
                "/health/liveness",
                "/health/readiness",
                "/openapi",
                "/openapi/shuqi.yml",
                "/ontology",
                "/ontology/terms/trust.ttl",
                "/shapes",
                "/context/shuqi.jsonld",
                "/.well-known/authzen-configuration")) {
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        }
        for (var path : List.of(
                "/",
                "/health",
                "/metrics",
                "/sparql",
                "/data?default",
                "/update",
                "/id/x",
                "/api/v1/datasets",
                "/api/v1/revisions",
                "/api/v1/nothing",
                "/catalog.ttl",
                "/whom/here",
                "/openapix",
                "/ontologies")) {
            var reply = api.get(path, "Accept-Language", "en");
            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(reply.json().path("detail").asText()).startsWith("a key is needed");
        }
        assertThat(api.post("/access/v1/evaluation", "{}").status()).isEqualTo(401);
    }

    @Test
    void theOperatorsKeyAndAnIssuedOneOpenAndAnyOtherDoesNot() throws Exception {
        var operator =
                "Bearer " + Files.readString(data.resolve(OperatorKey.FILE)).strip();
        var clerk = TestCallers.key(api.bean(Changes.class), "clerk");

        assertThat(api.get("/whom/here", "Authorization", operator).text()).isEqualTo("operator");
        assertThat(api.get("/whom/here", "Authorization", clerk).status()).isEqualTo(200);
        for (var wrong : List.of(
                "Bearer",
                "Bearer ",
                "Basic " + clerk.substring(7),
                clerk + "0",
                clerk.substring(0, clerk.length() - 1),
                "Bearer " + org.shuqi.account.Digest.of(clerk.substring(7)),
                "",
                "Bearer \u00e9",
                clerk + ", " + operator)) {
            assertThat(api.get("/whom/here", "Authorization", wrong).status())
                    .as(wrong)
                    .isEqualTo(401);
            assertThat(api.get("/openapi", "Authorization", wrong).status())
                    .as(wrong)
                    .isEqualTo(401);
        }
    }

    @Test
    void aKeyOpensNothingOnceItIsRevoked() {
        var clerk = TestCallers.key(api.bean(Changes.class), "dismissed");
        assertThat(api.get("/whom/here", "Authorization", clerk).status()).isEqualTo(200);

        TestCallers.revoke(api.bean(Changes.class), "dismissed");

        assertThat(api.get("/whom/here", "Authorization", clerk).status()).isEqualTo(401);
    }
}
