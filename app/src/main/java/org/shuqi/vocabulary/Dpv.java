package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the Data Privacy Vocabulary that Shuqi uses. */
public final class Dpv {

    /** The namespace. */
    public static final String NS = "https://w3id.org/dpv#";

    public static final Node LegalBasis = term("LegalBasis");
    public static final Node G2GContract = term("G2GContract");
    public static final Node DataProcessor = term("DataProcessor");
    public static final Node PersonalData = term("PersonalData");
    public static final Node SensitivePersonalData = term("SensitivePersonalData");
    public static final Node ImpactAssessment = term("ImpactAssessment");
    public static final Node RiskAssessment = term("RiskAssessment");
    public static final Node DataTransferImpactAssessment = term("DataTransferImpactAssessment");
    public static final Node hasContractStatus = term("hasContractStatus");
    public static final Node hasRequestStatus = term("hasRequestStatus");
    public static final Node hasLegalBasis = term("hasLegalBasis");
    public static final Node hasPurpose = term("hasPurpose");
    public static final Node hasDataSubject = term("hasDataSubject");
    public static final Node hasTechnicalOrganisationalMeasure = term("hasTechnicalOrganisationalMeasure");
    public static final Node DataBreachRecord = term("DataBreachRecord");

    private Dpv() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
