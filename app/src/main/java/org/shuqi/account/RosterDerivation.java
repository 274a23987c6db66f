package org.shuqi.account;

import java.util.LinkedHashSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;

/** Keeps the roster beside the graph; a change that touches no account costs a look at the names of its graphs. */
final class RosterDerivation implements Derivation<Roster> {

    private final EntryReader reader;

    RosterDerivation(EntryReader reader) {
        this.reader = reader;
    }

    @Override
    public Roster build(DatasetGraph whole, long revision) {
        return read(Roster.EMPTY, reader.homes(whole), whole);
    }

    @Override
    public Roster next(Roster previous, DatasetGraph now, long revision, Delta delta) {
        var touched = new LinkedHashSet<Node>();
        Stream.concat(delta.removed().stream(), delta.added().stream())
                .map(Quad::getGraph)
                .distinct()
                .filter(graph -> reader.subject(graph).isPresent())
                .forEach(touched::add);
        return read(previous, touched, now);
    }

    private Roster read(Roster before, Iterable<Node> graphs, DatasetGraph now) {
        var roster = before;
        for (var graph : graphs) {
            roster = roster.with(reader.subject(graph).orElseThrow(), reader.read(graph, now));
        }
        return roster;
    }
}
