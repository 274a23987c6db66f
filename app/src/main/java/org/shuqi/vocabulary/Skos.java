package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of SKOS that Shuqi uses. */
public final class Skos {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/2004/02/skos/core#";

    public static final Node Concept = term("Concept");
    public static final Node ConceptScheme = term("ConceptScheme");
    public static final Node Collection = term("Collection");
    public static final Node prefLabel = term("prefLabel");
    public static final Node altLabel = term("altLabel");
    public static final Node hiddenLabel = term("hiddenLabel");
    public static final Node notation = term("notation");
    public static final Node definition = term("definition");
    public static final Node example = term("example");
    public static final Node scopeNote = term("scopeNote");
    public static final Node changeNote = term("changeNote");
    public static final Node broader = term("broader");
    public static final Node narrower = term("narrower");
    public static final Node inScheme = term("inScheme");
    public static final Node topConceptOf = term("topConceptOf");
    public static final Node hasTopConcept = term("hasTopConcept");
    public static final Node member = term("member");
    public static final Node related = term("related");
    public static final Node exactMatch = term("exactMatch");
    public static final Node closeMatch = term("closeMatch");
    public static final Node broadMatch = term("broadMatch");
    public static final Node narrowMatch = term("narrowMatch");

    private Skos() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
