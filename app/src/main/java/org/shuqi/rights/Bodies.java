package org.shuqi.rights;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Appointment;
import org.shuqi.access.Standing;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * Where organisations stand: worked out for each when first asked. Belongs to one state of the organisations and divisions; a
 * change of any of them begins a new one.
 */
final class Bodies {

    private static final Set<Node> LINKS =
            Set.of(Org.subOrganizationOf, Org.unitOf, Sq.sharingOffice, Dct.spatial, Skos.broader, Sq.clearance);

    private final Map<Node, Standing> standings = new ConcurrentHashMap<>();
    private final Map<Node, Integer> clearances = new ConcurrentHashMap<>();

    /** Whether the change of a quad may change where somebody stands. */
    static boolean concerns(Quad quad) {
        return LINKS.contains(quad.getPredicate());
    }

    /** Whether the appointment reaches the organisation. */
    boolean reaches(Appointment appointment, Node organization, Graph registry) {
        return appointment.isEverywhere()
                || standings
                        .computeIfAbsent(organization, whose -> Standing.of(whose, registry))
                        .isReachedBy(appointment);
    }

    /** The rank of the level that the organisation is cleared for; 0 if it does not say. */
    int clearance(Node organization, Graph registry, Policy policy) {
        return clearances.computeIfAbsent(organization, whose -> registry
                .find(whose, Sq.clearance, Node.ANY)
                .mapWith(triple -> policy.rankOfClearance(triple.getObject()))
                .toList()
                .stream()
                .min(Integer::compare)
                .orElse(0));
    }
}
