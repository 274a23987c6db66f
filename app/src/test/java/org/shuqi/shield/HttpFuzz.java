package org.shuqi.shield;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shuqi.api.ApiServer;

/**
 * A whole server with the records of the worked example in it: one of the doors that the OpenAPI documents of programs and
 * pages name, a way to ask, a type, and then anything. Nothing makes it fail.
 */
public final class HttpFuzz {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/ld+json",
            "text/turtle",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "application/sparql-query",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/trig",
            "multipart/form-data; boundary=b");

    /** Records that are there. */
    private static final Map<String, String> NAMES = Map.of(
            "organizations",
            "tax",
            "datasets",
            "yearbook",
            "agreements",
            "A-2026-001",
            "catalogs",
            "statistics",
            "audit",
            "1",
            "revisions",
            "1");

    private static final List<String> BODIES = List.of(
            "{\"type\":\"Organization\",\"prefLabel\":{\"zh\":\"甲\"}}",
            "{\"subject\":{\"type\":\"organization\",\"id\":\"tax\"},\"resource\":{\"type\":\"dataset\",\"id\":\"yearbook\"},"
                    + "\"action\":{\"name\":\"receive\"},\"page\":{\"limit\":3}}",
            "title.zh=甲&title.en=a&publisher=tax&reason=x",
            "<urn:a> a <http://www.w3.org/ns/odrl/2/Agreement> .",
            "SELECT * { ?s ?p ?o } LIMIT 1",
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n名称,共享类型\na,b\r\n--b--\r\n");

    private static final String QUESTION = "?recipient=tax&dataset=yearbook&at=2026-01-01&q=a&limit=5&reason=x";

    private static final List<String> DOORS = Stream.of("shuqi", "pages")
            .flatMap(HttpFuzz::doors)
            // what never ends is not waited for
            .filter(door -> !door.equals("/api/v1/events"))
            .sorted()
            .toList();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static ApiServer server;

    private HttpFuzz() {}

    /** Starts the server before the first input. */
    public static void fuzzerInitialize() {
        if (server == null) {
            // the fuzzer takes any connection for one that the input has asked for; this one is ours
            BugDetectors.allowNetworkConnections((host, port) -> host.equals("localhost"));
            try {
                server = ApiServer.withExample(Files.createTempDirectory("drawn"));
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

    /** One request to each door in each usual way, to begin with. */
    public static List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (var door = 0; door < DOORS.size(); door++) {
            seeds.add(seed(door, 0, 0, QUESTION, ""));
            seeds.add(seed(door, 1, door % TYPES.size(), "", BODIES.get(door % BODIES.size())));
            seeds.add(seed(door, 1, 0, "", BODIES.get(door % 2)));
            seeds.add(seed(door, 1, 4, "", BODIES.get(2)));
        }
        return seeds;
    }

    private static byte[] seed(int door, int method, int type, String address, String body) {
        var seed = new ByteArrayOutputStream();
        seed.write(door);
        seed.write(method);
        seed.write(type);
        seed.write(address.length());
        seed.writeBytes(address.getBytes(StandardCharsets.ISO_8859_1));
        seed.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        return seed.toByteArray();
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
            var request = HttpRequest.newBuilder(server.uri(named(door, address)))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", type)
                    .header("If-Match", "*")
                    .method(method, BodyPublishers.ofByteArray(body));
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
                throw new AssertionError(method + " " + request.build().uri() + " " + type + " → " + answer.statusCode()
                        + " " + answer.body());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + door + address, broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The door with its gaps filled: by what stands before the question mark, or by a record that is there. */
    private static String named(String door, String address) {
        var question = address.indexOf('?');
        var name = question < 0 ? address : address.substring(0, question);
        var rest = question < 0 ? "" : address.substring(question);
        var usual = NAMES.entrySet().stream()
                .filter(each -> door.contains("/" + each.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("x");
        var filled = door.replaceAll(
                "\\{[^}]*}", name.isEmpty() ? usual : name.replace("\\", "").replace("$", ""));
        return filled + (filled.equals(door) ? name : "") + rest;
    }

    private static Stream<String> doors(String document) {
        try (var in = ApiServer.class.getResourceAsStream("/openapi/" + document + ".yml")) {
            return Pattern.compile("(?m)^  (/[^:\\s]*):")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same characters in an address that a client agrees to send; a question mark stays one. */
    private static String escaped(String text) {
        var written = new StringBuilder();
        for (var c : text.toCharArray()) {
            if (Character.isLetterOrDigit(c) && c < 0x7F || "/?&=-._~:%".indexOf(c) >= 0) {
                written.append(c);
            } else {
                written.append("%%%02X".formatted((int) c));
            }
        }
        // a sign that begins nothing is no address, and a client does not send it
        return written.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }
}
