package org.shuqi.decision.fact;

import org.shuqi.problem.Text;

/**
 * Something that a norm or an agreement obliges the recipient to do.
 *
 * @param iri which
 * @param action what to do; {@link Terms#NONE} if it is only said in words
 * @param said whether it is said in words
 * @param text in words, else the name of the duty
 */
public record Duty(int iri, int action, boolean said, Text text) {}
