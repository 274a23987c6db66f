package org.shuqi.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed at a random moment, over and over: nothing acknowledged is lost, nothing is there by
 * half, and log, graph and derived values agree.
 */
class KillTest {

    @TempDir
    private Path folder;

    private final Map<String, Long> acknowledged = new HashMap<>();

    @Test
    void aFewKillsLoseNothing() throws Exception {
        kill(8);
    }

    @Test
    @Tag("slow")
    void fiftyKillsLoseNothing() throws Exception {
        kill(50);
    }

    private void kill(int times) throws Exception {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var unfinished = 0;
        for (var round = 0; round < times; round++) {
            acknowledged.putAll(writeAndDie(round, random.nextInt(1_500)));
            unfinished = check();
        }
        System.out.println("killed " + times + " times; acknowledged " + acknowledged.size()
                + "; written but not yet acknowledged " + unfinished + "; lost 0; by half 0");
        assertThat(acknowledged).hasSizeGreaterThan(times);
    }

    /** Starts a writer, lets it work for so long after its first acknowledgement, and kills it. */
    private Map<String, Long> writeAndDie(int round, int millis) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.add(out.readLine());
            assertThat(lines.get(0)).as("the writer did start").isNotNull();
            var killer = new Thread(() -> {
                sleep(millis);
                // the handle leaves the output open, which is read to its end
                process.toHandle().destroyForcibly();
            });
            killer.start();
            out.lines().forEach(lines::add);
            killer.join();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return acknowledgements(lines);
    }

    private static Map<String, Long> acknowledgements(List<String> lines) {
        var acknowledgements = new HashMap<String, Long>();
        for (var line : lines) {
            var words = line.split(" ");
            if (words.length == 4 && words[0].equals("ACK") && words[3].equals("END")) {
                acknowledgements.put(words[1], Long.parseLong(words[2]));
            }
        }
        return acknowledgements;
    }

    /** Looks at all that is there after a restart; gives how many writes were there without an acknowledgement. */
    private int check() {
        try (var desk = new Desk(folder);
                var snapshot = desk.store.read()) {
            var sizes = new HashMap<String, Integer>();
            snapshot.dataset()
                    .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> sizes.merge(quad.getGraph().getLocalName(), 1, Integer::sum));
            sizes.forEach((name, size) ->
                    assertThat(size).as(name + " is there whole").isEqualTo(DoomedWriter.size(name)));
            assertThat(sizes.keySet()).as("nothing acknowledged is lost").containsAll(acknowledged.keySet());
            acknowledged.forEach((name, revision) ->
                    assertThat(snapshot.revisionOf(Desk.iri(name))).isEqualTo(revision));
            assertThat(snapshot.revision()).isEqualTo(sizes.size());
            assertThat(desk.store.verify(quads -> {}).faults()).isEmpty();
            return sizes.size() - acknowledged.size();
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
