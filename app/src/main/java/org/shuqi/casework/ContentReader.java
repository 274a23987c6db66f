package org.shuqi.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.shuqi.casework.StepOption.Choice;
import org.shuqi.casework.StepOption.Content;
import org.shuqi.casework.StepOption.Form;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Owl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Rdfs;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Reads out of the vocabulary how that which is given with a step is written. */
final class ContentReader {

    private final Graph registry;

    ContentReader(Graph registry) {
        this.registry = registry;
    }

    /** What is missing first, then what may be given; what the note says or the step itself writes is neither. */
    List<Content> of(Step step, Set<Node> missing) {
        var wanted = new LinkedHashSet<Node>();
        sorted(missing).forEach(wanted::add);
        sorted(step.contents().takes()).forEach(wanted::add);
        step.effects().opens().forEach(part -> wanted.addAll(sorted(part.takes())));
        wanted.removeAll(step.effects().stamps());
        step.contents().noteProperty().ifPresent(wanted::remove);
        var contents = new ArrayList<Content>();
        wanted.forEach(property -> contents.add(content(property, isNeeded(step, property, missing))));
        return contents;
    }

    /** The table says what a record needs; what a condition counts in a part that the step adds is needed too. */
    private static boolean isNeeded(Step step, Node property, Set<Node> missing) {
        return missing.contains(property)
                || step.effects().opens().stream().anyMatch(part -> part.takes().contains(property))
                        && step.contents().conditions().stream()
                                .anyMatch(
                                        condition -> condition.ask().toString().contains(Move.code(property)));
    }

    private Content content(Node property, boolean needed) {
        var choices = choices(property);
        return new Content(
                Move.code(property),
                Outlook.label(registry, property).orElse(new Text(Move.code(property), Move.code(property))),
                choices.isEmpty() ? form(property) : Form.CODES,
                needed,
                choices);
    }

    private Form form(Node property) {
        if (property.equals(Odrl.permission)) {
            return Form.PERMISSIONS;
        }
        if (registry.contains(property, Rdfs.range, XSD.integer.asNode())) {
            return Form.NUMBER;
        }
        if (registry.contains(property, Rdfs.range, XSD.dateTime.asNode())
                || registry.contains(property, Rdfs.range, XSD.date.asNode())
                || Move.code(property).endsWith("At")) {
            return Form.TIME;
        }
        return registry.contains(property, Rdf.type, Owl.ObjectProperty) ? Form.RECORD : Form.TEXT;
    }

    private List<Choice> choices(Node property) {
        return registry.find(property, Sq.codeList, Node.ANY).toList().stream()
                .flatMap(list -> registry.find(Node.ANY, Skos.inScheme, list.getObject()).toList().stream())
                .map(triple -> triple.getSubject())
                .sorted(Comparator.comparing(Node::getURI))
                .map(concept -> new Choice(
                        Move.code(concept),
                        Outlook.label(registry, concept).orElse(new Text(Move.code(concept), Move.code(concept))),
                        Outlook.text(registry, concept, Skos.definition).orElse(new Text("", ""))))
                .toList();
    }

    private static List<Node> sorted(Set<Node> properties) {
        return properties.stream().sorted(Comparator.comparing(Node::getURI)).toList();
    }
}
