package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/** A load is killed without warning, at a random moment, as a process of its own. */
class KillTest {

    @TempDir
    private Path folder;

    @Test
    void killedLoadIsThereWholeOrNotAtAll() throws Exception {
        killAndLookAgain(3, 20_261_122);
    }

    @Test
    @Tag("slow")
    void fiftyKilledLoadsAreThereWholeOrNotAtAll() throws Exception {
        killAndLookAgain(50, System.nanoTime());
    }

    private void killAndLookAgain(int times, long seed) throws Exception {
        System.out.println("KillTest seed " + seed);
        var random = new Random(seed);
        var data = folder.resolve("data");
        try (var begun = Registry.open(Settings.of(data))) {
            assertThat(begun.store().revision()).isEqualTo(1);
        }
        var whole = 0;
        for (int i = 0; i < times; i++) {
            var file = folder.resolve("grown-" + i + ".nq");
            Shell.run(
                    "generate",
                    "--datasets",
                    "60",
                    "--seed",
                    i,
                    "--base-iri",
                    "http://kill-" + i + ".example/id/",
                    "-o",
                    file);
            var before = look(data);
            kill(data, file, random);
            var after = look(data);
            var added = after.quads() - before.quads();
            assertThat(added).as("kill " + i).isIn(0L, lines(file));
            assertThat(after.revision() - before.revision()).isEqualTo(added == 0 ? 0 : 1);
            whole += added == 0 ? 0 : 1;
        }
        System.out.println("KillTest: " + whole + " of " + times + " loads were whole, the others left no trace");
        assertThat(Shell.run("verify", "--data", data).code()).isZero();
    }

    private void kill(Path data, Path file, Random random) throws IOException, InterruptedException {
        var child = Shell.child("load", "--data", data, file)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.txt").toFile())
                .start();
        // from before it opens the store to after it has written, measured by its own start
        waitForWork(child);
        child.waitFor(random.nextInt(6000), TimeUnit.MILLISECONDS);
        child.destroyForcibly();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Until the child has begun to use the CPU in earnest; the moment within its work is then drawn by lot. */
    private static void waitForWork(Process child) throws InterruptedException {
        while (child.isAlive()
                && child.info()
                        .totalCpuDuration()
                        .map(spent -> spent.toMillis() < 1500)
                        .orElse(false)) {
            Thread.sleep(20);
        }
    }

    private static Looked look(Path data) {
        try (var registry = Registry.open(Settings.of(data));
                var now = registry.store().read()) {
            var quads = now.dataset().stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                    .filter(quad -> quad.getGraph().getURI().startsWith("http://kill-"))
                    .count();
            return new Looked(now.revision(), quads);
        }
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.distinct().count();
        }
    }

    private record Looked(long revision, long quads) {}
}
