package org.shuqi.generate;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A data item that occurs in many data sets.
 *
 * @param name last segment of its IRI
 * @param title Chinese title
 * @param dataType code of the data type
 * @param level 1 to 4, 5 important, 6 core
 * @param nature {@link #PLAIN}, {@link #PERSONAL}, {@link #SENSITIVE} or {@link #RARE}
 */
record ItemKind(String name, Node title, Node dataType, int level, int nature) {

    static final int PLAIN = 0;
    static final int PERSONAL = 1;
    static final int SENSITIVE = 2;
    /** Important or core data, in one data set of a hundred. */
    static final int RARE = 3;

    static ItemKind of(String name, String title, String dataType, int level, int nature) {
        var type =
                switch (dataType) {
                    case "C" -> "character";
                    case "N" -> "numeric";
                    case "D" -> "date";
                    case "T" -> "datetime";
                    default -> "general";
                };
        return new ItemKind(name, NodeFactory.createLiteralLang(title, "zh"), Terms.dataType(type), level, nature);
    }

    boolean personal() {
        return nature == PERSONAL || nature == SENSITIVE;
    }

    boolean sensitive() {
        return nature == SENSITIVE;
    }
}
