package org.shuqi.web.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.shuqi.form.Choices;
import org.shuqi.form.Field;
import org.shuqi.form.Form;
import org.shuqi.form.Widget;
import org.shuqi.web.Said;

/** What a record says, field by field as its form asks for it. */
public final class Facts {

    private final Choices choices;
    private final Locale reader;

    /** For one reader, while the snapshot of the choices is open. */
    public Facts(Choices choices, Locale reader) {
        this.choices = choices;
        this.reader = reader;
    }

    /**
     * Fields that belong together and say something.
     *
     * @param title what they are called, in the language of the page
     */
    public record Group(String title, List<Fact> facts) {}

    /**
     * A field with what it says.
     *
     * @param key of the field
     * @param name what it is called, in the language of the page
     */
    public record Fact(String key, String name, List<Value> values) {}

    /**
     * A value.
     *
     * @param iri of the thing it is, if it is one
     */
    public record Value(Said said, Optional<String> iri) {}

    /** The groups in which anything is said, without the parts of the record. */
    public List<Group> of(Form form, Node subject, Graph description) {
        var groups = new ArrayList<Group>();
        for (var group : form.groups()) {
            var facts = group.fields().stream()
                    .filter(field -> field.widget() != Widget.PART)
                    .map(field -> new Fact(field.key(), field.name().in(reader), values(field, subject, description)))
                    .filter(fact -> !fact.values().isEmpty())
                    .toList();
            if (!facts.isEmpty()) {
                groups.add(new Group(group.title().in(reader), facts));
            }
        }
        return groups;
    }

    /** What one field says; texts in the language of the reader if they are there in it. */
    public List<Value> values(Field field, Node subject, Graph description) {
        var nodes = G.listSP(description, subject, field.property()).stream()
                .sorted(Comparator.comparing(node -> node.toString()))
                .toList();
        if (field.widget().isInTwoLanguages()) {
            return nodes.stream()
                    .filter(Node::isLiteral)
                    .min(Comparator.comparing(
                            (Node node) -> !node.getLiteralLanguage().equals(reader.getLanguage())))
                    .map(node -> new Value(
                            new Said(node.getLiteralLexicalForm(), node.getLiteralLanguage()), Optional.empty()))
                    .stream()
                    .toList();
        }
        return nodes.stream().map(this::value).toList();
    }

    private Value value(Node node) {
        if (node.isLiteral()) {
            return new Value(new Said(node.getLiteralLexicalForm(), node.getLiteralLanguage()), Optional.empty());
        }
        return new Value(
                FormView.said(choices.choice(node), reader),
                node.isURI() ? Optional.of(node.getURI()) : Optional.empty());
    }
}
