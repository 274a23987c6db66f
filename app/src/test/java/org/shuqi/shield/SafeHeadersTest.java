package org.shuqi.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers are told with every response. */
class SafeHeadersTest {

    @TempDir
    private static Path folder;

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.with(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/datasets",
        "GET, /api/v1/datasets/none",
        "GET, /nowhere",
        "DELETE, /openapi",
        "POST, /access/v1/evaluation",
        "GET, /sparql?query=ASK%7B%7D",
        "GET, /sparql?query=nonsense",
        "GET, /data?default",
        "GET, /openapi",
        "GET, /health",
        "GET, /health/liveness",
        "GET, /metrics",
        "GET, /ontology/terms/catalog.ttl",
        "GET, /.well-known/authzen-configuration",
    })
    void everyResponseTellsBrowsersToRunAndLoadNothingStrange(String method, String path) {
        var response = server.send(method, path, "");

        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void personalAnswersAreNotKept() {
        assertThat(header(server.get("/api/v1/datasets"), "Cache-Control")).isEqualTo("no-store");
        assertThat(header(server.get("/sparql?query=ASK%7B%7D"), "Cache-Control"))
                .contains("no-store");
        assertThat(header(server.get("/.well-known/authzen-configuration"), "Cache-Control"))
                .contains("public");
    }

    @Test
    void theNameOfARequestComesBackIfItIsOne() {
        var plain = server.get("/health/liveness", "X-Request-ID", "a1-B2_c3:4/5=");
        var strange = server.get("/health/liveness", "X-Request-ID", "<script>alert(1)</script>");
        var endless = server.get("/health/liveness", "X-Request-ID", "a".repeat(1_000));

        assertThat(header(plain, "X-Request-ID")).isEqualTo("a1-B2_c3:4/5=");
        assertThat(header(strange, "X-Request-ID")).isEmpty();
        assertThat(header(endless, "X-Request-ID")).isEmpty();
    }

    @Test
    void noOtherOriginIsLetInByABrowser() {
        var preflight = server.send(
                "OPTIONS",
                "/api/v1/datasets",
                "",
                "Origin",
                "https://attacker.example",
                "Access-Control-Request-Method",
                "POST");

        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .isEmpty();
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
