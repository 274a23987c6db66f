package org.shuqi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuqi.decision.Outcome;

/** Requests a second and latency of every door of a running server, beside a bare server with a constant answer. */
final class HttpBench {

    private static final int MOST_ROUNDS = 10;

    private final Knocks knocks;
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
        this.knocks = new Knocks(outcomes, at);
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
            measureAll(constant, knocks.atTheConstant());
        }
        try (var registry = Served.registry(data)) {
            System.out.printf(
                    "the server was ready after %.1f s, process %d%n", registry.secondsToReady(), registry.id());
            measureAll(registry, knocks.atTheRegistry());
        }
        return List.copyOf(rows);
    }

    private void measureAll(Served server, Map<String, List<Shot>> some) throws IOException {
        for (var door : some.entrySet()) {
            if (door.getKey().matches(doors)) {
                measure(server, door.getKey(), Knocks.connections(door.getKey()), door.getValue());
            }
        }
    }

    private void measure(Served server, String name, int connections, List<Shot> shots) throws IOException {
        try (var wire = Wire.open(server.port(), connections, server::cpuNanos)) {
            warmUp(server, wire, shots);
            var closed = wire.closed(Knocks.inTurn(shots), seconds);
            var open = wire.open(Knocks.inTurn(shots), closed.perSecond() / 2, seconds);
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
            wire.closed(Knocks.inTurn(shots), seconds);
        }
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
