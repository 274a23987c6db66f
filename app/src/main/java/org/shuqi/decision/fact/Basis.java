package org.shuqi.decision.fact;

import org.shuqi.problem.Text;
import org.shuqi.time.Span;

/**
 * A law, or an article of one.
 *
 * @param iri which
 * @param ranks its legal rank; exactly one if the record is sound
 * @param span when it is in force
 * @param title title in both languages
 */
public record Basis(int iri, Ids ranks, Span span, Text title) implements Fact {}
