package org.shuqi.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * The table of one kind of record.
 *
 * @param iri the life cycle
 * @param label its name for people
 * @param types classes of the records it is for
 * @param statusProperty the property that says where a record stands
 * @param initial status of a new record
 * @param editable statuses in which the contents may be changed without a step
 * @param implied by what a record without a status is known to have one; at most one holds
 * @param steps the rows, in order
 */
record LifeCycle(
        Node iri,
        Text label,
        Set<Node> types,
        Node statusProperty,
        Node initial,
        Set<Node> editable,
        Map<Node, Condition> implied,
        List<Step> steps) {

    LifeCycle {
        types = Set.copyOf(types);
        editable = Set.copyOf(editable);
        implied = Map.copyOf(implied);
        steps = List.copyOf(steps);
    }

    /** The status that the record states. */
    Optional<Node> stated(Graph graph, Node record) {
        return graph.find(record, statusProperty, Node.ANY).nextOptional().map(triple -> triple.getObject());
    }

    /** The status that the record states, or that its facts imply, or that a new record has. */
    Node status(Graph registry, Node record) {
        return stated(registry, record).orElseGet(() -> impliedBy(registry, record));
    }

    /** The status by the facts alone. */
    Node impliedBy(Graph registry, Node record) {
        return implied.entrySet().stream()
                .filter(entry -> entry.getValue().holds(registry, record, Instant.EPOCH, ZoneOffset.UTC))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(initial);
    }

    Optional<Step> step(Node iri) {
        return steps.stream().filter(step -> step.iri().equals(iri)).findFirst();
    }
}
