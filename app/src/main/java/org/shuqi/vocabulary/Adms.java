package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of ADMS that Shuqi uses. */
public final class Adms {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/ns/adms#";

    public static final Node Identifier = term("Identifier");
    public static final Node identifier = term("identifier");
    public static final Node status = term("status");
    public static final Node versionNotes = term("versionNotes");

    private Adms() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
