package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms about what is signed, spelled exactly as in {@code ontology/terms/signing.ttl}. */
public final class Signing {

    public static final Node PublicKey = term("PublicKey");
    public static final Node publicKeyValue = term("publicKeyValue");
    public static final Node signatureValue = term("signatureValue");
    public static final Node signingKey = term("signingKey");
    public static final Node timeStampToken = term("timeStampToken");
    public static final Node signedNote = term("signedNote");

    private Signing() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Sq.NS + name);
    }
}
