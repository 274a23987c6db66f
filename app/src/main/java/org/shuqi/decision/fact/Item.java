package org.shuqi.decision.fact;

/**
 * A data item of a dataset.
 *
 * @param iri which
 * @param traits what the rule looks at
 */
public record Item(int iri, Traits traits) {}
