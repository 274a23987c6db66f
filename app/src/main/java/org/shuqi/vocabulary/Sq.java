package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Shuqi's own terms, spelled exactly as in {@code ontology/terms/}, where each is defined. */
public final class Sq {

    /** The namespace. */
    public static final String NS = "https://w3id.org/shuqi/ns#";
    /** Where the code lists live: {@code CODE + scheme + "/" + code}. */
    public static final String CODE = "https://w3id.org/shuqi/code/";

    public static final Node DataItem = term("DataItem");
    public static final Node dataItem = term("dataItem");
    public static final Node LegalBasis = term("LegalBasis");
    public static final Node Mandate = term("Mandate");
    public static final Node Prohibition = term("Prohibition");
    public static final Node Requirement = term("Requirement");
    public static final Node ReturnFlow = term("ReturnFlow");
    public static final Node SuspensionOrder = term("SuspensionOrder");
    public static final Node Assessment = term("Assessment");
    public static final Node SharingAgreement = term("SharingAgreement");
    public static final Node SharingRequest = term("SharingRequest");
    public static final Node JurisdictionProfile = term("JurisdictionProfile");

    private Sq() {}

    /** The concept of a code list. */
    public static Node code(String scheme, String code) {
        return NodeFactory.createURI(CODE + scheme + "/" + code);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
