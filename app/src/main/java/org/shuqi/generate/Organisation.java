package org.shuqi.generate;

import org.apache.jena.graph.Node;

/**
 * An invented organisation.
 *
 * @param index its number
 * @param iri its IRI
 * @param bureau what kind it is
 * @param place where it is
 */
record Organisation(int index, Node iri, Bureau bureau, Place place) {}
