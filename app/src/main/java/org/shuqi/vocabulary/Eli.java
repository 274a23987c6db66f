package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the European Legislation Identifier that Shuqi uses. */
public final class Eli {

    /** The namespace. */
    public static final String NS = "http://data.europa.eu/eli/ontology#";

    public static final Node LegalResource = term("LegalResource");
    public static final Node LegalResourceSubdivision = term("LegalResourceSubdivision");

    private Eli() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
