package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of FOAF that Shuqi uses. */
public final class Foaf {

    /** The namespace. */
    public static final String NS = "http://xmlns.com/foaf/0.1/";

    public static final Node Agent = term("Agent");
    public static final Node Person = term("Person");
    public static final Node name = term("name");
    public static final Node mbox = term("mbox");
    public static final Node phone = term("phone");
    public static final Node homepage = term("homepage");
    public static final Node primaryTopic = term("primaryTopic");

    private Foaf() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
