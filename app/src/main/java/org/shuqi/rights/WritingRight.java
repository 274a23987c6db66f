package org.shuqi.rights;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.access.Standing;
import org.shuqi.vocabulary.Reading;
import org.shuqi.vocabulary.Sq;

/**
 * Who may write the records of some classes.
 *
 * @param classes of the records
 * @param roles in one of which somebody may
 * @param paths the properties that lead from a record to an organisation that the role has to reach; an empty path is the
 *     record itself. Without any path the role has to hold for the whole registry
 */
record WritingRight(Set<Node> classes, Set<Role> roles, List<List<Node>> paths) {

    /** The one that stands in the registry under the IRI. */
    static WritingRight read(Node iri, Graph registry) {
        return new WritingRight(
                Set.copyOf(objects(iri, Sq.ofClass, registry)),
                objects(iri, Sq.approvalRole, registry).stream()
                        .flatMap(role -> Role.of(role.getURI().replaceAll(".*/", "")).stream())
                        .collect(Collectors.toSet()),
                objects(iri, Reading.partyPath, registry).stream()
                        .map(list -> PolicyReader.elements(registry, list))
                        .toList());
    }

    private static List<Node> objects(Node subject, Node property, Graph registry) {
        return registry.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    /** Whether it lets the caller write the record, as it stands in the registry. */
    boolean admits(Caller caller, Node record, Graph registry) {
        if (paths.isEmpty()) {
            return caller.appointments().stream()
                    .anyMatch(appointment -> appointment.isEverywhere() && roles.contains(appointment.role()));
        }
        return paths.stream()
                .anyMatch(path -> ends(path, record, registry).anyMatch(end -> isFor(caller, end, registry)));
    }

    private boolean isFor(Caller caller, Node end, Graph registry) {
        if (end.isLiteral()) {
            return end.getLiteralLexicalForm().equals(caller.id())
                    && roles.stream().anyMatch(caller::is);
        }
        return Standing.of(end, registry).isActedForBy(caller, roles);
    }

    private static Stream<Node> ends(List<Node> path, Node record, Graph registry) {
        var reached = Stream.of(record);
        for (var property : path) {
            reached = reached.collect(Collectors.toSet()).stream()
                    .filter(at -> !at.isLiteral())
                    .flatMap(at -> objects(at, property, registry).stream());
        }
        return reached;
    }
}
