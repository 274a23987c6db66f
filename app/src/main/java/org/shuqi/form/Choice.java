package org.shuqi.form;

import org.shuqi.problem.Text;

/**
 * One value that may be chosen.
 *
 * @param value what the input holds: an IRI, or the text of a literal
 * @param name what it is called; empty in a language in which it has no name
 * @param code its code or identifier; empty if it has none
 */
public record Choice(String value, Text name, String code) {}
