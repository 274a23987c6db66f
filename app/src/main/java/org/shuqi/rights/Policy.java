package org.shuqi.rights;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The data on who reads what, as they stand at one revision.
 *
 * @param rights by class of record
 * @param ranks of the levels
 */
record Policy(Map<Node, Right> rights, Map<Node, Integer> ranks) {

    /** A level that has no rank may be any. */
    static final int UNRANKED = Integer.MAX_VALUE - 1;

    Policy {
        rights = Map.copyOf(rights);
        ranks = Map.copyOf(ranks);
    }

    /** The right for a class; empty if nobody has one. */
    Optional<Right> of(Node type) {
        return Optional.ofNullable(rights.get(type));
    }

    /** The rank of a level of data: the highest if it has none. */
    int rankOfData(Node level) {
        return ranks.getOrDefault(level, UNRANKED);
    }

    /** The rank of a clearance: the lowest if it has none. */
    int rankOfClearance(Node level) {
        return ranks.getOrDefault(level, 0);
    }
}
