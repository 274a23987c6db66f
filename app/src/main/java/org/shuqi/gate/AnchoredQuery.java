package org.shuqi.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * The query of a SPARQL constraint, known to look only at what hangs together with {@code $this}, in the data graph.
 *
 * <p>Such a query can be asked again for just the nodes that a change can reach; any other would need the whole graph.
 */
final class AnchoredQuery {

    private final List<TriplePath> patterns = new ArrayList<>();

    private AnchoredQuery() {}

    /**
     * The properties that the query looks at.
     *
     * @throws UnusableShape if it is no such query
     */
    static Set<Node> predicates(String prologue, String select) {
        var reading = new AnchoredQuery();
        reading.visit(parsed(prologue, select).getQueryPattern());
        reading.refuseLooseEnds();
        return reading.patterns.stream()
                .flatMap(pattern -> steps(pattern).map(Step::predicate))
                .collect(Collectors.toSet());
    }

    private static Query parsed(String prologue, String select) {
        try {
            var query = QueryFactory.create(prologue + select);
            if (!query.isSelectType() || query.hasDatasetDescription() || select.contains("$PATH")) {
                throw new UnusableShape(
                        "a constraint is a SELECT over the data graph, without FROM or $PATH: " + select);
            }
            return query;
        } catch (QueryParseException e) {
            throw new UnusableShape("the query of a constraint cannot be read: " + e.getMessage());
        }
    }

    private void visit(Element element) {
        if (element instanceof ElementGroup group) {
            group.getElements().forEach(this::visit);
        } else if (element instanceof ElementPathBlock block) {
            block.patternElts().forEachRemaining(patterns::add);
        } else if (element instanceof ElementOptional optional) {
            visit(optional.getOptionalElement());
        } else if (element instanceof ElementUnion union) {
            union.getElements().forEach(this::visit);
        } else if (element instanceof ElementMinus minus) {
            visit(minus.getMinusElement());
        } else if (element instanceof ElementFilter filter) {
            visit(filter.getExpr());
        } else if (element instanceof ElementBind bind) {
            visit(bind.getExpr());
        } else if (element instanceof ElementSubQuery inner) {
            visit(inner.getQuery().getQueryPattern());
        } else if (!(element instanceof ElementData)) {
            throw new UnusableShape(
                    "a constraint may not use " + element.getClass().getSimpleName() + ": " + element);
        }
    }

    private void visit(Expr expression) {
        if (expression instanceof ExprFunctionOp exists) {
            visit(exists.getElement());
        } else if (expression instanceof ExprFunction function) {
            function.getArgs().forEach(this::visit);
        }
    }

    private void refuseLooseEnds() {
        var reached = new HashSet<>(Set.of("this"));
        var open = new ArrayList<>(patterns);
        while (open.removeIf(pattern -> variables(pattern).anyMatch(reached::contains) && reach(pattern, reached))) {
            // each round follows the patterns that hang on what was reached before
        }
        if (!open.isEmpty()) {
            throw new UnusableShape("part of the query does not hang together with $this: " + open.get(0));
        }
    }

    private static boolean reach(TriplePath pattern, Set<String> reached) {
        variables(pattern).forEach(reached::add);
        return true;
    }

    private static Stream<String> variables(TriplePath pattern) {
        return Stream.of(pattern.getSubject(), pattern.getObject())
                .filter(Node::isVariable)
                .map(Node::getName);
    }

    private static Stream<Step> steps(TriplePath pattern) {
        if (pattern.getPath() != null) {
            return Trail.of(pattern.getPath()).stream().flatMap(trail -> trail.steps().stream());
        }
        if (!pattern.getPredicate().isURI()) {
            throw new UnusableShape("a constraint names its properties: " + pattern);
        }
        return Stream.of(new Step(pattern.getPredicate(), true, false));
    }
}
