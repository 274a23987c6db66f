package org.shuqi.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of DCMI Metadata Terms that Shuqi uses. */
public final class Dct {

    /** The namespace. */
    public static final String NS = "http://purl.org/dc/terms/";

    public static final Node identifier = term("identifier");
    public static final Node title = term("title");
    public static final Node description = term("description");
    public static final Node publisher = term("publisher");
    public static final Node creator = term("creator");
    public static final Node contributor = term("contributor");
    public static final Node issued = term("issued");
    public static final Node modified = term("modified");
    public static final Node created = term("created");
    public static final Node type = term("type");
    public static final Node format = term("format");
    public static final Node accrualPeriodicity = term("accrualPeriodicity");
    public static final Node spatial = term("spatial");
    public static final Node temporal = term("temporal");
    public static final Node source = term("source");
    public static final Node relation = term("relation");
    public static final Node isPartOf = term("isPartOf");
    public static final Node hasPart = term("hasPart");
    public static final Node isReplacedBy = term("isReplacedBy");
    public static final Node replaces = term("replaces");
    public static final Node isVersionOf = term("isVersionOf");
    public static final Node license = term("license");
    public static final Node rights = term("rights");
    public static final Node accessRights = term("accessRights");
    public static final Node language = term("language");
    public static final Node subject = term("subject");
    public static final Node references = term("references");
    public static final Node conformsTo = term("conformsTo");
    public static final Node Standard = term("Standard");

    private Dct() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
