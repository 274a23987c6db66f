package org.shuqi.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The clocks of a record as the whole registry shows them.
 *
 * @param record whose
 * @param codes of the clocks that such records may have
 * @param limits its clocks, as they stand once everything on record has happened
 * @param asked what was asked about other things than the record and its parts
 * @param graphs that were read for it: who sees them all would find the same
 * @param homes graphs that say what the record is: who sees none of them sees no record
 * @param settled instant from which on nothing but the day changes
 */
record Page(
        Node record,
        Set<String> codes,
        List<TimeLimit> limits,
        Set<Noted.Asked> asked,
        Set<Node> graphs,
        Set<Node> homes,
        Instant settled) {

    /** The order by the instant from which on they hold, the latest first. */
    static final Comparator<Page> LAST_SETTLED_FIRST = Comparator.comparing(Page::settled)
            .reversed()
            .thenComparing(page -> page.record().toString());

    Page {
        codes = Set.copyOf(codes);
        limits = List.copyOf(limits);
        asked = Set.copyOf(asked);
        graphs = Set.copyOf(graphs);
        homes = Set.copyOf(homes);
    }

    /** Where in that order those come that hold from the instant on. */
    static Page after(Instant at) {
        return new Page(NodeFactory.createURI(""), Set.of(), List.of(), Set.of(), Set.of(), Set.of(), at);
    }

    /** The record that the node is or is a part of, by its name. */
    static Node owner(Node node) {
        var cut = node.isURI() ? node.getURI().indexOf('#') : -1;
        return cut < 0 ? node : NodeFactory.createURI(node.getURI().substring(0, cut));
    }
}
