package org.shuqi.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * Where an organisation stands, which decides whose appointments reach it.
 *
 * @param own the organisation itself, those it is a unit of, and their sharing offices
 * @param above the organisation itself and all above it
 * @param divisions its division and all that this lies within; one that does not say is where its superior is. A division
 *     itself stands in itself
 */
public record Standing(Set<Node> own, Set<Node> above, Set<Node> divisions) {

    private static final List<Node> UPWARD = List.of(Org.subOrganizationOf, Org.unitOf);

    /** Roles whose holders act upon the organisations below theirs too; all others act for their own only. */
    private static final Set<Role> SUPERVISING = Set.of(
            Role.AUTHORITY_REVIEWER, Role.GOVERNMENT_OFFICE, Role.SECURITY_OFFICER, Role.REGISTRAR, Role.AUDITOR);

    public Standing {
        own = Set.copyOf(own);
        above = Set.copyOf(above);
        divisions = Set.copyOf(divisions);
    }

    /** Of an organisation, as a registry has it; one that it does not know stands alone and nowhere. */
    public static Standing of(Node organization, Graph registry) {
        var above = closure(List.of(organization), UPWARD, registry);
        var where = above.stream()
                .map(one -> objects(registry, one, Dct.spatial))
                .filter(divisions -> !divisions.isEmpty())
                .findFirst()
                .orElse(List.of());
        var start = new ArrayList<>(where);
        start.add(organization);
        var own = closure(List.of(organization), List.of(Org.unitOf), registry);
        List.copyOf(own).forEach(one -> own.addAll(objects(registry, one, Sq.sharingOffice)));
        return new Standing(own, above, closure(start, List.of(Skos.broader), registry));
    }

    /** Whether the appointment reaches an organisation that stands there, so that its holder reads what concerns it. */
    public boolean isReachedBy(Appointment appointment) {
        return appointment.isEverywhere()
                || appointment
                        .organization()
                        .map(one -> above.contains(one) || own.contains(one))
                        .orElse(false)
                || appointment.division().map(divisions::contains).orElse(false);
    }

    /** Whether the holder of the appointment acts for an organisation that stands there. */
    public boolean isActedForBy(Appointment appointment) {
        return isReachedBy(appointment)
                && (appointment.organization().isEmpty()
                        || SUPERVISING.contains(appointment.role())
                        || own.contains(appointment.organization().get()));
    }

    /** Whether the caller acts for it in one of the roles. */
    public boolean isActedForBy(Caller caller, Set<Role> roles) {
        return caller.appointments().stream()
                .anyMatch(appointment -> roles.contains(appointment.role()) && isActedForBy(appointment));
    }

    /** The start and whatever the properties lead to, the nearest first. */
    private static Set<Node> closure(List<Node> start, List<Node> properties, Graph registry) {
        var reached = new LinkedHashSet<Node>(start);
        var open = new ArrayDeque<Node>(start);
        while (!open.isEmpty()) {
            var at = open.remove();
            properties.forEach(property -> objects(registry, at, property).forEach(next -> {
                if (reached.add(next)) {
                    open.add(next);
                }
            }));
        }
        return reached;
    }

    private static List<Node> objects(Graph registry, Node subject, Node property) {
        return registry.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }
}
