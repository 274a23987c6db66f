package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the ODRL compliance report model that Shuqi uses. */
public final class Report {

    /** The namespace. */
    public static final String NS = "https://w3id.org/force/compliance-report#";

    public static final Node PolicyReport = term("PolicyReport");
    public static final Node PermissionReport = term("PermissionReport");
    public static final Node ProhibitionReport = term("ProhibitionReport");
    public static final Node PremiseReport = term("PremiseReport");
    public static final Node policy = term("policy");
    public static final Node policyRequest = term("policyRequest");
    public static final Node ruleReport = term("ruleReport");
    public static final Node ruleRequest = term("ruleRequest");
    public static final Node rule = term("rule");
    public static final Node premiseReport = term("premiseReport");
    public static final Node attemptState = term("attemptState");
    public static final Node Attempted = term("Attempted");
    public static final Node activationState = term("activationState");
    public static final Node Active = term("Active");
    public static final Node Inactive = term("Inactive");
    public static final Node satisfactionState = term("satisfactionState");
    public static final Node Unsatisfied = term("Unsatisfied");

    private Report() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
