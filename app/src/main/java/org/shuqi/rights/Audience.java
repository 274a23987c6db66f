package org.shuqi.rights;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.shuqi.access.Role;

/**
 * Who may read one named graph: whoever every clause lets in.
 *
 * @param isKnown whether everything in it is of a class that somebody may read; if not, nobody is let in
 * @param clauses one for each record, as far as they differ; none if whoever is signed in may read
 */
record Audience(boolean isKnown, Set<Clause> clauses) {

    /** Of a graph with nothing in it that is known. */
    static final Audience NOBODY = new Audience(false, Set.of());

    /** Whoever is signed in. */
    static final Audience SIGNED_IN = new Audience(true, Set.of());

    Audience {
        clauses = Set.copyOf(clauses);
    }

    /**
     * Who may read one record.
     *
     * @param parties IRIs of organisations, divisions and accounts, and names of accounts
     * @param roles in which roles the people of a party may read
     * @param isAnywhere whether the role is enough, wherever it is held
     * @param rank of the highest level in it, which opens it to the cleared; 0 if clearance opens nothing
     */
    record Clause(Set<Node> parties, Set<Role> roles, boolean isAnywhere, int rank) {

        Clause {
            parties = Set.copyOf(parties);
            roles = Set.copyOf(roles);
        }
    }
}
