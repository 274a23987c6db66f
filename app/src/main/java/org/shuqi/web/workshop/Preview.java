package org.shuqi.web.workshop;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.form.Answers;
import org.shuqi.form.Choices;
import org.shuqi.form.Field;
import org.shuqi.form.Form;
import org.shuqi.form.Forms;
import org.shuqi.form.Widget;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sh;
import org.shuqi.web.View;
import org.shuqi.web.form.FormView;

/** Draws the form that a shape would make, so that who writes it sees what a clerk will. */
final class Preview {

    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Preview() {}

    /**
     * The form in each language; none if no shape that was written has a property of its own.
     *
     * @param written what is being written
     * @param held the shapes in force, as far as they are not being written anew
     */
    static List<WorkshopPage.Preview> of(Graph written, Graph held, Graph registry, View view) {
        var all = GraphFactory.createDefaultGraph();
        var anew = named(written.find().mapWith(Triple::getSubject).toSet().stream())
                .collect(Collectors.toSet());
        held.find().filterDrop(triple -> anew.contains(triple.getSubject())).forEachRemaining(all::add);
        written.find().forEachRemaining(all::add);
        return shape(written, anew).stream()
                .map(shape -> Forms.draw(all, shape))
                .filter(form -> form.fields().findAny().isPresent())
                .flatMap(form -> LANGUAGES.stream()
                        .map(language -> new WorkshopPage.Preview(
                                view.in(language),
                                FormView.of(form, begun(form), new Choices(registry), List.of(), language))))
                .toList();
    }

    /** The first shape that is about records; a shape that others lead to is drawn as their part. */
    private static java.util.Optional<Node> shape(Graph written, Set<Node> anew) {
        return anew.stream()
                .filter(node -> written.contains(node, Rdf.type, Sh.NodeShape))
                .min(Comparator.<Node, Boolean>comparing(node -> !written.contains(node, Sh.targetClass, Node.ANY))
                        .thenComparing(Node::getURI));
    }

    /** One of each part is shown. */
    private static Answers begun(Form form) {
        var answers = Answers.none();
        for (var field : form.fields()
                .filter(each -> each.widget() == Widget.PART)
                .map(Field::key)
                .toList()) {
            // the page puts the fields of each language under a name of its own
            answers = answers.withPart("zh." + field).withPart("en." + field);
        }
        return answers;
    }

    private static Stream<Node> named(Stream<Node> nodes) {
        return nodes.filter(Node::isURI);
    }
}
