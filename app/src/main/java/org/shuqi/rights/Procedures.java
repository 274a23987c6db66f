package org.shuqi.rights;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/** What the step tables say about rights: which properties only a step writes, and who takes a step. */
final class Procedures {

    /** The period of a record, which it states of itself and a step may end. */
    private static final Set<Node> STATED = Set.of(Sq.validFrom, Sq.validUntil, Dct.issued);

    private final Graph registry;

    Procedures(Graph registry) {
        this.registry = registry;
    }

    /**
     * What concerns the records of one class.
     *
     * @param status property of the status
     * @param first the status in which a record begins
     * @param reserved properties that only steps write
     */
    record Procedure(Node status, Node first, Set<Node> reserved) {}

    /** The procedure that records of one of the classes go through. */
    Optional<Procedure> of(Set<Node> classes) {
        return classes.stream()
                .flatMap(type -> subjects(Sq.ofClass, type))
                .filter(cycle -> one(cycle, Sq.statusProperty).isPresent())
                .findFirst()
                .map(cycle -> new Procedure(
                        one(cycle, Sq.statusProperty).orElseThrow(),
                        one(cycle, Sq.initialStatus).orElseThrow(),
                        reserved(cycle)));
    }

    /** Roles in which a step is taken; empty if the table leaves it open. */
    Set<Node> roles(Node step) {
        return new HashSet<>(objects(step, Sq.approvalRole).toList());
    }

    /** What a step writes into its record by itself. */
    Set<Node> written(Node step) {
        var written = new HashSet<>(objects(step, Sq.stamps).toList());
        Stream.concat(objects(step, Sq.sets), Stream.concat(objects(step, Sq.opens), objects(step, Sq.closes)))
                .flatMap(part -> objects(part, Sq.ofProperty))
                .forEach(written::add);
        return written;
    }

    /**
     * What some step writes by itself, the instants of the procedure and what is opened and decided in it; but not what a
     * record states of itself.
     */
    private Set<Node> reserved(Node cycle) {
        var reserved = new HashSet<Node>(Set.of(Sq.stepTaken));
        var steps = objects(cycle, Sq.step).toList();
        steps.forEach(step -> reserved.addAll(written(step)));
        steps.forEach(step -> {
            objects(step, Sq.needs).forEach(reserved::remove);
            objects(step, Sq.takes).forEach(reserved::remove);
            objects(step, Sq.sets)
                    .filter(setting -> objects(setting, Sq.copiedFrom).findAny().isPresent())
                    .flatMap(setting -> objects(setting, Sq.ofProperty))
                    .forEach(reserved::remove);
        });
        reserved.removeAll(STATED);
        return reserved;
    }

    private Stream<Node> subjects(Node property, Node object) {
        return registry.find(Node.ANY, property, object).toList().stream().map(triple -> triple.getSubject());
    }

    private Stream<Node> objects(Node subject, Node property) {
        return registry.find(subject, property, Node.ANY).toList().stream().map(triple -> triple.getObject());
    }

    private Optional<Node> one(Node subject, Node property) {
        return objects(subject, property).findFirst();
    }
}
