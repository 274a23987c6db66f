package org.shuqi.review;

import java.time.Instant;
import java.util.Set;

/**
 * What the examiners of one review share.
 *
 * @param register the graph
 * @param claims reads permissions
 * @param strands unfolds them
 * @param court asks the engine
 * @param queries the queries kept with the ontology
 * @param wanted the kinds looked for
 * @param at the instant the review is about
 */
record Session(
        Register register,
        ClaimReader claims,
        Strands strands,
        Court court,
        Queries queries,
        Set<FindingKind> wanted,
        Instant at) {

    boolean wants(FindingKind... kinds) {
        for (var kind : kinds) {
            if (wanted.contains(kind)) {
                return true;
            }
        }
        return false;
    }
}
