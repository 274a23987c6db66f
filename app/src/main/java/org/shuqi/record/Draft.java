package org.shuqi.record;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A record that is wanted, before it is compared with what there is.
 *
 * @param iri the record
 * @param description its triples and those of what it owns
 * @param catalog the catalogue that a dataset is to stand in, if the body names one
 */
record Draft(Node iri, Graph description, Optional<Node> catalog) {}
