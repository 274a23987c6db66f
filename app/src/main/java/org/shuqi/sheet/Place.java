package org.shuqi.sheet;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Where a thing of the file is, or will be.
 *
 * @param iri of the thing
 * @param graph the named graph it lives in
 * @param catalog the catalogue that lists it, for an entry
 * @param exists whether the registry has it already
 */
record Place(Node iri, Node graph, Optional<Node> catalog, boolean exists) {}
