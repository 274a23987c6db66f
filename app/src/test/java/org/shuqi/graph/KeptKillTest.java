package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that keeps positions and a derived value without a pause is killed at a random moment, over and over: what it
 * leaves never makes the next start fail, nor lose or believe anything wrong.
 */
class KeptKillTest {

    @TempDir
    private Path folder;

    private final Map<String, Long> acknowledged = new HashMap<>();
    private int read;

    @Test
    void aFewKillsHarmNothing() throws Exception {
        kill(5);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "(POSITIONS|DERIVED)_.*")
    void aKillAtThisStepHarmsNothing(Faults.Step step) throws Exception {
        kill(start("first", "none", 0), 300);
        look();

        var process = start("second", step.name(), 2);
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(this::note);
        }

        assertThat(process.waitFor()).as("it fell dead by itself").isEqualTo(DoomedKeeper.DEAD);
        look();
        assertThat(read).isPositive();
    }

    @Test
    @Tag("slow")
    void fiftyKillsHarmNothing() throws Exception {
        kill(50);
    }

    private void kill(int times) throws Exception {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (var round = 0; round < times; round++) {
            kill(start(Integer.toString(round), "none", 0), random.nextInt(700));
            look();
        }
        System.out.println("killed " + times + " times; acknowledged " + acknowledged.size()
                + ", lost 0; the derived value was read from disk " + read + " times");
        assertThat(acknowledged).hasSizeGreaterThan(times);
        assertThat(read).as("not every kill left nothing of use").isPositive();
    }

    private Process start(String round, String deadly, int time) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedKeeper.class.getName(),
                        folder.toString(),
                        round,
                        deadly,
                        Integer.toString(time))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Kills the process so many milliseconds after its first acknowledgement. */
    private void kill(Process process, int millis) throws IOException, InterruptedException {
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            var first = out.readLine();
            assertThat(first).as("the writer did start").isNotNull();
            note(first);
            // by its handle, which leaves the output open to be read to its end
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                    .execute(process.toHandle()::destroyForcibly);
            out.lines().forEach(this::note);
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void note(String line) {
        var words = line.split(" ");
        if (words.length == 4 && words[0].equals("ACK") && words[3].equals("END")) {
            acknowledged.put(Scribe.iri(words[1]).getURI(), Long.parseLong(words[2]));
        }
    }

    /** Opens what was left, and holds everything against everything. */
    private void look() {
        var before = DoomedKeeper.CENSUS.read.get();
        try (var scribe = new Scribe(folder)) {
            var value = scribe.store.derive(DoomedKeeper.CENSUS).current();
            read += DoomedKeeper.CENSUS.read.get() - before;
            assertThat(value.keySet()).containsAll(acknowledged.keySet());
            assertThat(value.values()).as("nothing is there by half").containsOnly(2L);
            assertThat(value).hasSize((int) scribe.store.revision());
            assertThat(scribe.store.verify(quads -> {}).faults()).isEmpty();
        }
    }
}
