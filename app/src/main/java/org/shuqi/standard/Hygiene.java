package org.shuqi.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.vocabulary.Release;

/** Holds edited words against the rules of good order that the shipped ones keep: labels, definitions, sources, ranks. */
final class Hygiene {

    private static final String WORDS = "/org/shuqi/standard/hygiene.csv";
    private static final Map<String, Rule> RULES = rules();

    private final Map<Node, TermEdit> edits;
    private final DatasetGraph after;

    Hygiene(List<TermEdit> edits, DatasetGraph after) {
        this.edits = edits.stream()
                .filter(edit -> !edit.isShape())
                .collect(Collectors.toMap(TermEdit::term, edit -> edit, (one, same) -> one, LinkedHashMap::new));
        this.after = after;
    }

    private record Rule(Query query, Text text) {}

    /** What is wrong with the edited words, as the registry would have them. */
    List<Violation> faults() {
        var faults = new ArrayList<Violation>();
        if (!edits.isEmpty()) {
            var words = words();
            RULES.forEach((name, rule) -> faults(name, rule, words, faults));
        }
        return faults;
    }

    private void faults(String name, Rule rule, Graph words, List<Violation> faults) {
        try (var exec = QueryExec.graph(words).query(rule.query()).build()) {
            exec.select().forEachRemaining(row -> row.vars().forEachRemaining(variable -> {
                var edit = edits.get(row.get(variable));
                if (edit != null) {
                    faults.add(new Violation(
                            edit.term().getURI(),
                            Optional.empty(),
                            Optional.empty(),
                            rule.text(),
                            "https://w3id.org/shuqi/hygiene/" + name,
                            Optional.empty(),
                            Severity.VIOLATION));
                }
            }));
        }
    }

    /** All words of the release, as they would be. */
    private Graph words() {
        var words = GraphFactory.createDefaultGraph();
        Release.parts().stream()
                .map(part -> org.apache.jena.graph.NodeFactory.createURI(part.graph()))
                .filter(graph -> !graph.equals(Places.SHAPES_GRAPH))
                .distinct()
                .forEach(graph -> after.find(graph, Node.ANY, Node.ANY, Node.ANY)
                        .forEachRemaining(quad -> words.add(quad.asTriple())));
        return words;
    }

    private static Map<String, Rule> rules() {
        var rules = new LinkedHashMap<String, Rule>();
        text(WORDS)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", 3))
                .forEach(cells -> rules.put(
                        cells[0],
                        new Rule(
                                QueryFactory.create(text("/ontology/hygiene/" + cells[0] + ".rq")),
                                new Text(cells[1], cells[2]))));
        return rules;
    }

    private static String text(String path) {
        try (InputStream in = Hygiene.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("`%s` is not on the class path".formatted(path));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }
}
