package org.shuqi.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.shuqi.graph.Opening.Rhythm;

/**
 * A process that writes, and keeps positions and a derived value as often as it can, until it is killed or falls dead at
 * a step.
 */
final class DoomedKeeper {

    /** So large that most of the time some of it is being written. */
    static final Census CENSUS = new Census("1", 8 << 20);

    static final int DEAD = 9;

    private DoomedKeeper() {}

    public static void main(String[] arguments) {
        var round = arguments[1];
        var deadly = arguments[2];
        var left = new AtomicInteger(Integer.parseInt(arguments[3]));
        var eager = Opening.USUAL
                .with(new Rhythm(2, 1 << 10, 1, Duration.ofNanos(1)))
                .with(step -> {
                    if (step.name().equals(deadly) && left.decrementAndGet() == 0) {
                        Runtime.getRuntime().halt(DEAD);
                    }
                });
        try (var scribe = new Scribe(Path.of(arguments[0]), eager)) {
            scribe.store.derive(CENSUS);
            for (var number = 0; ; number++) {
                var name = "record-" + round + "-" + number;
                var revision = scribe.write(name + " s p 'one", name + " s p 'two");
                System.out.println("ACK " + name + " " + revision + " END");
                System.out.flush();
            }
        }
    }
}
