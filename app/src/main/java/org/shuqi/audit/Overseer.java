package org.shuqi.audit;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Snapshot;
import org.shuqi.rights.Rights;
import org.shuqi.vocabulary.Org;

/**
 * Whether a caller may know who did something and why: everybody of oneself; heads and chief officers of the people of their
 * own organisation; auditors and security officers of everybody within reach. What the service or its operator did is
 * no secret.
 */
final class Overseer {

    private static final Set<Role> OF_THEIR_OWN =
            Set.of(Role.DEPARTMENT_HEAD, Role.SHARING_OFFICE_HEAD, Role.CHIEF_DATA_OFFICER, Role.CHIEF_PRIVACY_OFFICER);

    private static final Set<Role> WITHIN_REACH = Set.of(Role.AUDITOR, Role.SECURITY_OFFICER);

    private final Caller caller;
    private final Rights rights;
    private final Snapshot whole;

    /**
     * For one caller.
     *
     * @param whole the whole registry, for what the accounts are appointed to
     */
    Overseer(Caller caller, Rights rights, Snapshot whole) {
        this.caller = caller;
        this.rights = rights;
        this.whole = whole;
    }

    boolean mayKnow(String actor) {
        return Rights.seesEverything(caller)
                || actor.equals(caller.id())
                || !actor.contains("/account/")
                || isEverywhere()
                || organizations(actor).stream().anyMatch(this::oversees);
    }

    private boolean isEverywhere() {
        return caller.appointments().stream()
                .anyMatch(appointment -> appointment.isEverywhere() && WITHIN_REACH.contains(appointment.role()));
    }

    private boolean oversees(Node organization) {
        return caller.appointments().stream()
                .anyMatch(appointment -> WITHIN_REACH.contains(appointment.role())
                        ? rights.reaches(appointment, organization, whole)
                        : OF_THEIR_OWN.contains(appointment.role())
                                && appointment
                                        .organization()
                                        .filter(organization::equals)
                                        .isPresent());
    }

    private java.util.List<Node> organizations(String account) {
        var union = whole.union();
        return union
                .find(Node.ANY, Org.member, NodeFactory.createURI(account))
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .flatMap(appointment ->
                        union
                                .find(appointment, Org.organization, Node.ANY)
                                .mapWith(Triple::getObject)
                                .toList()
                                .stream())
                .distinct()
                .toList();
    }
}
