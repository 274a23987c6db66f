package org.shuqi.proof;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;

/** A store on disk into which a test writes, with its checkpoints. */
final class Ledgers implements AutoCloseable {

    static final String BASE = "http://registry.example/id/";

    final Store store;
    final Checkpoints checkpoints;
    private final ChangeDoor door;

    Ledgers(Path folder, Clock clock) {
        store = Stores.open(folder, 0);
        door = ChangeDoor.open(store, Guard.NONE);
        checkpoints =
                Checkpoints.over(store, folder.resolve("checkpoints"), SigningKeys.in(folder, BASE, clock), clock);
    }

    /** Writes so many entries. */
    void write(int entries) {
        for (var entry = 0; entry < entries; entry++) {
            var number = store.revision() + 1;
            var quad = new Quad(
                    NodeFactory.createURI("http://test/graph"),
                    NodeFactory.createURI("http://test/s" + number),
                    NodeFactory.createURI("http://test/p"),
                    NodeFactory.createLiteralString("value of 第 " + number + " entry"));
            door.apply(
                    new Change("entry " + number, OptionalLong.empty(), now -> new Delta(List.of(), List.of(quad))),
                    Caller.operator());
        }
    }

    @Override
    public void close() {
        door.close();
        store.close();
    }
}
