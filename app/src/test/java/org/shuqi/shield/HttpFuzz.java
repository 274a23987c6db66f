package org.shuqi.shield;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.shuqi.WorkedExample;

/** A whole server: a door, a way to ask, a type, and then anything. Nothing makes it fail. */
public final class HttpFuzz {

    private static final List<String> DOORS = List.of(
            "/api/v1/organizations",
            "/api/v1/catalogs",
            "/api/v1/datasets",
            "/api/v1/agreements",
            "/api/v1/requests",
            "/api/v1/corrections",
            "/api/v1/disputes",
            "/api/v1/assessments",
            "/api/v1/norms",
            "/api/v1/lists",
            "/api/v1/decisions",
            "/api/v1/decisions/matrix",
            "/api/v1/receipts",
            "/api/v1/imports",
            "/api/v1/exports/catalog",
            "/api/v1/revisions",
            "/api/v1/templates",
            "/api/v1/webhooks",
            "/api/v1/usage-records",
            "/access/v1/evaluation",
            "/access/v1/evaluations",
            "/access/v1/search/subject",
            "/access/v1/search/resource",
            "/access/v1/search/action",
            "/sparql",
            "/data",
            "/update",
            "/id/organization/x",
            "/login");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/ld+json",
            "text/turtle",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "application/sparql-query",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Running server;

    private HttpFuzz() {}

    /** Starts the server before the first input. */
    public static void fuzzerInitialize() {
        if (server == null) {
            // the fuzzer takes any connection for one that the input has asked for; this one is ours
            BugDetectors.allowNetworkConnections((host, port) -> host.equals("localhost"));
            try {
                server = Running.with(Files.createTempDirectory("drawn"), "shuqi.base-iri", WorkedExample.BASE);
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

    /** Bytes: door, method, type, length of the part that goes into the address; then that part; then the body. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 4) {
            return;
        }
        var door = DOORS.get(Byte.toUnsignedInt(data[0]) % DOORS.size());
        var method = METHODS.get(Byte.toUnsignedInt(data[1]) % METHODS.size());
        var type = TYPES.get(Byte.toUnsignedInt(data[2]) % TYPES.size());
        var end = Math.min(4 + Byte.toUnsignedInt(data[3]), data.length);
        var address = escaped(new String(data, 4, end - 4, StandardCharsets.ISO_8859_1));
        var body = Arrays.copyOfRange(data, end, data.length);
        try {
            var request = HttpRequest.newBuilder(URI.create(server.uri(door) + address))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", type)
                    .header("If-Match", "*")
                    .method(method, BodyPublishers.ofByteArray(body));
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
                throw new AssertionError(
                        method + " " + door + address + " → " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + door + address, broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The same characters in an address that a client agrees to send; a question mark stays one. */
    private static String escaped(String text) {
        var written = new StringBuilder();
        for (var c : text.toCharArray()) {
            if (Character.isLetterOrDigit(c) && c < 0x7F || "/?&=-._~:".indexOf(c) >= 0) {
                written.append(c);
            } else {
                written.append("%%%02X".formatted((int) c));
            }
        }
        return written.toString();
    }
}
