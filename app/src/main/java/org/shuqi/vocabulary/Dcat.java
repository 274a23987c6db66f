package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of DCAT 3 that Shuqi uses. */
public final class Dcat {

    /** The namespace. */
    public static final String NS = "http://www.w3.org/ns/dcat#";

    public static final Node Catalog = term("Catalog");
    public static final Node CatalogRecord = term("CatalogRecord");
    public static final Node Dataset = term("Dataset");
    public static final Node Distribution = term("Distribution");
    public static final Node DataService = term("DataService");
    public static final Node Resource = term("Resource");
    public static final Node dataset = term("dataset");
    public static final Node record = term("record");
    public static final Node service = term("service");
    public static final Node catalog = term("catalog");
    public static final Node distribution = term("distribution");
    public static final Node accessService = term("accessService");
    public static final Node accessURL = term("accessURL");
    public static final Node downloadURL = term("downloadURL");
    public static final Node endpointURL = term("endpointURL");
    public static final Node endpointDescription = term("endpointDescription");
    public static final Node servesDataset = term("servesDataset");
    public static final Node mediaType = term("mediaType");
    public static final Node byteSize = term("byteSize");
    public static final Node theme = term("theme");
    public static final Node themeTaxonomy = term("themeTaxonomy");
    public static final Node keyword = term("keyword");
    public static final Node contactPoint = term("contactPoint");
    public static final Node landingPage = term("landingPage");
    public static final Node version = term("version");
    public static final Node previousVersion = term("previousVersion");

    private Dcat() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
