package org.shuqi.decision.fact;

/** What a norm does. */
public enum Effect {
    /** Forbids. */
    PROHIBITION,
    /** Obliges the provider to share. */
    MANDATE,
    /** Obliges a superior to give a region its own rows back (Order 809 Art 24). */
    RETURN_FLOW,
    /** Demands evidence first. */
    REQUIREMENT,
    /** Stops a recipient (Order 809 Art 27). */
    SUSPENSION,
    /** Lets a recipient pass data on (Order 809 Art 25). */
    ONWARD_CONSENT;

    /** Whether it obliges the provider, which needs no offer and no grant. */
    public boolean carries() {
        return this == MANDATE || this == RETURN_FLOW;
    }
}
