package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of RDF that Shuqi uses. */
public final class Rdf {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static final Node type = term("type");
    public static final Node first = term("first");
    public static final Node rest = term("rest");
    public static final Node nil = term("nil");
    public static final Node value = term("value");
    public static final Node langString = term("langString");

    private Rdf() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
