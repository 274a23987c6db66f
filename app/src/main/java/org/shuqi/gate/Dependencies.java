package org.shuqi.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;

/**
 * Which shapes look at which properties, and by which way from their focus nodes.
 *
 * <p>Compiled once from the shapes. What a shape looks at on the focus node itself is not listed: the subjects of a
 * change are always checked.
 */
final class Dependencies {

    private static final Node TYPE = RDF.type.asNode();

    private final Map<Node, Set<Read>> byProperty = new HashMap<>();
    private final Set<Read> ofEveryProperty = new LinkedHashSet<>();
    private final Set<Node> classes = new HashSet<>();

    private Dependencies() {}

    /** Reads the shapes; refuses those that cannot be checked from a change alone. */
    static Dependencies of(Shapes shapes) {
        var all = new Dependencies();
        shapes.getTargetShapes().forEach(shape -> all.new Reader(shapes.getGraph(), shape).read());
        return all;
    }

    /** The places from which a change of this property may be seen. */
    Stream<Read> on(Node property) {
        return Stream.concat(byProperty.getOrDefault(property, Set.of()).stream(), ofEveryProperty.stream());
    }

    /** The classes that shapes name, as targets or as what a value must be. */
    Set<Node> classes() {
        return classes;
    }

    private void add(Read read) {
        if (read.trail().isHere() && read.step().map(Step::forward).orElse(true)) {
            return;
        }
        read.step()
                .map(step -> byProperty.computeIfAbsent(step.predicate(), property -> new LinkedHashSet<>()))
                .orElse(ofEveryProperty)
                .add(read);
    }

    /** Follows one targeted shape through all shapes it refers to. */
    private final class Reader {

        private final Graph graph;
        private final Shape shape;
        private final Set<Node> within = new HashSet<>();

        Reader(Graph graph, Shape shape) {
            this.graph = graph;
            this.shape = shape;
        }

        void read() {
            var node = shape.getShapeNode();
            values(node, Shacl.targetObjectsOf).forEach(property -> look(List.of(Trail.HERE), step(property, false)));
            values(node, Shacl.sh("targetClass")).forEach(classes::add);
            follow(node, List.of(Trail.HERE), true);
        }

        private void follow(Node node, List<Trail> here, boolean rising) {
            if (!within.add(node)) {
                throw new UnusableShape("a shape refers to itself: " + node);
            }
            refuseUnknownTerms(node);
            var there =
                    G.hasProperty(graph, node, Shacl.path) ? along(here, G.getOneSP(graph, node, Shacl.path)) : here;
            values(node, Shacl.klass).forEach(type -> lookForClass(there, type, rising));
            Stream.of(Shacl.property, Shacl.node)
                    .flatMap(p -> values(node, p))
                    .forEach(next -> follow(next, there, rising));
            Stream.of(Shacl.and, Shacl.or).flatMap(p -> listed(node, p)).forEach(next -> follow(next, there, rising));
            values(node, Shacl.not).forEach(next -> follow(next, there, false));
            listed(node, Shacl.xone).forEach(next -> follow(next, there, false));
            values(node, Shacl.qualifiedValueShape)
                    .forEach(next ->
                            follow(next, there, rising && !G.hasProperty(graph, node, Shacl.qualifiedMaxCount)));
            values(node, Shacl.closed)
                    .forEach(closed -> there.forEach(
                            trail -> add(new Read(shape, trail, Optional.empty(), Optional.empty(), false))));
            Shacl.pairs.forEach(pair -> values(node, pair).forEach(property -> look(here, step(property, true))));
            values(node, Shacl.sparql).forEach(constraint -> query(constraint, here));
            within.remove(node);
        }

        private List<Trail> along(List<Trail> here, Node path) {
            var there = new ArrayList<Trail>();
            for (var trail : Trail.of(ShaclPaths.parsePath(graph, path))) {
                var walked = here;
                for (var step : trail.steps()) {
                    var next = walked.stream().map(way -> way.then(step)).toList();
                    look(step.many() ? next : walked, new Step(step.predicate(), step.forward(), false));
                    walked = next;
                }
                there.addAll(walked);
            }
            return there;
        }

        private void look(List<Trail> from, Step step) {
            from.forEach(trail -> add(new Read(shape, trail, Optional.of(step), Optional.empty(), false)));
        }

        private void lookForClass(List<Trail> from, Node type, boolean rising) {
            classes.add(type);
            from.forEach(
                    trail -> add(new Read(shape, trail, Optional.of(step(TYPE, true)), Optional.of(type), rising)));
        }

        private void query(Node constraint, List<Trail> here) {
            var declared = values(constraint, Shacl.dependsOn).toList();
            declared.forEach(path -> along(here, path));
            var properties = declared.stream()
                    .flatMap(path -> Trail.of(ShaclPaths.parsePath(graph, path)).stream())
                    .flatMap(trail -> trail.steps().stream().map(Step::predicate))
                    .collect(Collectors.toSet());
            var used = AnchoredQuery.predicates(
                    prologue(constraint),
                    G.getOneSP(graph, constraint, Shacl.select).getLiteralLexicalForm());
            if (!properties.equals(used)) {
                throw new UnusableShape("the constraint of %s looks at %s but declares %s"
                        .formatted(shape.getShapeNode(), used, properties));
            }
        }

        private String prologue(Node constraint) {
            return values(constraint, Shacl.prefixes)
                    .flatMap(source -> values(source, Shacl.declare))
                    .map(one -> "PREFIX %s: <%s>\n"
                            .formatted(
                                    G.getOneSP(graph, one, Shacl.prefix).getLiteralLexicalForm(),
                                    G.getOneSP(graph, one, Shacl.namespace).getLiteralLexicalForm()))
                    .collect(Collectors.joining());
        }

        private void refuseUnknownTerms(Node node) {
            G.find(graph, node, Node.ANY, Node.ANY)
                    .mapWith(triple -> triple.getPredicate())
                    .filterKeep(term -> term.getURI().startsWith(Shacl.NS) && !Shacl.understood.contains(term))
                    .forEachRemaining(term -> {
                        throw new UnusableShape("the gate does not understand %s in %s".formatted(term, node));
                    });
        }

        private Stream<Node> values(Node node, Node property) {
            return G.listSP(graph, node, property).stream();
        }

        private Stream<Node> listed(Node node, Node property) {
            return values(node, property).flatMap(list -> G.rdfList(graph, list).stream());
        }

        private static Step step(Node property, boolean forward) {
            return new Step(property, forward, false);
        }
    }
}
