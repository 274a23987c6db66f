package org.shuqi.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    /** What {@link #status} says of each of many records, found with a few questions about all of them. */
    Map<Node, Node> statuses(Graph registry, Collection<Node> records) {
        var stated = new HashMap<Node, Node>();
        var unclear = new HashSet<Node>();
        registry.find(Node.ANY, statusProperty, Node.ANY).forEachRemaining(triple -> {
            if (stated.put(triple.getSubject(), triple.getObject()) != null) {
                unclear.add(triple.getSubject());
            }
        });
        var areFound = implied.values().stream().allMatch(Condition::finds);
        var found = new HashMap<Node, Node>();
        if (areFound && !stated.keySet().containsAll(records)) {
            implied.forEach((status, condition) -> condition
                    .found(registry, Instant.EPOCH, ZoneOffset.UTC)
                    .forEach(record -> found.putIfAbsent(record, status)));
        }
        var statuses = new HashMap<Node, Node>();
        for (var record : records) {
            var known = Optional.ofNullable(stated.get(record))
                    .or(() -> areFound ? Optional.of(found.getOrDefault(record, initial)) : Optional.empty());
            statuses.put(
                    record,
                    known.filter(status -> !unclear.contains(record)).orElseGet(() -> status(registry, record)));
        }
        return statuses;
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
