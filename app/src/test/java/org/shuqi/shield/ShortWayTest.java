package org.shuqi.shield;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;

/** The short way is as guarded as the long one, and nothing unusual takes it. On the long way there is no such route. */
class ShortWayTest {

    private static final String HEAD = "POST /short HTTP/1.1\r\nHost: localhost\r\n";

    @TempDir
    private static Path folder;

    private static final Probe PROBE = new Probe();

    private static Running server;

    /** Says back what it got, and remembers for whom it worked. */
    private static final class Probe implements Shortcut {

        private final List<Optional<Caller>> callers = new ArrayList<>();

        @Override
        public String path() {
            return "/short";
        }

        @Override
        public @Nullable Reply answer(HttpHeaders headers, byte[] body) {
            synchronized (callers) {
                callers.add(Acting.caller());
            }
            var text = new String(body, StandardCharsets.UTF_8);
            if (text.equals("break")) {
                throw new IllegalStateException(text);
            }
            return text.equals("pass")
                    ? null
                    : new Reply(("got " + text).getBytes(StandardCharsets.UTF_8), "X-Own", "1");
        }
    }

    @BeforeAll
    static void start() {
        server = Running.withBean(folder, PROBE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        synchronized (PROBE.callers) {
            PROBE.callers.clear();
        }
    }

    @Test
    void theAnswerCarriesTheHeadersOfEveryAnswer() {
        var answer = server.send("POST", "/short", "one");
        var other = server.get("/api/v1/datasets");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("got one");
        assertThat(answer.headers().firstValue("X-Own")).contains("1");
        for (var name : List.of(
                "X-Content-Type-Options",
                "Referrer-Policy",
                "Cross-Origin-Resource-Policy",
                "Content-Security-Policy",
                "Cache-Control",
                "Strict-Transport-Security")) {
            assertThat(answer.headers().allValues(name))
                    .as(name)
                    .isEqualTo(other.headers().allValues(name));
        }
        assertThat(answer.headers().firstValue("Date")).isPresent();
        assertThat(PROBE.callers).containsExactly(Optional.of(Caller.operator()));
        assertThat(Acting.caller()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "break"})
    void whatItDoesNotAnswerGoesTheLongWay(String body) {
        assertThat(server.send("POST", "/short", body).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nCookie: a=b\r\n\r\none",
                "Content-Length: 3\r\nContent-Encoding: gzip\r\n\r\none",
                "Content-Length: 3\r\nConnection: close\r\n\r\none",
                "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n",
                "Content-Length: 3\r\nAuthorization: Bearer guess\r\n\r\none",
                "Content-Length: 3\r\nAuthorization: Basic YTpi\r\n\r\none",
                "Content-Length: 3\r\nAuthorization: Bearer a.b.c\r\n\r\none",
                "Content-Length: 3\r\nOrigin: https://example.org\r\n\r\none",
            })
    void whatIsUnusualGoesTheLongWay(String rest) throws IOException {
        var said = server.raw(HEAD + rest, 2_000);

        assertThat(said.status()).as(said.text()).isIn(401, 403, 404);
        assertThat(said.responses()).isEqualTo(1);
        assertThat(PROBE.callers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /short?a=b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\none",
                "PUT /short HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\none",
                "POST /short HTTP/1.0\r\nHost: localhost\r\nContent-Length: 3\r\n\r\none",
                "POST /short HTTP/1.1\r\nHost: example.org\r\nContent-Length: 3\r\n\r\none",
                "POST /short HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nContent-Length: 3\r\n\r\none",
                "POST /short HTTP/1.1\r\nContent-Length: 3\r\n\r\none",
            })
    void soDoesWhatIsNotQuiteSuchARequest(String request) throws IOException {
        var said = server.raw(request, 2_000);

        assertThat(said.status()).as(said.text()).isGreaterThanOrEqualTo(400);
        assertThat(PROBE.callers).isEmpty();
    }

    @Test
    void aLongBodyGoesTheLongWay() {
        assertThat(server.send("POST", "/short", "a".repeat(20_000)).statusCode())
                .isEqualTo(404);
        assertThat(PROBE.callers).isEmpty();
    }

    @Test
    void aBodyMayComeInPieces() throws Exception {
        try (var socket = server.connect()) {
            socket.setSoTimeout(2_000);
            for (var piece : List.of(HEAD + "Content-Length: 6\r\n\r\no", "ne", "two")) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                Thread.sleep(50);
            }
            assertThat(Running.heard(socket.getInputStream()).text()).endsWith("got onetwo");
        }
    }

    @Test
    void answersKeepTheOrderOfTheirRequests() throws IOException {
        var slow = "GET /api/v1/datasets HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var quick = HEAD + "Content-Length: 3\r\n\r\none";

        var said = server.raw(quick + slow + quick + quick, 2_000);

        assertThat(said.text().split("HTTP/1\\.1 ", -1))
                .as(said.text())
                .hasSize(5)
                .satisfies(parts -> assertThat(parts[1]).endsWith("got one"))
                .satisfies(parts -> assertThat(parts[2]).contains("\"items\":"));
        assertThat(said.text()).contains("HTTP/1.1 404");
    }

    @Test
    void whereAKeyIsNeededItIsNeededHereToo(@TempDir Path closed) throws IOException {
        try (var locked = Running.withBean(closed, new Probe(), "shuqi.open-on-loopback", false)) {
            var key = Files.readString(closed.resolve("operator.key")).strip();

            assertThat(locked.send("POST", "/short", "one").statusCode()).isEqualTo(401);
            assertThat(locked.send("POST", "/short", "one", "Authorization", "Bearer " + key)
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
