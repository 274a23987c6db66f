package org.shuqi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.path.PathWriter;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.problem.Violation.Severity;

/** Leads what the shapes found back to the inputs that it is about. */
final class Findings {

    private static final Text WHOLE = new Text("", "");

    private final Forms forms;
    private final Form form;
    private final Answers answers;
    private final Map<String, String> places = new HashMap<>();
    private final Prologue prefixes;

    Findings(Forms forms, Form form, Answers answers, Transcript transcript) {
        this.forms = forms;
        this.form = form;
        this.answers = answers;
        this.prefixes = new Prologue(forms.published().getPrefixMapping());
        transcript.places().forEach((node, place) -> places.put(Showing.name(node), place));
    }

    List<Mistake> of(List<Violation> found) {
        var mistakes = new ArrayList<Mistake>();
        for (var violation : found) {
            var mistake = of(violation);
            if (!mistakes.contains(mistake)) {
                mistakes.add(mistake);
            }
        }
        return mistakes;
    }

    private Mistake of(Violation violation) {
        var stops = violation.severity() == Severity.VIOLATION;
        var place = places.get(violation.focus());
        var at = place == null ? Optional.<At>empty() : at(place, violation);
        return new Mistake(
                at.map(At::input).orElse(""),
                at.map(At::name).orElse(WHOLE),
                place == null
                        ? elsewhere(violation)
                        : violation.message().naming(term -> named(form(place).form(), term)),
                violation.legalSource(),
                stops);
    }

    private static Optional<Text> named(Form form, String term) {
        return form.fields()
                .filter(field -> field.property().getLocalName().equals(term))
                .map(Field::name)
                .findFirst();
    }

    /** A finding about another record than the one that is filled in says which. */
    private static Text elsewhere(Violation violation) {
        return new Text(
                violation.message().zh() + "（" + violation.focus() + "）",
                violation.message().en() + " (" + violation.focus() + ")");
    }

    private Optional<At> at(String place, Violation violation) {
        var part = form(place);
        return violation
                .path()
                .flatMap(path -> part.form()
                        .fields()
                        .filter(field -> isAbout(field, path))
                        .findFirst())
                .or(() -> likely(part, place, violation))
                .map(field -> new At(
                        place + field.key(),
                        new Text(
                                part.name().zh() + field.name().zh(),
                                part.name().en() + field.name().en())));
    }

    private boolean isAbout(Field field, String path) {
        return PathWriter.asString(PathFactory.pathLink(field.property()), prefixes)
                .equals(path);
    }

    /** Of the fields that the shape looks at, the first that is empty; if none is, the first. */
    private Optional<Field> likely(Part part, String place, Violation violation) {
        var looked = forms.rules().looksAt(NodeFactory.createURI(violation.shape()));
        var fields = part.form()
                .fields()
                .filter(field -> looked.contains(field.property()))
                .toList();
        return fields.stream()
                .filter(field -> answers.isBlank(place + field.key()))
                .findFirst()
                .or(() -> fields.stream().findFirst());
    }

    private Part form(String place) {
        var at = new Part(form, WHOLE);
        var steps = place.isEmpty() ? new String[0] : place.split("\\.");
        var input = "";
        for (var step = 0; step + 1 < steps.length; step += 2) {
            var field = at.form().field(steps[step]).orElseThrow();
            input += steps[step];
            var number = 1 + answers.parts(input).indexOf(Integer.parseInt(steps[step + 1]));
            at = new Part(
                    field.parts(),
                    new Text(
                            at.name().zh() + field.name().zh() + " " + number + " · ",
                            at.name().en() + field.name().en() + " " + number + " · "));
            input += "." + steps[step + 1] + ".";
        }
        return at;
    }

    private record Part(Form form, Text name) {}

    private record At(String input, Text name) {}
}
