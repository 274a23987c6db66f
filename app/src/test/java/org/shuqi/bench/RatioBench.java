package org.shuqi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shuqi.decision.Outcome;

/**
 * How doors compare: all are asked in turn for a short while, round after round, so that what else the machine does meets all
 * alike. What is told are medians over the rounds; a ratio is that of each round, and then the median of those.
 */
final class RatioBench {

    private static final String CONSTANT = "bare Micronaut: POST, constant answer";
    private static final String PLAIN = "SPARQL plain ASK, same meaning";

    private static final double GAIN = 0.95;
    private static final int PASSES_WITHOUT_GAIN = 4;
    private static final int MOST_PASSES = 30;

    private final Knocks knocks;
    private final double seconds;
    private final String doors;
    private final int rounds;
    private final Map<String, List<Tally>> tallies = new LinkedHashMap<>();

    /** As {@link HttpBench}, for so many rounds. */
    RatioBench(Map<Asked, Outcome> outcomes, Instant at, double seconds, String doors, int rounds) {
        this.knocks = new Knocks(outcomes, at);
        this.seconds = seconds;
        this.doors = doors;
        this.rounds = rounds;
    }

    private record Door(String name, Served server, Wire wire, List<Shot> shots) {

        Tally ask(double seconds) throws IOException {
            return wire.closed(Knocks.inTurn(shots), seconds);
        }

        /** Until a request costs no less CPU time than it did before, so that what it runs has been compiled. */
        void warmUp(double seconds) throws IOException {
            var least = Double.MAX_VALUE;
            var passesWithoutGain = 0;
            for (var pass = 0; pass < MOST_PASSES && passesWithoutGain < PASSES_WITHOUT_GAIN; pass++) {
                var cpu = ask(2 * seconds).serverCpuMicros();
                passesWithoutGain = cpu < GAIN * least ? 0 : passesWithoutGain + 1;
                least = Math.min(least, cpu);
            }
        }
    }

    /** Asks both servers, which run side by side, and prints. */
    void run(Path data) throws IOException {
        try (var constant = Served.constant();
                var registry = Served.registry(data)) {
            var all = new ArrayList<Door>();
            add(all, constant, knocks.atTheConstant());
            add(all, registry, knocks.atTheRegistry());
            for (var door : all) {
                door.warmUp(seconds);
            }
            for (var round = 0; round < rounds; round++) {
                for (var door : all) {
                    tallies.computeIfAbsent(door.name(), name -> new ArrayList<>())
                            .add(door.ask(seconds));
                }
            }
            for (var door : all) {
                door.wire().close();
            }
        }
        print(System.out);
    }

    private void add(List<Door> all, Served server, Map<String, List<Shot>> some) throws IOException {
        for (var door : some.entrySet()) {
            if (door.getKey().matches(doors)) {
                var wire = Wire.open(server.port(), Knocks.connections(door.getKey()), server::cpuNanos);
                all.add(new Door(door.getKey(), server, wire, door.getValue()));
            }
        }
    }

    private void print(PrintStream out) {
        out.printf(
                "%-42s %10s %10s %11s %10s | times the constant POST and the plain ASK, requests/s (CPU)%n",
                "door, medians of " + rounds + " rounds", "requests/s", "server µs", "µs/decision", "p50 ms");
        tallies.forEach((name, some) -> out.printf(
                "%-42s %,10.0f %10.1f %11.1f %10.2f | %s %s; %d wrong%n",
                name,
                median(some, Tally::perSecond),
                median(some, Tally::serverCpuMicros),
                median(some, Tally::serverCpuMicrosPerDecision),
                median(some, tally -> tally.millis(50)),
                against(CONSTANT, some),
                against(PLAIN, some),
                some.stream().mapToLong(Tally::wrong).sum()));
    }

    private String against(String base, List<Tally> some) {
        var bases = tallies.get(base);
        if (bases == null) {
            return "-";
        }
        return "%.3f (%.3f)"
                .formatted(ratio(some, bases, Tally::perSecond), ratio(bases, some, Tally::serverCpuMicros));
    }

    private double ratio(List<Tally> some, List<Tally> others, ToDoubleFunction<Tally> what) {
        return middle(IntStream.range(0, rounds)
                .mapToDouble(round -> what.applyAsDouble(some.get(round)) / what.applyAsDouble(others.get(round)))
                .sorted()
                .toArray());
    }

    private static double median(List<Tally> some, ToDoubleFunction<Tally> what) {
        return middle(some.stream().mapToDouble(what).sorted().toArray());
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
