package org.shuqi.decision.fact;

/**
 * A catalogue that is listed in others.
 *
 * @param iri which
 * @param within the catalogues that list it
 */
public record Catalogue(int iri, Ids within) implements Fact {}
