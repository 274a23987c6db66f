package org.shuqi.change;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;

/** A store on disk with its door, for tests. */
final class Desk implements AutoCloseable {

    final Store store;
    final ChangeDoor door;

    Desk(Path folder) {
        this(folder, Guard.NONE);
    }

    Desk(Path folder, Guard guard) {
        store = Stores.open(folder, 0);
        door = ChangeDoor.open(store, guard);
    }

    Receipt add(String... quads) {
        return apply(OptionalLong.empty(), List.of(), quads(quads));
    }

    Receipt remove(String... quads) {
        return apply(OptionalLong.empty(), quads(quads), List.of());
    }

    Receipt apply(OptionalLong expected, List<Quad> removed, List<Quad> added) {
        return door.apply(new Change("test", expected, now -> new Delta(removed, added)), Caller.operator());
    }

    boolean holds(String quad) {
        try (var snapshot = store.read()) {
            return snapshot.dataset().contains(quad(quad));
        }
    }

    static List<Quad> quads(String... quads) {
        return Stream.of(quads).map(Desk::quad).toList();
    }

    /** Four words: graph, subject, predicate, object; an object in quotes is a literal. */
    static Quad quad(String words) {
        var terms = words.split(" ", 4);
        return new Quad(iri(terms[0]), iri(terms[1]), iri(terms[2]), object(terms[3]));
    }

    static Node iri(String name) {
        return NodeFactory.createURI("http://test/" + name);
    }

    private static Node object(String word) {
        return word.startsWith("'") ? NodeFactory.createLiteralString(word.substring(1)) : iri(word);
    }

    @Override
    public void close() {
        door.close();
        store.close();
    }
}
