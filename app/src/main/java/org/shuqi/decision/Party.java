package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Organisation;

/**
 * An organisation with all that a rule may call it by.
 *
 * @param organisation who
 * @param names itself and the collections it is part of
 * @param above the organisations above it and the collections those are part of
 */
record Party(Organisation organisation, List<String> names, List<String> above) {

    static Optional<Party> of(Index index, String iri) {
        return index.organisation(iri).map(organisation -> {
            var line = Walk.up(
                    List.of(iri),
                    one -> index.organisation(one).map(Organisation::above).orElse(List.of()));
            return new Party(
                    organisation, collections(index, List.of(iri)), collections(index, line.subList(1, line.size())));
        });
    }

    private static List<String> collections(Index index, List<String> members) {
        return Walk.up(
                members,
                one -> index.organisation(one).map(Organisation::collections).orElse(List.of()));
    }

    String iri() {
        return organisation.iri();
    }

    /** Whether a scope names it: itself, a collection, its kind; or an organisation above it, if those below count. */
    boolean isAmong(List<String> scope, boolean subordinates) {
        for (var named : scope) {
            if (names.contains(named)
                    || organisation.kinds().contains(named)
                    || (subordinates && above.contains(named))) {
                return true;
            }
        }
        return false;
    }

    /** The kind of organisation, if the record states exactly one. */
    Optional<String> kind() {
        return organisation.kinds().size() == 1
                ? Optional.of(organisation.kinds().get(0))
                : Optional.empty();
    }
}
