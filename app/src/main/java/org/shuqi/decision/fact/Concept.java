package org.shuqi.decision.fact;

import java.util.OptionalInt;
import org.shuqi.problem.Text;

/**
 * An entry of a code list.
 *
 * @param iri which
 * @param schemes the code lists it is in
 * @param broader the concepts directly above
 * @param rank its place in an ordered list; empty if it has none, or more than one
 * @param name label in both languages
 */
public record Concept(int iri, Ids schemes, Ids broader, OptionalInt rank, Text name) implements Fact {}
