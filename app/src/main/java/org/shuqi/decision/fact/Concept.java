package org.shuqi.decision.fact;

import java.util.List;
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
public record Concept(String iri, List<String> schemes, List<String> broader, OptionalInt rank, Text name)
        implements Fact {}
