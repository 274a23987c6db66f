package org.shuqi.web.catalog;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.shuqi.vocabulary.Sq;

/** The level that an entry has by its items. */
final class Levels {

    private Levels() {}

    static Optional<Node> highest(Graph union, Node entry) {
        return G.listSP(union, entry, Sq.dataItem).stream()
                .flatMap(item -> G.listSP(union, item, Sq.securityLevel).stream())
                .max(Comparator.comparingInt((Node level) -> rank(union, level))
                        .thenComparing(level -> level.toString()));
    }

    private static int rank(Graph union, Node level) {
        return G.listSP(union, level, Sq.rank).stream()
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
