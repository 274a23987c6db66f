package org.shuqi.decision.fact;

import java.util.List;

/**
 * A catalogue that is listed in others.
 *
 * @param iri which
 * @param within the catalogues that list it
 */
public record Catalogue(String iri, List<String> within) implements Fact {}
