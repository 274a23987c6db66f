package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the Organization Ontology that Shuqi uses. */
public final class Org {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/ns/org#";

    public static final Node Organization = term("Organization");
    public static final Node FormalOrganization = term("FormalOrganization");
    public static final Node OrganizationalUnit = term("OrganizationalUnit");
    public static final Node OrganizationalCollaboration = term("OrganizationalCollaboration");
    public static final Node Membership = term("Membership");
    public static final Node Role = term("Role");
    public static final Node Post = term("Post");
    public static final Node subOrganizationOf = term("subOrganizationOf");
    public static final Node hasUnit = term("hasUnit");
    public static final Node unitOf = term("unitOf");
    public static final Node identifier = term("identifier");
    public static final Node classification = term("classification");
    public static final Node hasMembership = term("hasMembership");
    public static final Node member = term("member");
    public static final Node organization = term("organization");
    public static final Node role = term("role");
    public static final Node memberDuring = term("memberDuring");

    private Org() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
