package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the Data Quality Vocabulary that Shuqi uses. */
public final class Dqv {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/ns/dqv#";

    public static final Node QualityMeasurement = term("QualityMeasurement");
    public static final Node Metric = term("Metric");
    public static final Node Dimension = term("Dimension");
    public static final Node UserQualityFeedback = term("UserQualityFeedback");
    public static final Node hasQualityMeasurement = term("hasQualityMeasurement");
    public static final Node hasQualityAnnotation = term("hasQualityAnnotation");
    public static final Node isMeasurementOf = term("isMeasurementOf");
    public static final Node computedOn = term("computedOn");
    public static final Node value = term("value");

    private Dqv() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
