package org.shuqi.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/** Writes to a store without asking anybody, for tests. */
final class Scribe implements AutoCloseable {

    static final Stamp STAMP = new Stamp("tester", "test", OptionalLong.empty());

    final TdbStore store;
    final List<Throwable> halts = new ArrayList<>();

    Scribe(Path folder) {
        this(folder, Faults.NONE);
    }

    Scribe(Path folder, Faults faults) {
        this(folder, Opening.USUAL.with(faults));
    }

    Scribe(Path folder, Opening opening) {
        store = Stores.open(folder, 0, halts::add, opening);
    }

    /** Quads with a minus before them are taken out, all others put in. */
    long write(String... changes) {
        var removed = Stream.of(changes).filter(change -> change.startsWith("-"));
        var added = Stream.of(changes).filter(change -> !change.startsWith("-"));
        return write(new Delta(
                removed.map(change -> quad(change.substring(1))).toList(),
                added.map(Scribe::quad).toList()));
    }

    long write(Delta delta) {
        try (var round = store.ledger().open()) {
            var revision = round.accept(round.propose(delta), STAMP);
            round.commit();
            return revision;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean holds(String quad) {
        try (var snapshot = store.read()) {
            return snapshot.dataset().contains(quad(quad));
        }
    }

    /** Four words: graph, subject, predicate, object; an object that begins with a quote is a literal. */
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
        store.close();
    }
}
