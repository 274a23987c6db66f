package org.shuqi.gate;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.Path;

/**
 * A result of the check, before it is put into words.
 *
 * @param shape the shape that found it, possibly one without a name inside another
 * @param component which constraint of SHACL it was
 */
record Finding(
        Node focus, Optional<Path> path, Optional<Node> value, Node shape, Optional<Node> component, Node severity) {}
