package org.shuqi.casework;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.vocabulary.Rdf;

/**
 * Lets no record move along its life cycle but by a step of its table, by whatever door the change comes.
 *
 * <p>A change of status must bring the record of exactly one step, and everything the table asks of that step must be so
 * afterwards. What a record says stays as it is while its status is not one in which it may be edited. Steps that were taken
 * are never rewritten. A record that is new may be entered as it stands: what existed before the registry has to get in.
 */
public final class LifeCycleGuard implements Guard {

    private final Supplier<LifeCycles> tables;
    private final Clock clock;
    private final ZoneId zone;

    LifeCycleGuard(Supplier<LifeCycles> tables, Clock clock, ZoneId zone) {
        this.tables = tables;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public List<Violation> check(DatasetGraph after, Delta delta) {
        var created = created(delta);
        // new records that state no status are most of what a load brings, and nothing is asked of them
        var silent = new HashSet<>(created);
        delta.added().stream()
                .filter(quad -> tables.get().isStatus(quad.getPredicate()))
                .forEach(quad -> silent.remove(quad.getSubject()));
        var candidates = new LinkedHashSet<Node>();
        Stream.concat(delta.removed().stream(), delta.added().stream())
                .map(Quad::getSubject)
                .filter(Node::isURI)
                .flatMap(LifeCycleGuard::owners)
                .filter(record -> !silent.contains(record))
                .forEach(candidates::add);
        var findings = new ArrayList<Violation>();
        if (!candidates.isEmpty()) {
            var registry = GraphView.createUnionGraph(after);
            candidates.forEach(record -> check(record, registry, delta, created.contains(record), findings));
        }
        return findings;
    }

    private void check(Node record, Graph registry, Delta delta, boolean isNew, List<Violation> findings) {
        tables.get().of(registry, record).or(() -> removedKind(record, delta)).ifPresent(cycle -> {
            var move = new Move(cycle, record, registry, delta);
            if (isNew) {
                move.entered().ifPresent(findings::add);
            } else if (move.isQuiet()) {
                move.edited().ifPresent(findings::add);
            } else {
                findings.addAll(new StepJudge(tables.get(), move, clock.instant(), zone).judge());
            }
        });
    }

    private Optional<LifeCycle> removedKind(Node record, Delta delta) {
        return delta.removed().stream()
                .filter(quad ->
                        quad.getSubject().equals(record) && quad.getPredicate().equals(Rdf.type))
                .flatMap(quad -> tables.get().ofType(quad.getObject()).stream())
                .findFirst();
    }

    /** Records that come in with this change: their class does. */
    private static Set<Node> created(Delta delta) {
        var created = new HashSet<Node>();
        delta.added().stream()
                .filter(quad -> quad.getPredicate().equals(Rdf.type))
                .forEach(quad -> created.add(quad.getSubject()));
        delta.removed().stream()
                .filter(quad -> quad.getPredicate().equals(Rdf.type))
                .forEach(quad -> created.remove(quad.getSubject()));
        return created;
    }

    /** The node, and the records it may be a part of by its name. */
    private static Stream<Node> owners(Node node) {
        var uri = node.getURI();
        var hash = uri.indexOf('#');
        if (hash > 0) {
            return Stream.of(NodeFactory.createURI(uri.substring(0, hash)));
        }
        var item = uri.indexOf("/item/");
        return item > 0 ? Stream.of(NodeFactory.createURI(uri.substring(0, item))) : Stream.of(node);
    }

    static Violation fault(Node record, Node shape, Text message, Optional<String> basis) {
        return finding(record, shape, message, basis, Violation.Severity.VIOLATION);
    }

    static Violation finding(
            Node record, Node shape, Text message, Optional<String> basis, Violation.Severity severity) {
        return new Violation(
                record.getURI(), Optional.empty(), Optional.empty(), message, shape.getURI(), basis, severity);
    }
}
