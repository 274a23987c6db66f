package org.shuqi.change;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Violation;

/** A process that writes until it is killed, and says what was acknowledged. */
final class DoomedWriter {

    private static final int LOAD = 1_500;
    private static final int RECORD = 10;

    private DoomedWriter() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var round = Integer.parseInt(arguments[1]);
        try (var desk = new Desk(folder, DoomedWriter::refuseForbidden)) {
            var threads = IntStream.range(0, 3)
                    .mapToObj(number -> new Thread(() -> write(desk, round + "-" + number + "-")))
                    .toList();
            threads.forEach(Thread::start);
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    /** How many quads the graph of this name has when it is whole. */
    static int size(String name) {
        return name.startsWith("load") ? LOAD : RECORD;
    }

    private static void write(Desk desk, String prefix) {
        for (var number = 0; ; number++) {
            if (number % 7 == 3) {
                var name = "load-" + prefix + number;
                var receipt = desk.door.load(
                        new Load("test", sink -> each(name, sink), Load.Mode.ALL, Load.Progress.SILENT),
                        Caller.operator());
                acknowledge(name, receipt.revision());
            } else if (number % 7 == 5) {
                refused(desk);
            } else {
                var name = "record-" + prefix + number;
                var quads = new ArrayList<Quad>();
                each(name, quads::add);
                acknowledge(
                        name, desk.apply(OptionalLong.empty(), List.of(), quads).revision());
            }
        }
    }

    private static void refused(Desk desk) {
        try {
            desk.add("forbidden s p 'one", "forbidden s p 'two");
            throw new IllegalStateException("the guard was not asked");
        } catch (Refusal expected) {
            // refusals between writes are part of the test
        }
    }

    private static List<Violation> refuseForbidden(DatasetGraph after, Delta delta) {
        if (after.containsGraph(Desk.iri("forbidden"))) {
            throw Refusal.of(Kind.INVALID, "禁止", "forbidden");
        }
        return List.of();
    }

    private static void each(String name, Consumer<Quad> sink) {
        for (var number = 0; number < size(name); number++) {
            sink.accept(Desk.quad(name + " " + name + "-" + number % 50 + " p" + number % 9 + " 'value " + number));
        }
    }

    private static synchronized void acknowledge(String name, long revision) {
        System.out.println("ACK " + name + " " + revision + " END");
        System.out.flush();
    }
}
