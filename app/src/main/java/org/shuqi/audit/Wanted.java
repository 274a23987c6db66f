package org.shuqi.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.shuqi.graph.Commit;

/**
 * Which changes somebody asks for; what is absent is not asked about.
 *
 * @param record changes to this record, or to a part of it
 * @param organization changes to graphs that name this organisation
 * @param account changes by this account
 * @param from not before this instant
 * @param until before this instant
 * @param before before this revision: where the page before ended
 * @param asOf the log as it was at this revision
 * @param limit at most so many
 */
public record Wanted(
        Optional<Node> record,
        Optional<Node> organization,
        Optional<String> account,
        Optional<Instant> from,
        Optional<Instant> until,
        OptionalLong before,
        OptionalLong asOf,
        int limit) {

    /** Whether what the head of the entry says fits. */
    boolean fits(Commit commit) {
        return account.map(commit.actor()::equals).orElse(true)
                && from.map(at -> !commit.at().isBefore(at)).orElse(true)
                && until.map(commit.at()::isBefore).orElse(true);
    }
}
