package org.shuqi.problem;

import java.util.Optional;

/**
 * One finding of a SHACL shape about one node.
 *
 * @param focus the node at fault (IRI, or blank node label)
 * @param path the property at fault as SPARQL path text, if the shape has one
 * @param value the value at fault in Turtle, if there is one
 * @param message what is wrong and what would be right
 * @param shape IRI of the shape
 * @param legalSource IRI or citation of the article that the shape enforces, if it has one
 * @param severity how bad it is
 */
public record Violation(
        String focus,
        Optional<String> path,
        Optional<String> value,
        Text message,
        String shape,
        Optional<String> legalSource,
        Severity severity) {

    /** Only {@link #VIOLATION} stops a write. */
    public enum Severity {
        INFO,
        WARNING,
        VIOLATION
    }
}
