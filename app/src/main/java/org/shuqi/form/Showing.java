package org.shuqi.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;

/** Fills a form in with what a record says. */
final class Showing {

    private static final Comparator<Node> ORDER = Comparator.comparing(Node::toString);

    private final Graph record;
    private final Map<String, List<String>> inputs = new LinkedHashMap<>();

    private Showing(Graph record) {
        this.record = record;
    }

    static Answers of(Form form, Node subject, Graph record) {
        var showing = new Showing(record);
        showing.fill(form, subject, "");
        return Answers.of(showing.inputs);
    }

    private void fill(Form form, Node subject, String before) {
        form.fields().forEach(field -> {
            var input = before + field.key();
            var nodes = G.listSP(record, subject, field.property()).stream()
                    .sorted(ORDER)
                    .toList();
            if (field.widget() == Widget.PART) {
                for (var at = 0; at < nodes.size(); at++) {
                    inputs.put(input + "." + at + "." + Answers.ID, List.of(name(nodes.get(at))));
                    fill(field.parts(), nodes.get(at), input + "." + at + ".");
                }
            } else if (field.widget().isInTwoLanguages()) {
                inputs.put(input + ".zh", texts(nodes, "zh"));
                inputs.put(input + ".en", texts(nodes, "en"));
            } else {
                inputs.put(input, nodes.stream().map(Showing::text).toList());
            }
        });
    }

    /** A text without a language is taken for Chinese, the language of the house. */
    private static List<String> texts(List<Node> nodes, String language) {
        var found = new ArrayList<String>();
        nodes.stream()
                .filter(Node::isLiteral)
                .filter(node -> isIn(language, node))
                .forEach(node -> found.add(node.getLiteralLexicalForm()));
        return found.stream().limit(1).toList();
    }

    static boolean isIn(String language, Node literal) {
        var tag = literal.getLiteralLanguage();
        return tag.equals(language) || (tag.isEmpty() && language.equals("zh"));
    }

    /** How an input holds the value. */
    static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : name(node);
    }

    static String name(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.toString();
    }
}
