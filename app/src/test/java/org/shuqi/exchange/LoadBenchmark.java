package org.shuqi.exchange;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.Loader;
import org.shuqi.access.Caller;
import org.shuqi.generate.Generator;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/**
 * How fast a generated registry is loaded through the door for writes, held against a plain TDB2 load of the same file in
 * the same run. Not a test; how to run it is in {@code app/docs/performance-load.md}.
 */
public final class LoadBenchmark {

    private static final int ROUNDS = Integer.getInteger("shuqi.bench.rounds", 4);

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private LoadBenchmark() {}

    /** Takes the number of entries to generate. */
    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("shuqi-load-benchmark-");
        var file = folder.resolve("registry.nq");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Generator.of(Long.parseLong(args[0]), 1, Settings.DEFAULT_BASE_IRI).write(out);
        }
        long quads;
        try (var lines = Files.lines(file)) {
            quads = lines.count();
        }
        System.out.printf("%d entries, %d statements, Java %s%n", Long.parseLong(args[0]), quads, Runtime.version());
        for (int round = 1; round <= ROUNDS; round++) {
            var place = folder.resolve("plain-" + round);
            var plain = taken(() -> plain(place, file));
            var ours = ours(folder.resolve("ours-" + round), file);
            System.out.printf(
                    "round %d: plain TDB2 %.1f s (%.0f/s, CPU %.1f s); load %.1f s (%.0f/s, CPU %.1f s);"
                            + " plain/load %.2f, CPU %.2f%n",
                    round,
                    plain.seconds,
                    quads / plain.seconds,
                    plain.cpu,
                    ours.seconds,
                    quads / ours.seconds,
                    ours.cpu,
                    plain.seconds / ours.seconds,
                    plain.cpu / ours.cpu);
        }
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private static void plain(Path place, Path file) {
        var dataset = DatabaseMgr.connectDatasetGraph(place.toString());
        Loader.load(dataset, false, file.toString());
        Txn.executeRead(dataset, () -> {});
    }

    /** Only the load counts: reading, checking every record, writing log and graph; not the opening of the registry. */
    private static Taken ours(Path place, Path file) {
        try (var registry = Registry.open(Settings.of(place))) {
            var order =
                    new Order(List.of(file), Optional.empty(), Optional.empty(), false, "benchmark", Progress.SILENT);
            var loading = new Loading(registry.store(), registry.changes(), Settings.DEFAULT_BASE_IRI);
            return taken(() -> {
                var report = loading.load(order, Caller.operator());
                if (report.verdict() != LoadReport.Verdict.WRITTEN) {
                    throw new IllegalStateException(report.toString());
                }
            });
        }
    }

    /** By the clock, and CPU time of the whole process, compiler and garbage collector included. */
    private record Taken(double seconds, double cpu) {}

    private static Taken taken(Runnable work) {
        var start = System.nanoTime();
        var cpu = PROCESS.getProcessCpuTime();
        work.run();
        return new Taken((System.nanoTime() - start) / 1e9, (PROCESS.getProcessCpuTime() - cpu) / 1e9);
    }
}
