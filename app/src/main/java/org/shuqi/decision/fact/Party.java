package org.shuqi.decision.fact;

/** An organisation with all that a rule may call it by. */
public final class Party {

    private final Organisation organisation;
    private final int iri;
    private final int kind;
    private final boolean real;
    private final Ids clearances;
    private final Ids names;
    private final Ids above;
    private final Ids called;
    private final Ids all;

    /**
     * Puts together what it may be called by.
     *
     * @param organisation who
     * @param names itself and the collections it is part of
     * @param above the organisations above it and the collections those are part of
     */
    Party(Organisation organisation, Ids names, Ids above) {
        this.organisation = organisation;
        this.iri = organisation.iri();
        this.kind = organisation.kinds().only();
        this.real = organisation.real();
        this.clearances = organisation.clearances();
        this.names = names;
        this.above = above;
        this.called = names.and(organisation.kinds());
        this.all = called.and(above);
    }

    /** Who. */
    public Organisation organisation() {
        return organisation;
    }

    /** Which. */
    public int iri() {
        return iri;
    }

    /** The kind of organisation, if the record states exactly one, else {@link Terms#NONE}. */
    public int kind() {
        return kind;
    }

    /** Whether it is an organisation; a party collection is none. */
    public boolean isReal() {
        return real;
    }

    /** Levels it may hold. */
    public Ids clearances() {
        return clearances;
    }

    /** Itself and the collections it is part of. */
    public Ids names() {
        return names;
    }

    /** The organisations above it and the collections those are part of. */
    public Ids above() {
        return above;
    }

    /** All that a rule may call it by: its names, its kinds, and those above it. */
    public Ids all() {
        return all;
    }

    /** Whether a scope names it: itself, a collection, its kind; or an organisation above it, if those below count. */
    public boolean isAmong(Ids scope, boolean subordinates) {
        return scope.meets(subordinates ? all : called);
    }
}
