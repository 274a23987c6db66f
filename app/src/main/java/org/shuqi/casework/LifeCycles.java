package org.shuqi.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Rdf;

/** All tables, and who the acting parties are. */
final class LifeCycles {

    private final Map<Node, LifeCycle> byType = new HashMap<>();
    private final Map<Node, LifeCycle> byStatus = new HashMap<>();
    private final Parties parties;

    LifeCycles(List<LifeCycle> all, Parties parties) {
        this.parties = parties;
        all.forEach(cycle -> cycle.types().forEach(type -> byType.put(type, cycle)));
        all.forEach(cycle -> byStatus.put(cycle.statusProperty(), cycle));
    }

    Parties parties() {
        return parties;
    }

    /** The table for a record by its classes. */
    Optional<LifeCycle> of(Graph registry, Node record) {
        return registry.find(record, Rdf.type, Node.ANY)
                .mapWith(triple -> byType.get(triple.getObject()))
                .filterKeep(cycle -> cycle != null)
                .nextOptional();
    }

    /** The table for records of the class. */
    Optional<LifeCycle> ofType(Node type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** Whether some table keeps its status in the property. */
    boolean isStatus(Node property) {
        return byStatus.containsKey(property);
    }
}
