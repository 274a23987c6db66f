package org.shuqi.rights;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.shuqi.access.Role;

/**
 * Who may read the records of a class.
 *
 * @param readership to whom they are shown
 * @param paths the properties that lead from a record to its parties
 * @param roles in which roles the people of a party may read
 * @param guardedFrom rank of level from which only parties and the cleared may read; {@link #UNGUARDED} for none
 */
record Right(Readership readership, List<List<Node>> paths, Set<Role> roles, int guardedFrom) {

    /** No level is that high. */
    static final int UNGUARDED = Integer.MAX_VALUE;

    Right {
        paths = paths.stream().map(List::copyOf).toList();
        roles = Set.copyOf(roles);
    }

    /** To whom records are shown; the codes are those of the code list {@code readership}. */
    enum Readership {
        SIGNED_IN("signed-in"),
        PARTIES("parties"),
        ROLE_HOLDERS("role-holders"),
        WITH_RECORD("with-record");

        private final String code;

        Readership(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
