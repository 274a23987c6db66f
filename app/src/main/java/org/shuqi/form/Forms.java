package org.shuqi.form;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.gate.Gate;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sh;

/** The forms of this release: one for each shape of {@code shapes/forms}, with what the shapes of the gate demand. */
public final class Forms {

    private static final Forms STANDARD = new Forms(Gate.forms(), Gate.published());

    private final Map<String, Form> byShape = new TreeMap<>();
    private final Rules rules;
    private final Graph published;

    private Forms(Graph forms, Graph published) {
        var both = GraphFactory.createDefaultGraph();
        published.find().forEachRemaining(both::add);
        forms.find().forEachRemaining(both::add);
        var drawing = new Drawing(both);
        forms.find(Node.ANY, Rdf.type, Sh.NodeShape)
                .forEachRemaining(
                        triple -> byShape.put(triple.getSubject().toString(), drawing.of(triple.getSubject())));
        this.rules = new Rules(published);
        this.published = published;
    }

    /** The forms that were shipped with this program. */
    public static Forms standard() {
        return STANDARD;
    }

    /** A form for any shape, such as one that somebody is trying out. */
    public static Form draw(Graph shapes, Node shape) {
        return new Drawing(shapes).of(shape);
    }

    /** The form for records of the class. */
    public Optional<Form> find(Node type) {
        return byShape.values().stream()
                .filter(form -> form.type().filter(type::equals).isPresent())
                .findFirst();
    }

    /** The form for records of the class, which there has to be. */
    public Form of(Node type) {
        return find(type).orElseThrow(() -> new IllegalStateException("no form for " + type));
    }

    /** All of them, by the IRI of the shape. */
    public Map<String, Form> all() {
        return Map.copyOf(byShape);
    }

    Rules rules() {
        return rules;
    }

    Graph published() {
        return published;
    }
}
