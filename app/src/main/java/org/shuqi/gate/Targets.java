package org.shuqi.gate;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/** Which shapes apply to a node: by its classes at once, not shape by shape. */
final class Targets {

    /** Most nodes whose classes are remembered. */
    private static final int MEMORY = 50_000;

    /** Most triples of a node that are looked through for its properties. */
    private static final int MANY = 50;

    private final Graph graph;
    private final Map<Node, Set<Shape>> byClass = new HashMap<>();
    private final Set<Shape> others = new LinkedHashSet<>();
    private final Map<Node, Set<Node>> above = new HashMap<>();
    private final Map<Node, Set<Node>> classes = new HashMap<>();

    Targets(Shapes shapes, Graph graph) {
        this.graph = graph;
        shapes.getTargetShapes().forEach(shape -> shape.getTargets().forEach(target -> file(shape, target)));
    }

    private void file(Shape shape, Target target) {
        var type = target.getTargetType();
        if (type == TargetType.targetClass || type == TargetType.implicitClass) {
            byClass.computeIfAbsent(target.getObject(), one -> new LinkedHashSet<>())
                    .add(shape);
        } else {
            others.add(shape);
        }
    }

    /** Every shape that targets the node. */
    Set<Shape> of(Node node) {
        var found = new LinkedHashSet<Shape>();
        if (!node.isLiteral()) {
            classes(node).forEach(one -> found.addAll(byClass.getOrDefault(one, Set.of())));
        }
        if (!others.isEmpty()) {
            var said = said(node);
            for (var shape : others) {
                if (shape.getTargets().stream().anyMatch(target -> hits(target, node, said))) {
                    found.add(shape);
                }
            }
        }
        return found;
    }

    /** The properties of the node; null if very much is said of it. */
    private @Nullable Set<Node> said(Node node) {
        var properties = new HashSet<Node>();
        if (!node.isLiteral()) {
            var triples = graph.find(node, Node.ANY, Node.ANY);
            try {
                for (var left = MANY; triples.hasNext(); left--) {
                    if (left == 0) {
                        return null;
                    }
                    properties.add(triples.next().getPredicate());
                }
            } finally {
                triples.close();
            }
        }
        return properties;
    }

    private boolean hits(Target target, Node node, @Nullable Set<Node> said) {
        return said != null && target.getTargetType() == TargetType.targetSubjectsOf
                ? said.contains(target.getObject())
                : VLib.isFocusNode(target, node, graph);
    }

    /** Whether this shape targets the node. */
    boolean hit(Shape shape, Node node) {
        return VLib.isFocusNode(shape, node, graph);
    }

    /** Whether the node is of the class or of one below it. */
    boolean isOf(Node node, Node type) {
        return !node.isLiteral() && classes(node).contains(type);
    }

    /** The classes of the node and all above them; remembered, because many shapes ask one after the other. */
    private Set<Node> classes(Node node) {
        var known = classes.get(node);
        if (known == null) {
            if (classes.size() >= MEMORY) {
                classes.clear();
            }
            known = new LinkedHashSet<>();
            for (var type : G.listSP(graph, node, RDF.type.asNode())) {
                known.addAll(above(type));
            }
            classes.put(node, known);
        }
        return known;
    }

    /** The class and all above it. */
    Set<Node> above(Node type) {
        return above.computeIfAbsent(type, this::climb);
    }

    private Set<Node> climb(Node type) {
        var seen = new LinkedHashSet<>(List.of(type));
        var open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            G.listSP(graph, open.remove(), RDFS.subClassOf.asNode()).stream()
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen;
    }
}
