package org.shuqi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.shuqi.TestCallers;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.generate.Generator;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/**
 * What pages cost in a large registry, each beside the bare call that brings the same rows: the CPU time of the server for one
 * answer, its ratio to that of the call in the same run, how long one waits, and the bytes on the wire as a browser takes them.
 *
 * <p>Arguments: the number of data sets, and a folder to keep the registry in. {@code -Dshuqi.bench.pages=REGEX} chooses
 * pages by name, {@code -Dshuqi.bench.people=REGEX} for whom.
 */
public final class PagesBench {

    private static final double SECONDS = Double.parseDouble(System.getProperty("shuqi.bench.seconds", "2"));
    private static final String PAGES = System.getProperty("shuqi.bench.pages", ".*");
    private static final String PEOPLE = System.getProperty("shuqi.bench.people", ".*");

    private static final double SLOW_MILLIS = 8_000;

    private final PrintStream out = System.out;
    private final Served server;
    private final HttpClient client = HttpClient.newHttpClient();

    private PagesBench(Served server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var datasets = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000;
        var data = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("shuqi-pages");
        if (!GeneratedData.isThere(data)) {
            Files.createDirectories(data);
            GeneratedData.into(data, Generator.of(datasets, 7, Settings.DEFAULT_BASE_IRI));
            InventedCases.into(data, Settings.DEFAULT_BASE_IRI, Instant.now());
        }
        final List<Visits.Visit> visits;
        var people = new LinkedHashMap<String, String>();
        try (var registry = Registry.open(Settings.of(data));
                var now = registry.store().read()) {
            var chosen = new Visits(registry.records(), now.union());
            visits = chosen.all();
            people.put("operator", "");
            people.put(
                    "cataloguer",
                    TestCallers.key(
                            registry.changes(), "cataloguer", Appointment.in(chosen.office(), Role.CATALOGUER)));
        }
        try (var server = Served.registry(data)) {
            people.put(
                    "operator",
                    "Bearer " + Files.readString(data.resolve("operator.key")).strip());
            System.out.printf(
                    "%,d data sets; Java %s; server ready after %.1f s%n",
                    datasets, Runtime.version(), server.secondsToReady());
            new PagesBench(server).measure(visits, people);
        }
    }

    private void measure(List<Visits.Visit> visits, Map<String, String> people)
            throws IOException, InterruptedException {
        waitForTheSearchIndex(people.get("operator"));
        for (var person : people.entrySet()) {
            if (person.getKey().matches(PEOPLE)) {
                out.printf("%nas %s%n", person.getKey());
                out.printf(
                        "%-26s %9s %9s %9s %9s %8s | %9s %9s %8s | %7s%n",
                        "page",
                        "first ms",
                        "p50 ms",
                        "p99 ms",
                        "CPU ms",
                        "bytes",
                        "call p50",
                        "CPU ms",
                        "bytes",
                        "ratio");
                for (var visit : visits) {
                    if (visit.name().matches(PAGES)) {
                        row(visit, person.getValue());
                    }
                }
            }
        }
    }

    private void row(Visits.Visit visit, String key) throws IOException, InterruptedException {
        var page = asked(visit.path(), "text/html", key);
        if (visit.call().isEmpty()) {
            out.printf("%s | %9s %9s %8s | %7s%n", page.shown(visit.name()), "-", "-", "-", "-");
            return;
        }
        var call = asked(visit.call(), "application/json", key);
        out.printf(
                "%s | %9.1f %9.2f %,8d | %7.1f%n",
                page.shown(visit.name()),
                call.tally().millis(50),
                call.cpuMillis(),
                call.bytes(),
                page.cpuMillis() / call.cpuMillis());
    }

    /** An address that was asked. */
    private record Measured(double firstMillis, long bytes, Tally tally) {

        double cpuMillis() {
            return tally.serverCpuMicros() / 1e3;
        }

        String shown(String name) {
            return "%-26s %9.0f %9.1f %9.1f %9.2f %,8d"
                    .formatted(name, firstMillis, tally.millis(50), tally.millis(99), cpuMillis(), bytes);
        }
    }

    private Measured asked(String path, String accept, String key) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var first = sent(path, accept, key);
        var firstMillis = (System.nanoTime() - begin) / 1e6;
        if (first.statusCode() != HttpURLConnection.HTTP_OK) {
            out.printf("%s is answered with %d%n", path, first.statusCode());
        }
        var shot = Shot.signed(path, accept, key);
        if (firstMillis > SLOW_MILLIS) {
            return once(firstMillis, first.body().length, path, accept, key);
        }
        try (var wire = Wire.open(server.port(), 1, server::cpuNanos)) {
            wire.closed(() -> shot, SECONDS);
            return new Measured(firstMillis, first.body().length, wire.closed(() -> shot, SECONDS));
        }
    }

    /** What takes so long is asked once more and not for a while. */
    private Measured once(double firstMillis, long bytes, String path, String accept, String key)
            throws IOException, InterruptedException {
        var cpu = server.cpuNanos();
        var begin = System.nanoTime();
        sent(path, accept, key);
        var latency = new Histogram(3);
        latency.recordValue(System.nanoTime() - begin);
        var micros = (server.cpuNanos() - cpu) / 1e3;
        return new Measured(firstMillis, bytes, new Tally(1, 1, 0, "", 0, latency, micros, 0));
    }

    private HttpResponse<byte[]> sent(String path, String accept, String key) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Accept", accept)
                        .header("Accept-Encoding", "gzip")
                        .header("Authorization", key)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private void waitForTheSearchIndex(String key) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var cpu = server.cpuNanos();
        while (sent("/api/v1/search?q=a", "application/json", key).statusCode() == 503) {
            Thread.sleep(200);
        }
        out.printf(
                "search index there after %.1f s, %.1f s CPU%n",
                (System.nanoTime() - begin) / 1e9, (server.cpuNanos() - cpu) / 1e9);
    }
}
