package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of OWL 2 that Shuqi uses. */
public final class Owl {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/2002/07/owl#";

    public static final Node Ontology = term("Ontology");
    public static final Node Class = term("Class");
    public static final Node ObjectProperty = term("ObjectProperty");
    public static final Node DatatypeProperty = term("DatatypeProperty");
    public static final Node NamedIndividual = term("NamedIndividual");
    public static final Node versionIRI = term("versionIRI");
    public static final Node versionInfo = term("versionInfo");
    public static final Node imports = term("imports");
    public static final Node deprecated = term("deprecated");

    private Owl() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
