package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            writeAndDie(round, random.nextInt(700));
            look();
        }
        System.out.println("killed " + times + " times; acknowledged " + acknowledged.size()
                + ", lost 0; the derived value was read from disk " + read + " times");
        assertThat(acknowledged).hasSizeGreaterThan(times);
        assertThat(read).as("not every kill left nothing of use").isPositive();
    }

    private void writeAndDie(int round, int millis) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedKeeper.class.getName(),
                        folder.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var first = out.readLine();
            assertThat(first).as("the writer did start").isNotNull();
            note(first);
            var killer = new Thread(() -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                process.destroyForcibly();
            });
            killer.start();
            out.lines().forEach(this::note);
            killer.join();
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
