package org.shuqi.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes rules of shapes, once, so that a shape is not walked anew for every node.
 *
 * <p>A rule only tells good from bad. Almost every node is good, and the engine is asked about the few others alone, so what is
 * reported does not depend on anything here. Kinds of constraints that are not known here are the engine's as well.
 */
final class RuleCompiler {

    /** What a constraint says about a focus node and the values that a path leads to; the node itself where there is none. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(Node focus, Set<Node> values, Facts facts);
    }

    @FunctionalInterface
    private interface Way {
        Set<Node> from(Node node, Facts facts);
    }

    private final Map<Shape, Rule> done = new HashMap<>();

    private RuleCompiler() {}

    /** The rules of all shapes that have targets. */
    static Map<Shape, Rule> compile(Shapes shapes) {
        var compiler = new RuleCompiler();
        var rules = new HashMap<Shape, Rule>();
        shapes.getTargetShapes().forEach(shape -> rules.put(shape, compiler.rule(shape)));
        return rules;
    }

    private Rule rule(Shape shape) {
        var known = done.get(shape);
        if (known == null) {
            known = compiled(shape);
            done.put(shape, known);
        }
        return known;
    }

    private Rule compiled(Shape shape) {
        if (shape.deactivated()) {
            return (node, facts) -> true;
        }
        var way = way(shape);
        var path = shape instanceof PropertyShape property ? property.getPath() : null;
        var conditions = shape.getConstraints().stream()
                .map(constraint -> condition(constraint, shape, path))
                .toArray(Condition[]::new);
        var further = shape.getPropertyShapes().stream().map(this::rule).toArray(Rule[]::new);
        return (node, facts) -> {
            var values = way.from(node, facts);
            for (var condition : conditions) {
                if (!condition.holds(node, values, facts)) {
                    return false;
                }
            }
            for (var rule : further) {
                for (var value : values) {
                    if (!rule.holds(value, facts)) {
                        return false;
                    }
                }
            }
            return true;
        };
    }

    private static Way way(Shape shape) {
        if (!(shape instanceof PropertyShape property)) {
            return (node, facts) -> Set.of(node);
        }
        var path = property.getPath();
        if (path instanceof P_Link link) {
            return (node, facts) -> facts.objects(node, link.getNode());
        }
        if (path instanceof P_Inverse inverse && inverse.getSubPath() instanceof P_Link link) {
            return (node, facts) -> facts.subjects(link.getNode(), node);
        }
        return (node, facts) -> ShaclPaths.valueNodes(facts.graph(), node, path);
    }

    private Condition condition(Constraint constraint, Shape shape, @Nullable Path path) {
        if (constraint instanceof MinCount least) {
            return (focus, values, facts) -> values.size() >= least.getMinCount();
        }
        if (constraint instanceof MaxCount most) {
            return (focus, values, facts) -> values.size() <= most.getMaxCount();
        }
        if (constraint instanceof ConstraintTerm term) {
            return (focus, values, facts) ->
                    values.stream().allMatch(value -> term.validate(facts.engine(), value) == null);
        }
        if (constraint instanceof ClassConstraint type) {
            return (focus, values, facts) ->
                    values.stream().allMatch(value -> facts.targets().isOf(value, type.getExpectedClass()));
        }
        if (constraint instanceof HasValueConstraint one) {
            return (focus, values, facts) -> one.validate(facts.engine(), values) == null;
        }
        if (constraint instanceof UniqueLangConstraint) {
            var engine = asTheEngineSays(constraint, shape, path);
            return (focus, values, facts) -> isEachInItsLanguage(values) || engine.holds(focus, values, facts);
        }
        if (constraint instanceof SparqlConstraint query) {
            var engine = asTheEngineSays(constraint, shape, path);
            return NoAnswer.of(query.getQuery())
                    .<Condition>map(sure ->
                            (focus, values, facts) -> values.stream().allMatch(value -> sure.about(value, facts))
                                    || engine.holds(focus, values, facts))
                    .orElse(engine);
        }
        return combined(constraint, shape, path);
    }

    private Condition combined(Constraint constraint, Shape shape, @Nullable Path path) {
        if (constraint instanceof ShNode node) {
            return each(rule(node.getOther()));
        }
        if (constraint instanceof ShNot not) {
            var other = rule(not.getOther());
            return each((value, facts) -> !other.holds(value, facts));
        }
        if (constraint instanceof ShAnd and) {
            var others = and.getOthers().stream().map(this::rule).toList();
            return each((value, facts) -> others.stream().allMatch(other -> other.holds(value, facts)));
        }
        if (constraint instanceof ShOr or) {
            var others = or.getOthers().stream().map(this::rule).toList();
            return each((value, facts) -> others.stream().anyMatch(other -> other.holds(value, facts)));
        }
        if (constraint instanceof QualifiedValueShape some && !some.qDisjoint()) {
            var sub = rule(some.getSub());
            return (focus, values, facts) -> {
                var count =
                        values.stream().filter(value -> sub.holds(value, facts)).count();
                return (some.qMin() < 0 || count >= some.qMin()) && (some.qMax() < 0 || count <= some.qMax());
            };
        }
        return asTheEngineSays(constraint, shape, path);
    }

    private static Condition each(Rule rule) {
        return (focus, values, facts) -> values.stream().allMatch(value -> rule.holds(value, facts));
    }

    private static Condition asTheEngineSays(Constraint constraint, Shape shape, @Nullable Path path) {
        return (focus, values, facts) -> {
            var engine = facts.freshEngine();
            if (path == null) {
                constraint.validateNodeShape(engine, facts.graph(), shape, focus);
            } else {
                constraint.validatePropertyShape(engine, facts.graph(), shape, focus, path, values);
            }
            return !engine.hasViolation();
        };
    }

    private static boolean isEachInItsLanguage(Set<Node> values) {
        var languages = new HashSet<String>();
        return values.size() < 2
                || values.stream()
                        .filter(Node::isLiteral)
                        .map(value -> value.getLiteralLanguage().toLowerCase(Locale.ROOT))
                        .filter(language -> !language.isEmpty())
                        .allMatch(languages::add);
    }
}
