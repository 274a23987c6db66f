package org.shuqi.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.graph.Sight;
import org.shuqi.graph.Snapshot;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

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

    /**
     * Whether the dataset is kept from the caller for its own sake: by its level or that of its items, or because something
     * is filed with it that is not for everybody at any level.
     */
    boolean guards(Node dataset) {
        var rank = 0;
        for (var part : parts(dataset)) {
            var levels = union.find(part, Sq.securityLevel, Node.ANY);
            while (levels.hasNext()) {
                rank = Math.max(
                        rank, audiences.policy().rankOfData(levels.next().getObject()));
            }
        }
        var guarded =
                audiences.policy().of(Dcat.Dataset).map(Right::guardedFrom).orElse(0);
        return rank >= guarded || isFiledAside(dataset);
    }

    private List<Node> parts(Node dataset) {
        var parts = union.find(dataset, Sq.dataItem, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
        parts.add(dataset);
        return parts;
    }

    private boolean isFiledAside(Node dataset) {
        var homes = registry.find(Node.ANY, dataset, Rdf.type, Node.ANY);
        while (homes.hasNext()) {
            var audience = audiences.of(homes.next().getGraph(), registry);
            if (!audience.isKnown()
                    || audience.clauses().stream().anyMatch(clause -> clause.rank() == 0 && !admits(clause))) {
                return true;
            }
        }
        return false;
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
