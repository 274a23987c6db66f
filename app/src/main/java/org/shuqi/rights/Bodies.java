package org.shuqi.rights;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Appointment;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * Who is above whom, and where: worked out for each organisation when first asked. Belongs to one state of the
 * organisations and divisions; a change of any of them begins a new one.
 */
final class Bodies {

    private static final List<Node> UPWARD = List.of(Org.subOrganizationOf, Org.unitOf);

    private static final Set<Node> LINKS =
            Set.of(Org.subOrganizationOf, Org.unitOf, Dct.spatial, Skos.broader, Sq.clearance);

    private final Map<Node, Line> lines = new ConcurrentHashMap<>();
    private final Map<Node, Integer> clearances = new ConcurrentHashMap<>();

    /**
     * Where an organisation stands.
     *
     * @param above the organisation itself and all above it
     * @param divisions its division and all that this lies within; one that does not say is where its superior is
     */
    private record Line(Set<Node> above, Set<Node> divisions) {}

    /** Whether the change of a quad may change who is above whom. */
    static boolean concerns(Quad quad) {
        return LINKS.contains(quad.getPredicate());
    }

    /** Whether the appointment reaches the organisation. */
    boolean reaches(Appointment appointment, Node organization, Graph registry) {
        if (appointment.isEverywhere()) {
            return true;
        }
        var line = line(organization, registry);
        return appointment.organization().map(line.above()::contains).orElse(false)
                || appointment.division().map(line.divisions()::contains).orElse(false);
    }

    /** The rank of the level that the organisation is cleared for; 0 if it does not say. */
    int clearance(Node organization, Graph registry, Policy policy) {
        return clearances.computeIfAbsent(organization, whose -> objects(registry, whose, Sq.clearance).stream()
                .mapToInt(policy::rankOfClearance)
                .min()
                .orElse(0));
    }

    private Line line(Node organization, Graph registry) {
        return lines.computeIfAbsent(organization, whose -> {
            var above = closure(List.of(whose), UPWARD, registry);
            var where = above.stream()
                    .map(one -> objects(registry, one, Dct.spatial))
                    .filter(divisions -> !divisions.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            // what is asked about may be a division itself
            var places = Stream.concat(where.stream(), Stream.of(whose)).toList();
            return new Line(above, closure(places, List.of(Skos.broader), registry));
        });
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
