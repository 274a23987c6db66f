package org.shuqi.decision.fact;

import org.shuqi.time.Span;

/**
 * The naming of one department as the source of data that several collect (Order 809 Art 19).
 *
 * @param iri which
 * @param assets datasets or items
 * @param sources the departments named
 * @param span when it holds
 */
public record Designation(int iri, Ids assets, Ids sources, Span span) implements Fact {}
