package org.shuqi.form;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;

/**
 * What the shapes together demand of one property.
 *
 * @param needed whether a record without it is refused
 * @param once whether it has one value at most
 * @param values the only values, if they are listed
 * @param datatype what the values are, if a shape says so
 * @param law what the first of those shapes enforces
 */
record Demand(boolean needed, boolean once, List<Node> values, Optional<RDFDatatype> datatype, Optional<Node> law) {}
