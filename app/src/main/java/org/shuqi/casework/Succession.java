package org.shuqi.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.record.Descriptions;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * What becomes of an agreement when the one that replaces it is activated.
 *
 * <p>It gives way by a step of its own, at the instant at which the new one begins to hold. If its term is over by then, it
 * runs out by itself and nothing is written.
 */
final class Succession {

    /** Code of the step by which an agreement gives way. */
    private static final String STEP = "replace";

    private final LifeCycle cycle;
    private final Snapshot now;
    private final StepWriter.Taking taking;

    Succession(LifeCycle cycle, Snapshot now, StepWriter.Taking taking) {
        this.cycle = cycle;
        this.now = now;
        this.taking = taking;
    }

    /** What changes in the agreements that the record replaces. */
    Delta of(Node successor, Graph description) {
        var removed = new ArrayList<Quad>();
        var added = new ArrayList<Quad>();
        var start = start(successor, description);
        description
                .find(successor, Dct.replaces, Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .forEach(old -> giveWay(old, start).ifPresent(delta -> {
                    removed.addAll(delta.removed());
                    added.addAll(delta.added());
                }));
        return new Delta(removed, added);
    }

    private Instant start(Node successor, Graph description) {
        return earliest(description, successor, Sq.validFrom)
                .filter(taking.at()::isBefore)
                .orElse(taking.at());
    }

    private Optional<Delta> giveWay(Node old, Instant start) {
        var registry = now.union();
        var status = cycle.status(registry, old);
        var homes = now.dataset().find(Node.ANY, old, Rdf.type, Node.ANY);
        var step = cycle.steps().stream()
                .filter(each -> each.code().equals(STEP) && each.from().contains(status))
                .findFirst();
        if (step.isEmpty() || !homes.hasNext() || isOverBy(old, start)) {
            return Optional.empty();
        }
        var graph = homes.next().getGraph();
        var home = now.dataset().getGraph(graph);
        var before = Descriptions.of(old, home);
        var given = GraphFactory.createDefaultGraph();
        given.add(Triple.create(old, Sq.terminatedAt, Condition.instant(start, taking.zone())));
        given.add(Triple.create(old, Sq.endCause, Sq.code("end-cause", "agreed-change")));
        var circumstances = new StepWriter.Taking(
                status,
                taking.by(),
                taking.role(),
                taking.person(),
                taking.at(),
                taking.zone(),
                taking.note(),
                registry);
        var after = new StepWriter(cycle, step.get(), circumstances, old, home).write(before, given);
        return Optional.of(new Delta(without(before, after, graph), without(after, before, graph)));
    }

    private boolean isOverBy(Node old, Instant start) {
        return List.of(Sq.validUntil, Sq.terminatedAt).stream()
                .flatMap(property -> earliest(now.union(), old, property).stream())
                .anyMatch(end -> !end.isAfter(start));
    }

    private Optional<Instant> earliest(Graph graph, Node subject, Node property) {
        ZoneId zone = taking.zone();
        return graph
                .find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .mapWith(value -> Instants.parse(value.getLiteralLexicalForm(), zone))
                .filterKeep(Optional::isPresent)
                .mapWith(Optional::get)
                .toList()
                .stream()
                .min(Instant::compareTo);
    }

    private static List<Quad> without(Graph some, Graph others, Node home) {
        return some.find()
                .filterDrop((Triple triple) -> others.contains(triple))
                .mapWith(triple -> new Quad(home, triple))
                .toList();
    }
}
