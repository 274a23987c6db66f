package org.shuqi.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;

/** One check under way: what was looked at, what was found, and whether that is enough. Belongs to one thread. */
final class Check {

    private final Shapes shapes;
    private final Map<Shape, Rule> compiled;
    private final Vocabulary vocabulary;
    private final Words words;
    private final Graph graph;
    private final Targets targets;
    private final Facts facts;
    private final Map<Shape, Set<Node>> done = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int reasons;
    private boolean complete = true;

    Check(Shapes shapes, Map<Shape, Rule> compiled, Vocabulary vocabulary, Words words, Graph graph) {
        this.shapes = shapes;
        this.compiled = compiled;
        this.vocabulary = vocabulary;
        this.words = words;
        this.graph = graph;
        this.targets = new Targets(shapes, graph);
        this.facts = new Facts(shapes, graph, targets);
    }

    Graph graph() {
        return graph;
    }

    Targets targets() {
        return targets;
    }

    /**
     * Checks the node against all shapes that target it.
     *
     * @return whether to go on
     */
    boolean subject(Node node) {
        return targets.of(node).stream().allMatch(shape -> verdict(shape, node));
    }

    /**
     * Checks the node against one shape, if that targets it.
     *
     * @return whether to go on
     */
    boolean node(Shape shape, Node node) {
        return done.getOrDefault(shape, Set.of()).contains(node) || !targets.hit(shape, node) || verdict(shape, node);
    }

    /** Applies one of the checks to each, until there is enough to refuse. */
    <T> void all(Stream<T> each, Predicate<T> one) {
        var rest = each.distinct().iterator();
        while (goOn() && rest.hasNext() && one.test(rest.next())) {
            // each check says whether to go on
        }
    }

    /** Checks the terms of a triple that is there, and how it is spelled. */
    boolean terms(Triple triple) {
        Spelling.check(triple).forEach(this::found);
        vocabulary.check(graph, triple).ifPresent(this::found);
        return goOn();
    }

    /** Checks whether a triple that is gone declared a term still in use. */
    boolean termsLeft(Triple removed) {
        vocabulary.checkUses(graph, removed, finding -> {
            found(finding);
            return goOn();
        });
        return goOn();
    }

    /** Checks the whole graph. */
    void everything() {
        shapes.getTargetShapes()
                .forEach(shape -> all(VLib.focusNodes(graph, shape).stream(), node -> verdict(shape, node)));
        var triples = graph.find();
        try {
            while (triples.hasNext() && terms(triples.next())) {
                // until there is enough
            }
        } finally {
            triples.close();
        }
    }

    Report report() {
        var sorted = findings.stream()
                .distinct()
                .sorted(Comparator.comparing(words::severity).reversed())
                .toList();
        return new Report(sorted.stream().map(words::violation).distinct().toList(), complete, words.report(sorted));
    }

    /** Checks the node against a shape that is about it. Only what the compiled rule does not let pass is looked at in full. */
    boolean verdict(Shape shape, Node node) {
        if (done.computeIfAbsent(shape, one -> new HashSet<>()).add(node)
                && !Objects.requireNonNull(compiled.get(shape)).holds(node, facts)) {
            var context = ValidationContext.create(shapes, graph);
            VLib.validateShape(context, graph, shape, node);
            if (context.hasViolation()) {
                context.generateReport().getEntries().forEach(entry -> found(finding(entry)));
            }
        }
        return goOn();
    }

    private void found(Finding finding) {
        findings.add(finding);
        if (finding.severity().equals(Shacl.sh("Violation"))) {
            reasons++;
        }
    }

    private boolean goOn() {
        complete = reasons < Gate.ENOUGH;
        return complete;
    }

    private static Finding finding(ReportEntry entry) {
        var component = entry.sourceConstraintComponent();
        return new Finding(
                entry.focusNode(),
                Optional.ofNullable(entry.resultPath()),
                // which of two values of one language the engine names is up to chance
                Optional.ofNullable(entry.value()).filter(value -> !Shacl.uniqueLang.equals(component)),
                entry.source(),
                Optional.ofNullable(component),
                entry.severity().level());
    }
}
