package org.shuqi.access;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A role with what it reaches. It reaches the organisation and all below it, or every organisation of the division and of
 * those within it; with neither, the whole registry.
 *
 * @param role what may be done
 * @param organization for which organisation
 * @param division in which administrative division
 */
public record Appointment(Role role, Optional<Node> organization, Optional<Node> division) {

    /** A role for one organisation and those below it. */
    public static Appointment in(Node organization, Role role) {
        return new Appointment(role, Optional.of(organization), Optional.empty());
    }

    /** A role for every organisation of a division. */
    public static Appointment over(Node division, Role role) {
        return new Appointment(role, Optional.empty(), Optional.of(division));
    }

    /** A role for the whole registry. */
    public static Appointment everywhere(Role role) {
        return new Appointment(role, Optional.empty(), Optional.empty());
    }

    /** Whether it is bound to nothing. */
    public boolean isEverywhere() {
        return organization.isEmpty() && division.isEmpty();
    }
}
