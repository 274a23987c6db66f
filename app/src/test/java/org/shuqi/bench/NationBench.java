package org.shuqi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.shuqi.decision.Nation;
import org.shuqi.decision.QuestionForm;

/**
 * What the index of a whole country takes: memory, time to build, to write, to read, to follow a change, to decide.
 *
 * <p>The argument is the number of datasets, three million if there is none. CPU times are of the one thread that works;
 * times by the clock depend on what else the machine does.
 */
public final class NationBench {

    private static final int LISTS = 500;
    private static final int QUESTIONS = 100_000;
    private static final int CHANGES = 200;
    private static final int BATCH = 100;
    private static final int ROUNDS = Integer.getInteger("shuqi.rounds", 4);

    private NationBench() {}

    public static void main(String[] arguments) throws IOException {
        long datasets = arguments.length == 0 ? 3_000_000 : Long.parseLong(arguments[0]);
        say("%,d datasets, heap at most %,d MB", datasets, Runtime.getRuntime().maxMemory() >> 20);
        long before = used();
        var built = new Stopwatch();
        var nation = Nation.of(datasets);
        built.say("build from " + String.format(Locale.ROOT, "%,d", nation.statements()) + " statements");
        size("built", nation, datasets, before);
        file(nation, datasets, before);
        changes(nation);
        decisions(nation, "decide", QUESTIONS, Nation.Asking::decide);
        decisions(nation, "whole answer", QUESTIONS / 10, Nation.Asking::explain);
        lists(nation);
    }

    /** The first list sorts all entries; the first for a kind of recipient and a purpose asks about each sort. */
    private static void lists(Nation nation) {
        var first = new Stopwatch();
        var asking = nation.asking();
        asking.datasets(asking.next());
        first.say("first list, with sorting");
        decisions(nation, "datasets of a recipient: total and first 100", LISTS, Nation.Asking::datasets);
        decisions(nation, "recipients of a dataset: total and first 100", LISTS, Nation.Asking::recipients);
    }

    private static void file(Nation nation, long datasets, long before) throws IOException {
        var file = Files.createTempFile("nation", ".index");
        try {
            written(nation, file);
            for (int round = 0; round < 3; round++) {
                nation.forget();
                used();
                var reading = new Stopwatch();
                nation.read(file);
                reading.say("read");
            }
            size("read", nation, datasets, before);
        } finally {
            Files.delete(file);
        }
    }

    private static void written(Nation nation, Path file) throws IOException {
        var writing = new Stopwatch();
        nation.write(file);
        writing.say(String.format(Locale.ROOT, "write %,d MB", Files.size(file) / 1_000_000));
    }

    private static void size(String when, Nation nation, long datasets, long before) {
        long bytes = used() - before;
        say(
                "%s: %,d MB for %,d items and %,d terms: %.0f bytes a dataset with all that hangs on it, %.1f an item",
                when,
                bytes / 1_000_000,
                nation.items(),
                nation.terms(),
                (double) bytes / datasets,
                (double) bytes / nation.items());
    }

    private static void changes(Nation nation) {
        for (int round = 0; round < 3; round++) {
            var watch = new Stopwatch();
            for (int change = 0; change < CHANGES; change++) {
                nation.follow(change % 2 == 1);
            }
            say("follow the change of one agreement: %.0f µs CPU", watch.cpuSeconds() * 1e6 / CHANGES);
        }
    }

    private static void decisions(Nation nation, String what, int many, Asked asked) {
        var asking = nation.asking();
        for (int round = 0; round < ROUNDS; round++) {
            measured(what, many, asking, asked);
        }
    }

    /** What is asked. */
    private interface Asked {

        Object of(Nation.Asking asking, QuestionForm form);
    }

    /** Questions are put a hundred at a time, as they come from a door that has just read them. */
    private static void measured(String what, int many, Nation.Asking asking, Asked asked) {
        var nanos = new long[many];
        var cpu = 0.0;
        for (int first = 0; first < many; first += BATCH) {
            var forms = new QuestionForm[BATCH];
            Arrays.setAll(forms, number -> asking.next());
            var watch = new Stopwatch();
            for (int number = 0; number < BATCH; number++) {
                long began = System.nanoTime();
                asked.of(asking, forms[number]);
                nanos[first + number] = System.nanoTime() - began;
            }
            cpu += watch.cpuSeconds();
        }
        Arrays.sort(nanos);
        say(
                "%s: %,d questions, %.2f µs CPU on average, p50 %.1f µs, p99 %.1f µs by the clock",
                what, many, cpu * 1e6 / many, nanos[many / 2] / 1e3, nanos[(int) (many * 0.99)] / 1e3);
    }

    private static long used() {
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void say(String what, Object... numbers) {
        System.out.println(String.format(Locale.ROOT, what, numbers));
    }

    /** Measures from its making on. */
    private static final class Stopwatch {

        private final long began = System.nanoTime();
        private final long cpu = cpu();

        private static long cpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        double cpuSeconds() {
            return (cpu() - cpu) / 1e9;
        }

        void say(String what) {
            NationBench.say("%s: %.1f s, %.1f s CPU", what, (System.nanoTime() - began) / 1e9, cpuSeconds());
        }
    }
}
