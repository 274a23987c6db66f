package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the Hydra Core Vocabulary by which a long document comes in pages. */
public final class Hydra {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/ns/hydra/core#";

    public static final Node Collection = term("Collection");
    public static final Node PartialCollectionView = term("PartialCollectionView");
    public static final Node totalItems = term("totalItems");
    public static final Node view = term("view");
    public static final Node first = term("first");
    public static final Node previous = term("previous");
    public static final Node next = term("next");
    public static final Node last = term("last");

    private Hydra() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
