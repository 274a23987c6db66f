package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms about accounts, appointments and keys, spelled exactly as in {@code ontology/terms/trust.ttl}. */
public final class Trust {

    public static final Node Account = term("Account");
    public static final Node Appointment = term("Appointment");
    public static final Node ApiKey = term("ApiKey");
    public static final Node ClientCertificate = term("ClientCertificate");
    public static final Node actsFor = term("actsFor");
    public static final Node disabledAt = term("disabledAt");
    public static final Node passwordIssuedAt = term("passwordIssuedAt");
    public static final Node signInIssuer = term("signInIssuer");
    public static final Node signInSubject = term("signInSubject");
    public static final Node delegatedFrom = term("delegatedFrom");
    public static final Node ofAccount = term("ofAccount");
    public static final Node keyDigest = term("keyDigest");
    public static final Node thumbprint = term("thumbprint");
    public static final Node revokedAt = term("revokedAt");

    private Trust() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Sq.NS + name);
    }
}
