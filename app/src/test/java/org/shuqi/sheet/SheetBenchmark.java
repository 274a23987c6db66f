package org.shuqi.sheet;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.graph.Store;
import org.shuqi.registry.Settings;

/**
 * What the check of a workbook costs: {@code bin/shuqi-bench sheet 200 1000 5000}, with the rows to try.
 *
 * <p>Told are CPU time of the whole process, so that what is handed to other threads counts, and the clock on the wall;
 * for the first check after a start, when nothing has been compiled, and the median of those that follow.
 */
final class SheetBenchmark {

    private static final int ROUNDS = 9;
    private static final int ROWS_A_RESOURCE = 5;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Imports imports;

    private SheetBenchmark(Bureau bureau) {
        this.imports = new Imports(
                bureau.api().bean(Store.class),
                bureau.api().bean(Changes.class),
                bureau.api().bean(Settings.class).baseIri());
    }

    /** Measures workbooks with so many rows and, from two hundred on, twenty-three faults. */
    public static void main(String[] rows) throws IOException {
        var sizes = rows.length == 0 ? new String[] {"200", "1000"} : rows;
        for (var size : sizes) {
            // a registry for each, so that the first check is really the first against it
            try (var bureau =
                    Bureau.open(Files.createTempDirectory("sheet-bench").resolve("data"))) {
                new SheetBenchmark(bureau).measure(Integer.parseInt(size));
            }
        }
    }

    private void measure(int rows) {
        var page = Bureau.catalogue(rows / ROWS_A_RESOURCE);
        Bureau.seed(page, new TreeMap<>());
        var order = new ImportOrder(
                page.xlsx(), "目录", ImportOrder.Mode.DRY_RUN, Optional.empty(), Optional.empty(), "benchmark");
        var cpu = new ArrayList<Long>();
        var wall = new ArrayList<Long>();
        var faults = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var began = System.nanoTime();
            var spent = process.getProcessCpuTime();
            faults = Acting.as(Caller.operator(), () -> imports.run(order, Caller.operator()))
                    .faults();
            cpu.add(process.getProcessCpuTime() - spent);
            wall.add(System.nanoTime() - began);
        }
        System.out.printf(
                "%,6d rows, %d faults: first %s CPU, %s on the wall; then %s CPU, %s on the wall%n",
                rows, faults, millis(cpu.get(0)), millis(wall.get(0)), millis(median(cpu)), millis(median(wall)));
    }

    private static long median(List<Long> rounds) {
        var sorted = rounds.stream().skip(1).mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
    }

    private static String millis(long nanos) {
        return "%,d ms".formatted(nanos / 1_000_000);
    }
}
