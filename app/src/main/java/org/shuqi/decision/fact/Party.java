package org.shuqi.decision.fact;

/**
 * An organisation with all that a rule may call it by.
 *
 * @param organisation who
 * @param names itself and the collections it is part of
 * @param above the organisations above it and the collections those are part of
 */
public record Party(Organisation organisation, Ids names, Ids above) {

    /** Which. */
    public int iri() {
        return organisation.iri();
    }

    /** Whether a scope names it: itself, a collection, its kind; or an organisation above it, if those below count. */
    public boolean isAmong(Ids scope, boolean subordinates) {
        return scope.meets(names) || scope.meets(organisation.kinds()) || (subordinates && scope.meets(above));
    }

    /** The kind of organisation, if the record states exactly one, else {@link Terms#NONE}. */
    public int kind() {
        return organisation.kinds().only();
    }
}
