package org.shuqi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shuqi.decision.Outcome;

/** Requests a second and latency of every door of a running server, beside a bare server with a constant answer. */
final class HttpBench {

    private static final int CONNECTIONS = Integer.getInteger("shuqi.bench.connections", 32);
    /** As many as the server runs at once; one more would be turned away, not answered. */
    private static final int QUERIES = 8;

    private static final int BATCH = 100;
    private static final int MOST_ROUNDS = 10;

    private final List<Asked> questions;
    private final Map<Asked, Outcome> outcomes;
    private final Instant at;
    private final double seconds;
    private final String doors;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Ready to ask.
     *
     * @param outcomes the right answers
     * @param at the instant that the right answers are about, which must be about now
     * @param seconds how long each run takes
     * @param doors pattern of the names of the doors to ask
     */
    HttpBench(Map<Asked, Outcome> outcomes, Instant at, double seconds, String doors) {
        this.doors = doors;
        this.questions = List.copyOf(outcomes.keySet());
        this.outcomes = outcomes;
        this.at = at;
        this.seconds = seconds;
    }

    /**
     * What one door can do.
     *
     * @param name the door
     * @param closed as fast as it can
     * @param open at half of that
     */
    record Row(String name, Tally closed, Tally open) {}

    /** Loads a bare server and the registry in the data folder, one after the other. */
    List<Row> run(Path data) throws IOException {
        try (var constant = Served.constant()) {
            measureAll(constant, constants());
        }
        try (var registry = Served.registry(data)) {
            System.out.printf(
                    "the server was ready after %.1f s, process %d%n", registry.secondsToReady(), registry.id());
            measureAll(registry, doors());
        }
        return List.copyOf(rows);
    }

    private void measureAll(Served server, Map<String, List<Shot>> some) throws IOException {
        for (var door : some.entrySet()) {
            if (door.getKey().matches(doors)) {
                var many = door.getKey().startsWith("SPARQL") ? QUERIES : CONNECTIONS;
                measure(server, door.getKey(), many, door.getValue());
            }
        }
    }

    private Map<String, List<Shot>> constants() {
        var body = questions.get(0).evaluation(at);
        var constants = new LinkedHashMap<String, List<Shot>>();
        constants.put("bare Micronaut: GET, constant answer", List.of(Shot.get("/constant", "*/*", "true")));
        constants.put("bare Micronaut: POST, constant answer", List.of(Shot.post("/constant", body, "true", 1)));
        return constants;
    }

    private Map<String, List<Shot>> doors() {
        var plain = PlainSparql.asTheLaw(at);
        var doors = new LinkedHashMap<String, List<Shot>>();
        doors.put("GET /health/liveness", List.of(Shot.get("/health/liveness", "*/*", "UP")));
        doors.put(
                "GET a constant document of ours",
                List.of(Shot.get("/.well-known/authzen-configuration", "*/*", "evaluation")));
        doors.put("GET decision", each(asked -> Shot.get(asked.path(at), "*/*", "{\"outcome\":\"" + code(asked))));
        doors.put(
                "POST AuthZEN evaluation",
                each(asked ->
                        Shot.post("/access/v1/evaluation", asked.evaluation(at), "\"decision\":" + yes(asked), 1)));
        doors.put("POST AuthZEN evaluations of 100", batches("answer"));
        doors.put(
                "POST AuthZEN evaluation, outcome only",
                each(asked -> Shot.post("/access/v1/evaluation", brief(asked), "\"decision\":" + yes(asked), 1)));
        doors.put("POST AuthZEN evaluations of 100, outcomes", batches("outcome"));
        doors.put(
                "SPARQL sq:permits, all bound",
                each(asked -> query(
                        "PREFIX sq: <https://w3id.org/shuqi/ns#> SELECT ?o { (<%s> <%s> <%s>) sq:permits (?o ?g ?u) }"
                                .formatted(asked.dataset(), asked.recipient(), asked.purpose()),
                        "code/outcome/" + code(asked) + "\"")));
        doors.put("SPARQL plain ASK, same meaning", each(asked -> query(plain.text(asked), ": " + yes(asked))));
        doors.put("SPARQL ASK {}", List.of(query("ASK {}", "true")));
        return doors;
    }

    private static Shot query(String text, String expected) {
        return Shot.get("/sparql?query=" + Urls.encoded(text), "application/sparql-results+json", expected);
    }

    private List<Shot> each(Function<Asked, Shot> shot) {
        return questions.stream().map(shot).toList();
    }

    private String brief(Asked asked) {
        return asked.evaluation(at).replaceFirst("\\}$", ",\"options\":{\"context\":\"outcome\"}}");
    }

    private List<Shot> batches(String context) {
        var batches = new ArrayList<Shot>();
        for (var from = 0; from + BATCH <= questions.size(); from += BATCH) {
            var part = questions.subList(from, from + BATCH);
            var body = part.stream()
                    .map(asked -> asked.evaluation(at))
                    .collect(Collectors.joining(
                            ",", "{\"options\":{\"context\":\"" + context + "\"},\"evaluations\":[", "]}"));
            var first = "{\"evaluations\":[{\"decision\":" + yes(part.get(0));
            batches.add(Shot.post("/access/v1/evaluations", body, first, BATCH));
        }
        return batches;
    }

    private String code(Asked asked) {
        return outcomes.get(asked).code();
    }

    private boolean yes(Asked asked) {
        return outcomes.get(asked) == Outcome.PERMIT;
    }

    private void measure(Served server, String name, int connections, List<Shot> shots) throws IOException {
        try (var wire = Wire.open(server.port(), connections, server::cpuNanos)) {
            warmUp(server, wire, shots);
            var closed = wire.closed(turns(shots), seconds);
            var open = wire.open(turns(shots), closed.perSecond() / 2, seconds);
            rows.add(new Row(name, closed, open));
            print(System.out, rows.get(rows.size() - 1));
            if (closed.wrong() + open.wrong() > 0) {
                System.out.println(closed.wrong() > 0 ? closed.firstWrong() : open.firstWrong());
            }
        }
    }

    /** Until the server has had the CPU time that it wants to compile what it runs, which takes long on a busy machine. */
    private void warmUp(Served server, Wire wire, List<Shot> shots) throws IOException {
        var begin = server.cpuNanos();
        for (var round = 0; round < MOST_ROUNDS && server.cpuNanos() - begin < 2 * seconds * 1e9; round++) {
            wire.closed(turns(shots), seconds);
        }
    }

    private static Supplier<Shot> turns(List<Shot> shots) {
        var next = new int[1];
        return () -> shots.get(next[0]++ % shots.size());
    }

    /** The line above the rows. */
    static void head(PrintStream out) {
        out.printf(
                "%-40s %10s %10s %10s %10s | %s%n",
                "door",
                "requests/s",
                "server µs",
                "p50 ms",
                "p99 ms",
                "open model at half of that: p50, p99, p99.9 ms; wrong");
    }

    static void print(PrintStream out, Row row) {
        out.printf(
                "%-40s %,10.0f %10.1f %10.2f %10.2f | %.2f %.2f %.2f; %d of %,d%s%n",
                row.name(),
                row.closed().perSecond(),
                row.closed().serverCpuMicros(),
                row.closed().millis(50),
                row.closed().millis(99),
                row.open().millis(50),
                row.open().millis(99),
                row.open().millis(99.9),
                row.closed().wrong() + row.open().wrong(),
                row.closed().answered() + row.open().answered(),
                row.closed().decisions() == row.closed().answered()
                        ? ""
                        : "; %.1f µs a decision".formatted(row.closed().serverCpuMicrosPerDecision()));
    }
}
