package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of PROV-O that Shuqi uses. */
public final class Prov {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/ns/prov#";

    public static final Node Entity = term("Entity");
    public static final Node Activity = term("Activity");
    public static final Node Agent = term("Agent");
    public static final Node Person = term("Person");
    public static final Node Organization = term("Organization");
    public static final Node SoftwareAgent = term("SoftwareAgent");
    public static final Node Plan = term("Plan");
    public static final Node wasGeneratedBy = term("wasGeneratedBy");
    public static final Node wasDerivedFrom = term("wasDerivedFrom");
    public static final Node wasRevisionOf = term("wasRevisionOf");
    public static final Node wasAttributedTo = term("wasAttributedTo");
    public static final Node wasAssociatedWith = term("wasAssociatedWith");
    public static final Node wasInformedBy = term("wasInformedBy");
    public static final Node used = term("used");
    public static final Node generated = term("generated");
    public static final Node invalidated = term("invalidated");
    public static final Node startedAtTime = term("startedAtTime");
    public static final Node endedAtTime = term("endedAtTime");
    public static final Node generatedAtTime = term("generatedAtTime");
    public static final Node actedOnBehalfOf = term("actedOnBehalfOf");
    public static final Node qualifiedAssociation = term("qualifiedAssociation");
    public static final Node Association = term("Association");
    public static final Node agent = term("agent");
    public static final Node hadRole = term("hadRole");

    private Prov() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
