package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of SHACL that Shuqi uses. */
public final class Sh {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/ns/shacl#";

    public static final Node NodeShape = term("NodeShape");
    public static final Node PropertyShape = term("PropertyShape");
    public static final Node ValidationReport = term("ValidationReport");
    public static final Node ValidationResult = term("ValidationResult");
    public static final Node Violation = term("Violation");
    public static final Node Warning = term("Warning");
    public static final Node Info = term("Info");
    public static final Node conforms = term("conforms");
    public static final Node result = term("result");
    public static final Node focusNode = term("focusNode");
    public static final Node resultPath = term("resultPath");
    public static final Node resultSeverity = term("resultSeverity");
    public static final Node resultMessage = term("resultMessage");
    public static final Node sourceShape = term("sourceShape");
    public static final Node sourceConstraintComponent = term("sourceConstraintComponent");
    public static final Node value = term("value");
    public static final Node severity = term("severity");
    public static final Node message = term("message");
    public static final Node path = term("path");
    public static final Node targetClass = term("targetClass");
    public static final Node property = term("property");

    private Sh() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
