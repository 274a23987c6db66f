package org.shuqi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.shuqi.problem.Text;
import org.shuqi.record.Descriptions;
import org.shuqi.vocabulary.Rdf;

/**
 * Writes a filled-in form as statements, over what the record said before: what the form does not ask for stays, and a
 * value that was left as it was shown stays the very same.
 */
final class Writing {

    private final Graph graph;
    private final Node record;
    private final Answers answers;
    private final Values values;
    private final Map<Node, String> places = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private Writing(Node record, Graph graph, Answers answers, Values values) {
        this.record = record;
        this.graph = graph;
        this.answers = answers;
        this.values = values;
    }

    static Transcript of(Form form, Node record, Graph before, Answers answers, Values values) {
        var copy = GraphFactory.createDefaultGraph();
        before.find().forEachRemaining(copy::add);
        var writing = new Writing(record, copy, answers, values);
        copy.find(record, Node.ANY, Node.ANY)
                .filterKeep(triple -> triple.getObject().isURI())
                .forEachRemaining(triple -> writing.taken.add(triple.getObject().getURI()));
        writing.classify(form, record);
        writing.write(form, record, "", new Text("", ""));
        return new Transcript(record, Descriptions.of(record, copy), writing.places, writing.mistakes);
    }

    private void write(Form form, Node subject, String before, Text around) {
        places.put(subject, before);
        form.fields().forEach(field -> {
            var input = before + field.key();
            var name = new Text(
                    around.zh() + field.name().zh(), around.en() + field.name().en());
            switch (field.widget()) {
                case PART -> parts(field, subject, input, name);
                case NAME, PROSE_IN_TWO -> {
                    text(field, subject, input, "zh");
                    text(field, subject, input, "en");
                }
                default -> values(field, subject, input, name);
            }
        });
    }

    private void classify(Form form, Node subject) {
        form.type()
                .filter(type -> !graph.contains(subject, Rdf.type, Node.ANY))
                .ifPresent(type -> graph.add(subject, Rdf.type, type));
    }

    private void text(Field field, Node subject, String input, String language) {
        var said = answers.get(input + "." + language);
        var old = G.listSP(graph, subject, field.property()).stream()
                .filter(node -> node.isLiteral() && Showing.isIn(language, node))
                .toList();
        if (old.stream().anyMatch(node -> node.getLiteralLexicalForm().strip().equals(said))) {
            return;
        }
        old.forEach(node -> graph.delete(subject, field.property(), node));
        if (!said.isEmpty()) {
            graph.add(subject, field.property(), NodeFactory.createLiteralLang(said, language));
        }
    }

    private void values(Field field, Node subject, String input, Text name) {
        var old = new HashMap<String, Node>();
        G.listSP(graph, subject, field.property())
                .forEach(node -> old.put(Showing.text(node).strip(), node));
        old.values().forEach(node -> graph.delete(subject, field.property(), node));
        var said = answers.all(input);
        for (var text : field.many() ? said : said.stream().limit(1).toList()) {
            var kept = Optional.ofNullable(old.get(text));
            var value = kept.map(Values.Value::of).orElseGet(() -> values.of(field, text));
            value.node().ifPresent(node -> graph.add(subject, field.property(), node));
            value.wrong()
                    .ifPresent(wrong -> mistakes.add(
                            new Mistake(input, name, wrong, field.law().map(Node::toString), true)));
        }
    }

    private void parts(Field field, Node subject, String input, Text name) {
        var old = new HashMap<String, Node>();
        G.listSP(graph, subject, field.property()).forEach(node -> old.put(Showing.name(node), node));
        old.values().forEach(node -> graph.delete(subject, field.property(), node));
        var number = 0;
        for (var at : answers.parts(input)) {
            number++;
            var place = input + "." + at + ".";
            var kept = Optional.ofNullable(old.get(answers.get(place + Answers.ID)));
            if (kept.isEmpty() && answers.isBlank(input + "." + at)) {
                continue;
            }
            var node = kept.orElseGet(() -> fresh(field, place));
            graph.add(subject, field.property(), node);
            classify(field.parts(), node);
            write(
                    field.parts(),
                    node,
                    place,
                    new Text(name.zh() + " " + number + " · ", name.en() + " " + number + " · "));
        }
    }

    /** A part of a class is found again by others and gets an IRI of its own; a part of none is nameless. */
    private Node fresh(Field field, String place) {
        if (field.parts().type().isEmpty()) {
            return NodeFactory.createBlankNode();
        }
        var start = record.getURI() + "/" + segment(field) + "/";
        var wish = slug(answers.get(place + "fieldName"), answers.get(place + "title.zh"));
        var name = wish;
        for (var at = 2; !taken.add(start + name); at++) {
            name = wish + "-" + at;
        }
        return NodeFactory.createURI(start + name);
    }

    private static String segment(Field field) {
        return field.key().equals("dataItem") ? "item" : field.key();
    }

    private static String slug(String field, String title) {
        var from = field.matches("[A-Za-z][A-Za-z0-9_-]*") ? field : title;
        var slug = from.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "1" : slug;
    }
}
