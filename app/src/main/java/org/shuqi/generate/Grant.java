package org.shuqi.generate;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * What an agreement or a request gives.
 *
 * @param number its number
 * @param iri its IRI
 * @param code its number as people write it
 * @param entries what it covers, all of one provider
 * @param items the items of the first entry that it covers; empty for all of all entries
 * @param recipients who receives
 * @param purposes for what
 * @param methods how; empty for the methods of the entry
 * @param from first day
 * @param until day after the last
 * @param state how far it has come
 * @param stateSince day of the suspension or termination
 */
record Grant(
        long number,
        Node iri,
        String code,
        List<Entry> entries,
        List<ItemKind> items,
        List<Organisation> recipients,
        List<Node> purposes,
        List<Node> methods,
        int from,
        int until,
        State state,
        int stateSince) {

    /** How far an agreement or a request has come. */
    enum State {
        IN_FORCE,
        SUSPENDED,
        TERMINATED,
        EXPIRED,
        DRAFT,
        REFUSED
    }

    Entry entry() {
        return entries.get(0);
    }

    boolean coversSensitiveData() {
        return items.isEmpty()
                ? entries.stream().anyMatch(entry -> entry.items().stream().anyMatch(ItemKind::sensitive))
                : items.stream().anyMatch(ItemKind::sensitive);
    }
}
