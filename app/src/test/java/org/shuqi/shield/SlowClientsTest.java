package org.shuqi.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that keep a connection busy by being slow. The patience is shortened, so that the tests need none. */
@Timeout(60)
class SlowClientsTest {

    @TempDir
    private static Path folder;

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.with(
                folder,
                "shuqi.wire.head",
                "PT0.6S",
                "shuqi.wire.body",
                "PT0.6S",
                "shuqi.wire.idle",
                "PT0.9S",
                "shuqi.wire.stalled",
                "PT0.6S",
                "shuqi.wire.look",
                "PT0.1S",
                "shuqi.wire.per-address",
                20);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void headersThatComeByteAfterByteAreNotWaitedFor() throws IOException {
        try (var socket = server.connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n");

            assertThat(drip(socket, "X-Slow: a\r\n")).isTrue();
        }
    }

    @Test
    void aBodyThatComesByteAfterByteIsNotWaitedFor() throws IOException {
        try (var socket = server.connect()) {
            send(
                    socket,
                    "POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 100000\r\n\r\n");

            assertThat(drip(socket, " ")).isTrue();
        }
    }

    @Test
    void aChunkedBodyWithoutEndIsNotWaitedFor() throws IOException {
        try (var socket = server.connect()) {
            send(
                    socket,
                    "POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n");

            assertThat(drip(socket, "1\r\n \r\n")).isTrue();
        }
    }

    @Test
    void aConnectionOnWhichNothingIsAskedEnds() throws IOException {
        try (var silent = server.connect();
                var answered = server.connect()) {
            send(answered, "GET /health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(new String(answered.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aSteadyClientMayTakeItsTime() throws IOException, InterruptedException {
        try (var socket = server.connect()) {
            for (var round = 0; round < 4; round++) {
                Thread.sleep(400);
                send(socket, "GET /health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                socket.getInputStream().skip(socket.getInputStream().available());
            }
        }
    }

    @Test
    void aResponseThatIsNotTakenIsGivenUp() throws IOException, InterruptedException {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(
                    new java.net.InetSocketAddress("localhost", server.uri("/").getPort()));
            var large = "GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n";
            assertThatCode(() -> {
                        for (var many = 0; many < 2_000; many++) {
                            send(socket, large);
                        }
                    })
                    .satisfiesAnyOf(sent -> assertThat(sent).isNull(), broken -> assertThat(broken)
                            .isInstanceOf(SocketException.class));

            for (var waited = 0; server.bean(Connections.class).open() > 0 && waited < 100; waited++) {
                Thread.sleep(100);
            }

            assertThat(server.bean(Connections.class).open()).isZero();
        }
    }

    @Test
    void oneAddressHasOnlySoManyConnections() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            for (var many = 0; many < 20; many++) {
                sockets.add(server.connect());
            }
            try (var oneTooMany = server.connect()) {
                assertThat(oneTooMany.getInputStream().read()).isEqualTo(-1);
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Whether the connection ends although something comes all the time. */
    private static boolean drip(Socket socket, String drop) throws IOException {
        socket.setSoTimeout(50);
        var until = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < until) {
            try {
                send(socket, drop);
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (java.net.SocketTimeoutException quiet) {
                // the server still waits
            } catch (SocketException gone) {
                return true;
            }
        }
        return false;
    }
}
