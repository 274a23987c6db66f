package org.shuqi.decision.fact;

import org.shuqi.problem.Text;

/**
 * Something that a norm or an agreement obliges the recipient to do.
 *
 * @param iri of the duty; a blank node begins with {@code _:}
 * @param action what to do, IRI; empty if it is only said in words
 * @param said whether it is said in words
 * @param text in words, else the name of the duty
 */
public record Duty(String iri, String action, boolean said, Text text) {}
