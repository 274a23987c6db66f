package org.shuqi.graph;

import java.nio.file.Path;
import java.time.Duration;
import org.shuqi.graph.Opening.Rhythm;

/** A process that writes, and keeps positions and a derived value as often as it can, until it is killed. */
final class DoomedKeeper {

    /** So large that most of the time some of it is being written. */
    static final Census CENSUS = new Census("1", 8 << 20);

    private DoomedKeeper() {}

    public static void main(String[] arguments) {
        var round = arguments[1];
        var eager = Opening.USUAL.with(new Rhythm(2, 1 << 10, 1, Duration.ofNanos(1)));
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
