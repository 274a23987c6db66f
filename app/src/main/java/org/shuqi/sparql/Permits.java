package org.shuqi.sparql;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunction;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.Permission;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * {@code (?dataset ?recipient ?purpose) sq:permits (?outcome ?grant ?validUntil)}: the decision engine as a pattern.
 *
 * <p>It asks about now, by query, for all items, at the revision that the rest of the query sees. The object may be
 * shortened from the right, or be {@code ?outcome} alone. A tuple that rests on several grants gives a row for each, if
 * the query asks for the grant.
 */
final class Permits implements PropertyFunctionFactory {

    private final Decisions decisions;
    private final GuardedDataset dataset;
    private final ZoneId zone;

    Permits(Decisions decisions, GuardedDataset dataset, ZoneId zone) {
        this.decisions = decisions;
        this.dataset = dataset;
        this.zone = zone;
    }

    @Override
    public PropertyFunction create(String iri) {
        return new Call();
    }

    private final class Call extends PropertyFunctionEval {

        private static final int SUBJECTS = 3;
        private static final int OBJECTS = 3;

        Call() {
            super(PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_EITHER);
        }

        @Override
        public void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
            if (!subject.isList()
                    || subject.getArgListSize() != SUBJECTS
                    || object.isList() && (object.getArgListSize() < 1 || object.getArgListSize() > OBJECTS)) {
                throw Refusal.of(
                        Kind.MALFORMED,
                        "`sq:permits` 的参数不对；应为 (?dataset ?recipient ?purpose) sq:permits (?outcome ?grant ?validUntil)",
                        "`sq:permits` has the wrong arguments;"
                                + " write (?dataset ?recipient ?purpose) sq:permits (?outcome ?grant ?validUntil)");
            }
        }

        @Override
        public QueryIterator execEvaluated(
                Binding row, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
            var asked = subject.getArgList();
            var wanted = object.isList() ? object.getArgList() : List.of(object.getArg());
            var outcome = outcome(wanted.get(0));
            if (asked.stream().anyMatch(node -> !node.isVariable() && !node.isURI())
                    || wanted.get(0).isConcrete() && outcome.isEmpty()) {
                return QueryIterNullIterator.create(context);
            }
            var pattern = new Permission.Pattern(iri(asked.get(0)), iri(asked.get(1)), iri(asked.get(2)), outcome);
            var rows = new PermissionRows(
                    decisions.permissions(
                            dataset.snapshot(), pattern, context.getContext().<Instant>get(Settled.NOW)),
                    row,
                    places(asked, wanted),
                    zone);
            return QueryIterPlainWrapper.create(rows, context);
        }

        private static List<Node> places(List<Node> asked, List<Node> wanted) {
            var places = new ArrayList<>(asked);
            places.addAll(wanted);
            return places;
        }

        private static Optional<String> iri(Node node) {
            return node.isURI() ? Optional.of(node.getURI()) : Optional.empty();
        }

        private static Optional<Outcome> outcome(Node node) {
            for (var outcome : Outcome.values()) {
                if (Deciding.concept(outcome).equals(node)) {
                    return Optional.of(outcome);
                }
            }
            return Optional.empty();
        }
    }
}
