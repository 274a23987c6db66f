package org.shuqi.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * Who asks.
 *
 * @param id stable identifier of the account, as it stands in the log
 * @param person stable identifier of the human or program behind it; two accounts of one person have the same
 * @param appointments the roles that hold at this moment, each with what it reaches
 */
public record Caller(String id, String person, Set<Appointment> appointments) {

    public Caller {
        appointments = Set.copyOf(appointments);
    }

    /** A caller with one account, whose roles reach everything. */
    public Caller(String id, Set<Role> roles) {
        this(id, id, roles.stream().map(Appointment::everywhere).collect(Collectors.toUnmodifiableSet()));
    }

    /** The operator of the registry, who may do everything. */
    public static Caller operator() {
        return new Caller("operator", Set.of(Role.OPERATOR));
    }

    /** Whether the caller is the operator or a part of the service itself. */
    public boolean isOperator() {
        return appointments.stream().anyMatch(appointment -> appointment.role() == Role.OPERATOR);
    }

    /** Whether the caller has the role somewhere, or every role. */
    public boolean is(Role role) {
        return appointments.stream()
                .anyMatch(appointment -> appointment.role() == role || appointment.role() == Role.OPERATOR);
    }

    /** The organisations that the caller is appointed in. */
    public Set<Node> organizations() {
        return appointments.stream()
                .flatMap(appointment -> appointment.organization().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
