package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of ODRL 2.2 that Shuqi uses. */
public final class Odrl {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/ns/odrl/2/";

    public static final Node Policy = term("Policy");
    public static final Node Agreement = term("Agreement");
    public static final Node Offer = term("Offer");
    public static final Node Request = term("Request");
    public static final Node Set = term("Set");
    public static final Node Rule = term("Rule");
    public static final Node Permission = term("Permission");
    public static final Node Prohibition = term("Prohibition");
    public static final Node Duty = term("Duty");
    public static final Node Constraint = term("Constraint");
    public static final Node LogicalConstraint = term("LogicalConstraint");
    public static final Node Action = term("Action");
    public static final Node LeftOperand = term("LeftOperand");
    public static final Node Operator = term("Operator");
    public static final Node Party = term("Party");
    public static final Node PartyCollection = term("PartyCollection");
    public static final Node Asset = term("Asset");
    public static final Node AssetCollection = term("AssetCollection");
    public static final Node uid = term("uid");
    public static final Node profile = term("profile");
    public static final Node permission = term("permission");
    public static final Node prohibition = term("prohibition");
    public static final Node obligation = term("obligation");
    public static final Node duty = term("duty");
    public static final Node remedy = term("remedy");
    public static final Node consequence = term("consequence");
    public static final Node assigner = term("assigner");
    public static final Node assignee = term("assignee");
    public static final Node target = term("target");
    public static final Node action = term("action");
    public static final Node constraint = term("constraint");
    public static final Node refinement = term("refinement");
    public static final Node leftOperand = term("leftOperand");
    public static final Node operator = term("operator");
    public static final Node rightOperand = term("rightOperand");
    public static final Node unit = term("unit");
    public static final Node partOf = term("partOf");
    public static final Node hasPolicy = term("hasPolicy");
    public static final Node conflict = term("conflict");
    public static final Node prohibit = term("prohibit");
    public static final Node purpose = term("purpose");
    public static final Node recipient = term("recipient");
    public static final Node dateTime = term("dateTime");
    public static final Node elapsedTime = term("elapsedTime");
    public static final Node count = term("count");
    public static final Node eq = term("eq");
    public static final Node neq = term("neq");
    public static final Node lt = term("lt");
    public static final Node lteq = term("lteq");
    public static final Node gt = term("gt");
    public static final Node gteq = term("gteq");
    public static final Node isA = term("isA");
    public static final Node isAnyOf = term("isAnyOf");
    public static final Node isAllOf = term("isAllOf");
    public static final Node isNoneOf = term("isNoneOf");
    public static final Node use = term("use");
    public static final Node distribute = term("distribute");
    public static final Node delete = term("delete");
    public static final Node inform = term("inform");
    public static final Node obtainConsent = term("obtainConsent");
    public static final Node compensate = term("compensate");

    private Odrl() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
