package org.shuqi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.change.Load;
import org.shuqi.generate.Generator;
import org.shuqi.graph.Stores;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/** Data folders with an invented registry in them. */
final class GeneratedData {

    private GeneratedData() {}

    /**
     * Fills a new data folder with the release and an invented registry.
     *
     * <p>The gate does not look at it: its cost is measured elsewhere, and the generator's own tests say that it breaks no
     * shape.
     */
    static void into(Path data, Generator generator) {
        Registry.open(Settings.of(data)).close();
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            var load = new Load("benchmark", sink -> generator.write(to(sink)), Load.Mode.ALL, Load.Progress.SILENT);
            door.load(load, Caller.operator());
        }
    }

    /** Whether an earlier run has left a data folder. */
    static boolean isThere(Path data) {
        return Files.exists(data.resolve("changes.log"));
    }

    private static StreamRDF to(Consumer<Quad> sink) {
        return new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                sink.accept(quad);
            }
        };
    }
}
