package org.shuqi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load program counts what a user would have waited, and sees a wrong answer. */
class WireTest {

    private static final int STALL_MILLIS = 600;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/fixed", exchange -> answer(exchange, 2));
        server.createContext("/chunked", exchange -> answer(exchange, 0));
        server.createContext("/stalls", exchange -> {
            if (asked.incrementAndGet() == 20) {
                rest();
            }
            answer(exchange, 2);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRequestThatWasDueDuringAStallIsCountedAsSlow() throws IOException {
        try (var wire = wire()) {
            var tally = wire.open(() -> Shot.get("/stalls", "*/*", "ok"), 100, 2);

            assertThat(tally.answered()).isBetween(190L, 201L);
            var slow = tally.latency().getCountBetweenValues(100_000_000L, Long.MAX_VALUE);
            assertThat(slow).as("due while the server stood still, in tenths").isGreaterThan(30);
            assertThat(tally.millis(100)).isGreaterThan(STALL_MILLIS * 0.9);
        }
    }

    @Test
    void bodiesOfKnownLengthAndInChunksAreRead() throws IOException {
        for (var path : new String[] {"/fixed", "/chunked"}) {
            try (var wire = wire()) {
                var tally = wire.closed(() -> Shot.get(path, "*/*", "ok"), 0.3);

                assertThat(tally.wrong()).isZero();
                assertThat(tally.answered()).isPositive();
            }
        }
    }

    @Test
    void anotherAnswerThanTheExpectedIsWrong() throws IOException {
        try (var wire = wire()) {
            var tally = wire.closed(() -> Shot.get("/fixed", "*/*", "no"), 0.2);

            assertThat(tally.wrong()).isEqualTo(tally.answered()).isPositive();
            assertThat(tally.firstWrong()).contains("GET /fixed", "expected no");
        }
    }

    private Wire wire() throws IOException {
        return Wire.open(server.getAddress().getPort(), 4, System::nanoTime);
    }

    private static void answer(HttpExchange exchange, int length) throws IOException {
        exchange.sendResponseHeaders(200, length);
        try (var body = exchange.getResponseBody()) {
            body.write("ok".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void rest() {
        try {
            Thread.sleep(STALL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
