package org.shuqi.rights;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.graph.Sight;
import org.shuqi.graph.Snapshot;

/** What one caller sees of one snapshot; belongs to the thread of the snapshot. */
final class CallerSight implements Sight {

    private final Caller caller;
    private final Node account;
    private final Node name;
    private final Audiences audiences;
    private final DatasetGraph registry;
    private final Graph union;
    private final Map<Node, Boolean> seen = new HashMap<>();

    CallerSight(Caller caller, Audiences audiences, Snapshot whole) {
        this.caller = caller;
        this.account = NodeFactory.createURI(caller.id());
        this.name = NodeFactory.createLiteralString(caller.id());
        this.audiences = audiences;
        this.registry = whole.dataset();
        this.union = whole.union();
    }

    @Override
    public boolean sees(Node graph) {
        var known = seen.get(graph);
        if (known == null) {
            known = Shipped.includes(graph) || admits(audiences.of(graph, registry));
            seen.put(graph, known);
        }
        return known;
    }

    private boolean admits(Audience audience) {
        return audience.isKnown() && audience.clauses().stream().allMatch(this::admits);
    }

    private boolean admits(Audience.Clause clause) {
        return clause.parties().contains(account)
                || clause.parties().contains(name)
                || caller.appointments().stream()
                        .filter(appointment -> clause.roles().contains(appointment.role()))
                        .anyMatch(appointment ->
                                clause.isAnywhere() || reaches(appointment, clause) || isCleared(appointment, clause));
    }

    private boolean reaches(Appointment appointment, Audience.Clause clause) {
        return appointment.isEverywhere()
                || clause.parties().stream()
                        .filter(Node::isURI)
                        .anyMatch(party -> audiences.bodies().reaches(appointment, party, union));
    }

    private boolean isCleared(Appointment appointment, Audience.Clause clause) {
        return clause.rank() > 0
                && appointment
                        .organization()
                        .map(whose -> audiences.bodies().clearance(whose, union, audiences.policy()) >= clause.rank())
                        .orElse(false);
    }
}
