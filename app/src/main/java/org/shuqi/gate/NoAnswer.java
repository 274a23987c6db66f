package org.shuqi.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.jspecify.annotations.Nullable;

/**
 * Tells quickly of most nodes that the query of a constraint has no answer about them.
 *
 * <p>It looks only at the triples that every answer needs, and at the filters over them; whatever else the query says can only
 * make answers fewer. So where this finds none, there is none; where it finds one, the query has to be asked.
 */
final class NoAnswer {

    private static final Var THIS = Var.alloc("this");

    private final List<Triple> needed;
    private final List<Expr> filters;
    private final List<Way> ways;

    private NoAnswer(List<Triple> needed, List<Expr> filters, List<Way> ways) {
        this.needed = needed;
        this.filters = filters;
        this.ways = ways;
    }

    /** A filter that lets pass only where no path leads from one term to another. */
    private record Way(TriplePath pattern) {

        static Optional<Way> of(Expr expr, Set<Var> known) {
            return expr instanceof E_NotExists exists
                            && exists.getElement() instanceof ElementGroup group
                            && group.size() == 1
                            && group.get(0) instanceof ElementPathBlock block
                            && block.getPattern().size() == 1
                            && isKnown(block.getPattern().get(0).getSubject(), known)
                            && isKnown(block.getPattern().get(0).getObject(), known)
                    ? Optional.of(new Way(block.getPattern().get(0)))
                    : Optional.empty();
        }

        private static boolean isKnown(Node term, Set<Var> known) {
            return !term.isVariable() || known.contains(Var.alloc(term));
        }

        boolean holds(Binding found, Facts facts) {
            var path = pattern.getPath() == null ? new P_Link(pattern.getPredicate()) : pattern.getPath();
            return !ShaclPaths.valueNodes(facts.graph(), value(pattern.getSubject(), found), path)
                    .contains(value(pattern.getObject(), found));
        }
    }

    /** Of a query that has triples to look at; none of one that may answer though nothing is found. */
    static Optional<NoAnswer> of(Query query) {
        if (query.hasGroupBy()
                || query.hasAggregators()
                || query.hasHaving()
                || !(query.getQueryPattern() instanceof ElementGroup group)) {
            return Optional.empty();
        }
        var triples = new ArrayList<Triple>();
        for (var element : group.getElements()) {
            if (element instanceof ElementPathBlock block) {
                block.patternElts().forEachRemaining(pattern -> simple(pattern).ifPresent(triples::add));
            }
        }
        var needed = chained(triples);
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        var known = variables(needed);
        var conditions = group.getElements().stream()
                .filter(ElementFilter.class::isInstance)
                .map(filter -> ((ElementFilter) filter).getExpr())
                .toList();
        return Optional.of(new NoAnswer(
                needed,
                conditions.stream()
                        .filter(expr -> known.containsAll(ExprVars.getVarsMentioned(expr)) && !looksFarther(expr))
                        .toList(),
                conditions.stream()
                        .flatMap(expr -> Way.of(expr, known).stream())
                        .toList()));
    }

    private static Optional<Triple> simple(TriplePath pattern) {
        return pattern.isTriple() && pattern.getPredicate().isURI()
                ? Optional.of(pattern.asTriple())
                : Optional.empty();
    }

    /** Those that hang on {@code $this}, each on what was reached before it. */
    private static List<Triple> chained(List<Triple> triples) {
        var reached = new HashSet<Node>(Set.of(THIS));
        var chain = new ArrayList<Triple>();
        var open = new ArrayList<>(triples);
        for (var at = next(open, reached); at >= 0; at = next(open, reached)) {
            var triple = open.remove(at);
            chain.add(triple);
            reached.add(triple.getSubject());
            reached.add(triple.getObject());
        }
        return chain;
    }

    private static int next(List<Triple> open, Set<Node> reached) {
        for (var at = 0; at < open.size(); at++) {
            if (reached.contains(open.get(at).getSubject())
                    || reached.contains(open.get(at).getObject())) {
                return at;
            }
        }
        return -1;
    }

    private static Set<Var> variables(List<Triple> needed) {
        return Stream.concat(
                        Stream.of(THIS),
                        needed.stream().flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())))
                .filter(Node::isVariable)
                .map(Var::alloc)
                .collect(Collectors.toSet());
    }

    /** Whether part of it is a pattern of its own. */
    private static boolean looksFarther(Expr expr) {
        return expr instanceof ExprFunctionOp
                || (expr.isFunction() && expr.getFunction().getArgs().stream().anyMatch(NoAnswer::looksFarther));
    }

    /** Whether the query has certainly no answer about the node. */
    boolean about(Node node, Facts facts) {
        return !matches(0, BindingFactory.binding(THIS, node), facts);
    }

    private boolean matches(int from, Binding found, Facts facts) {
        if (from == needed.size()) {
            var environment = new FunctionEnvBase(ARQ.getContext());
            return filters.stream().allMatch(filter -> filter.isSatisfied(found, environment))
                    && ways.stream().allMatch(way -> way.holds(found, facts));
        }
        var triple = needed.get(from);
        var subject = value(triple.getSubject(), found);
        var object = value(triple.getObject(), found);
        if (subject.isLiteral()) {
            return false;
        }
        var candidates = facts.graph()
                .find(orAny(subject), triple.getPredicate(), orAny(object))
                .toList();
        return candidates.stream().anyMatch(candidate -> {
            var further = with(with(found, subject, candidate.getSubject()), object, candidate.getObject());
            return further != null && matches(from + 1, further, facts);
        });
    }

    private static Node value(Node term, Binding found) {
        return term.isVariable() ? Objects.requireNonNullElse(found.get(Var.alloc(term)), term) : term;
    }

    private static Node orAny(Node term) {
        return term.isConcrete() ? term : Node.ANY;
    }

    /** What was found, with the value of one more variable; null if it has another one already. */
    private static @Nullable Binding with(@Nullable Binding found, Node term, Node value) {
        if (found == null || !term.isVariable()) {
            return found;
        }
        var known = found.get(Var.alloc(term));
        if (known != null) {
            return known.equals(value) ? found : null;
        }
        return BindingFactory.binding(found, Var.alloc(term), value);
    }
}
