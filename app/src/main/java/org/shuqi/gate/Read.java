package org.shuqi.gate;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Shape;

/**
 * One thing a shape looks at away from the focus node: a change of it may change the verdict there.
 *
 * @param shape the targeted shape
 * @param trail the way from the focus node to the node looked at
 * @param step the property looked at there; none means every property
 * @param type if the property is {@code rdf:type}: the class asked for
 * @param rising whether gaining the class can only turn a bad verdict into a good one
 */
record Read(Shape shape, Trail trail, Optional<Step> step, Optional<Node> type, boolean rising) {}
