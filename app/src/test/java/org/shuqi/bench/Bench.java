package org.shuqi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.shuqi.generate.Generator;
import org.shuqi.registry.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the engine beside others, and every door of a running server, on one invented registry; prints one table.
 *
 * <p>See {@code app/docs/performance.md}; {@code bin/shuqi-bench} starts it.
 */
@Command(
        name = "shuqi-bench",
        description = "measures decisions in process and over HTTP beside other engines, on one invented registry",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Bench implements Runnable {

    @Option(names = "--datasets", paramLabel = "N", description = "catalogue entries of the invented registry")
    private long datasets = 1_000;

    @Option(names = "--seed", paramLabel = "N", description = "which invented registry")
    private long seed = 7;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "how long each line is measured, after as long to warm up")
    private double seconds = 5;

    @Option(names = "--data", paramLabel = "DIR", description = "keep the registry there, and use it if it is there")
    private Path data;

    @Option(names = "--no-engines", description = "leave out the decisions in process")
    private boolean noEngines;

    @Option(names = "--no-http", description = "leave out the server")
    private boolean noHttp;

    @Option(names = "--doors", paramLabel = "REGEX", description = "which lines of the HTTP table")
    private String doors = ".*";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "ask all doors in turn, so many times, and tell how they compare")
    private int rounds;

    /** Runs and ends. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public void run() {
        try {
            var scratch = Files.createTempDirectory("shuqi-bench");
            try {
                measure(data == null ? Files.createDirectory(scratch.resolve("data")) : data, scratch);
            } finally {
                delete(scratch);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void measure(Path folder, Path scratch) throws IOException {
        var out = System.out;
        var generator = Generator.of(datasets, seed, Settings.DEFAULT_BASE_IRI);
        machine(out);
        if (!GeneratedData.isThere(folder)) {
            Files.createDirectories(folder);
            var begin = System.nanoTime();
            GeneratedData.into(folder, generator);
            out.printf("grown and written to the log and the graph in %.0f s%n", (System.nanoTime() - begin) / 1e9);
        }
        var at = Instant.now();
        var engines = new EngineBench(generator, folder, at, seconds);
        if (noEngines) {
            engines.learn();
        } else {
            out.println();
            EngineBench.head(out);
            engines.run(Files.createDirectory(scratch.resolve("tdb2")));
        }
        if (rounds > 0) {
            out.println();
            new RatioBench(engines.outcomes(), at, seconds, doors, rounds).run(folder);
        } else if (!noHttp) {
            out.println();
            HttpBench.head(out);
            new HttpBench(engines.outcomes(), at, seconds, doors).run(folder);
        }
    }

    private void machine(PrintStream out) {
        out.printf(
                "%,d data sets, seed %d; Java %s, %d processors%n",
                datasets, seed, Runtime.version(), Runtime.getRuntime().availableProcessors());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
