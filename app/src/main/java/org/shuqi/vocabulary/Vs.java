package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the term-status vocabulary that Shuqi uses. */
public final class Vs {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/2003/06/sw-vocab-status/ns#";

    public static final Node term_status = term("term_status");

    private Vs() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
