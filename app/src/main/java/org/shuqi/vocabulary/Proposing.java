package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms about changes of the words and shapes, spelled exactly as in {@code ontology/terms/proposing.ttl}. */
public final class Proposing {

    public static final Node Proposal = term("Proposal");
    public static final Node TermEdit = term("TermEdit");
    public static final Node edit = term("edit");
    public static final Node formerText = term("formerText");
    public static final Node proposedText = term("proposedText");

    private Proposing() {}

    private static Node term(String name) {
        return NodeFactory.createURI(Sq.NS + name);
    }
}
