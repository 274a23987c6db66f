package org.shuqi.shield;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A whole server, and a connection on which any bytes come. It answers or hangs up, and answers the next one. */
public final class BytesFuzz {

    private static final Pattern FAILED = Pattern.compile("HTTP/1\\.[01] 5(?!03)\\d\\d");
    private static final byte[] LAST =
            "GET /api/v1/about HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static Running server;

    private BytesFuzz() {}

    /** Starts the server before the first input. */
    public static void fuzzerInitialize() {
        if (server == null) {
            BugDetectors.allowNetworkConnections((host, port) -> host.equals("localhost"));
            try {
                server = Running.with(
                        Files.createTempDirectory("drawn"), "shuqi.wire.head", "PT1S", "shuqi.wire.body", "PT1S");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Stops it after the last. */
    public static void fuzzerTearDown() {
        server.close();
        server = null;
    }

    /** Requests to begin with. */
    public static List<byte[]> seeds() {
        return Stream.of(
                        "POST /access/v1/evaluation HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                        "GET /api/v1/datasets?q=a&limit=1 HTTP/1.1\r\nHost: a\r\nAccept: text/turtle\r\nAccept-Language: zh\r\n\r\n",
                        "POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nASK\r\n0\r\n\r\n",
                        "GET /search?q=%E6%95%B0 HTTP/1.1\r\nHost: a\r\nCookie: shuqi-session=a; b=c\r\nRange: bytes=0-1\r\n\r\n",
                        "PUT /api/v1/organizations/a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nIf-Match: \"1\"\r\nContent-Length: 2\r\n\r\n{}",
                        "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: upgrade, http2-settings\r\nHTTP2-Settings: AAMAAABk\r\n\r\n",
                        "OPTIONS * HTTP/1.0\r\nAuthorization: Bearer a.b.c\r\nX-Request-ID: a\r\nIf-Modified-Since: Mon, 23 Nov 2026 00:00:00 GMT\r\n\r\n")
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        try (var socket = server.connect()) {
            socket.setSoTimeout(10_000);
            var sent = new ByteArrayOutputStream();
            sent.writeBytes(data);
            sent.writeBytes(LAST);
            socket.getOutputStream().write(sent.toByteArray());
            socket.shutdownOutput();
            var heard = Running.heard(socket.getInputStream());
            if (FAILED.matcher(heard.text()).find() || !heard.closed()) {
                throw new AssertionError(heard.text());
            }
        } catch (SocketTimeoutException hanging) {
            throw new AssertionError(hanging);
        } catch (IOException closedWhileWeWrote) {
            // the server need not hear us out
        }
    }
}
