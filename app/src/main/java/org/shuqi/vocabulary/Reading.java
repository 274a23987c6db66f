package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms about who may read and write what, spelled exactly as in {@code ontology/terms/reading.ttl}. */
public final class Reading {

    public static final Node ReadingRight = term("ReadingRight");
    public static final Node readership = term("readership");
    public static final Node partyPath = term("partyPath");
    public static final Node readerRole = term("readerRole");
    public static final Node guardedFrom = term("guardedFrom");
    public static final Node WritingRight = term("WritingRight");
    public static final Node withheld = term("withheld");

    private Reading() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Sq.NS + name);
    }
}
