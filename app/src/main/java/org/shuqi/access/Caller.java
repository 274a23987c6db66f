package org.shuqi.access;

import java.util.Set;

/**
 * Who asks.
 *
 * @param id stable identifier, as it stands in the log
 * @param roles what the caller may do
 */
public record Caller(String id, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The operator of the registry, who may do everything. */
    public static Caller operator() {
        return new Caller("operator", Set.of(Role.OPERATOR));
    }

    /** Whether the caller has the role, or every role. */
    public boolean is(Role role) {
        return roles.contains(role) || roles.contains(Role.OPERATOR);
    }
}
