package org.shuqi.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Asks a running server with the worked example the same question by every door, and prints requests a second.
 *
 * <p>Arguments: the server, for example {@code http://127.0.0.1:8080}, and the requests for each door. Eight requests are
 * under way at a time over kept connections. The generator shares the machine: compare the lines with one another.
 */
public final class HttpLoad {

    private static final int AT_A_TIME = 8;
    private static final String ORGANIZATION = "http://localhost:8080/id/organization/housing";
    private static final String DATASET = "http://localhost:8080/id/dataset/population";
    private static final String PURPOSE = "https://w3id.org/shuqi/code/purpose/housing-fund";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final int requests;

    private HttpLoad(String server, int requests) {
        this.server = server;
        this.requests = requests;
    }

    /** Runs every door twice and prints the second time. */
    public static void main(String[] arguments) throws InterruptedException {
        var load = new HttpLoad(arguments[0], Integer.parseInt(arguments[1]));
        for (var door : load.doors().entrySet()) {
            load.run(door.getValue());
            System.out.printf("%-34s %s%n", door.getKey(), load.run(door.getValue()));
        }
    }

    private Map<String, HttpRequest> doors() {
        var doors = new LinkedHashMap<String, HttpRequest>();
        doors.put("a constant answer", get("/.well-known/authzen-configuration"));
        doors.put(
                "GET /api/v1/decisions",
                get("/api/v1/decisions?items=name&method=query&recipient=%s&dataset=%s&purpose=%s"
                        .formatted(encoded(ORGANIZATION), encoded(DATASET), encoded(PURPOSE))));
        doors.put(
                "POST /access/v1/evaluation",
                post(
                        """
                        {"subject":{"type":"organization","id":"%s"},
                         "resource":{"type":"data-item","id":"%s/item/name"},
                         "action":{"name":"receive","properties":{"method":"query"}},
                         "context":{"purpose":"%s"}}"""
                                .formatted(ORGANIZATION, DATASET, PURPOSE)));
        doors.put(
                "SPARQL sq:permits, all bound",
                query("PREFIX sq: <https://w3id.org/shuqi/ns#> SELECT ?o { (<%s> <%s> <%s>) sq:permits (?o ?g ?u) }"
                        .formatted(DATASET, ORGANIZATION, PURPOSE)));
        doors.put("SPARQL ASK {}", query("ASK {}"));
        return doors;
    }

    private HttpRequest query(String text) {
        return get("/sparql?query=" + encoded(text));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).build();
    }

    private HttpRequest post(String body) {
        return HttpRequest.newBuilder(URI.create(server + "/access/v1/evaluation"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String run(HttpRequest request) throws InterruptedException {
        var free = new Semaphore(AT_A_TIME);
        var failed = new AtomicInteger();
        var nanos = new AtomicLongArray(requests);
        var begin = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            free.acquire();
            var number = i;
            var sent = System.nanoTime();
            client.sendAsync(request, BodyHandlers.ofByteArray()).whenComplete((response, thrown) -> {
                nanos.set(number, System.nanoTime() - sent);
                if (thrown != null || response.statusCode() != 200) {
                    failed.incrementAndGet();
                }
                free.release();
            });
        }
        free.acquire(AT_A_TIME);
        return summary(nanos, (System.nanoTime() - begin) / 1e9, failed.get());
    }

    private String summary(AtomicLongArray nanos, double seconds, int failed) {
        var sorted = new long[requests];
        Arrays.setAll(sorted, nanos::get);
        Arrays.sort(sorted);
        return "%,8.0f requests/s   median %6.2f ms   p99 %6.2f ms   failed %d"
                .formatted(requests / seconds, sorted[requests / 2] / 1e6, sorted[requests * 99 / 100] / 1e6, failed);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
