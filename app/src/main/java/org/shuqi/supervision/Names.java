package org.shuqi.supervision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Skos;

/** What people call the nodes of the registry; remembers what it has read. */
final class Names {

    private final Graph registry;
    private final Map<Node, Text> known = new HashMap<>();
    private final Map<List<Node>, Optional<Node>> firsts = new HashMap<>();

    Names(Graph registry) {
        this.registry = registry;
    }

    /** The label, title or number in both languages, else the last part of the IRI. */
    Text of(Node node) {
        return known.computeIfAbsent(node, this::read);
    }

    private Text read(Node node) {
        if (node.isLiteral()) {
            return new Text(node.getLiteralLexicalForm(), node.getLiteralLexicalForm());
        }
        var plain = node.isURI() ? node.getURI().replaceAll(".*[/#](?=.)", "") : node.toString();
        for (var property : List.of(Skos.prefLabel, Dct.title, Dct.identifier)) {
            var labels = objects(node, property);
            if (!labels.isEmpty()) {
                var zh = in(labels, "zh").or(() -> in(labels, "")).or(() -> in(labels, "en"));
                var en = in(labels, "en").or(() -> in(labels, "")).or(() -> in(labels, "zh"));
                return new Text(zh.orElse(plain), en.orElse(plain));
            }
        }
        return new Text(plain, plain);
    }

    /** Everything that the property says of the node. */
    List<Node> objects(Node node, Node property) {
        return registry.find(node, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    /** The only or first thing that it says, by its text. */
    Optional<Node> one(Node node, Node property) {
        return firsts.computeIfAbsent(List.of(node, property), each -> objects(node, property).stream()
                .min((a, b) -> a.toString().compareTo(b.toString())));
    }

    private static Optional<String> in(List<Node> labels, String language) {
        return labels.stream()
                .filter(label -> label.isLiteral() && label.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }
}
