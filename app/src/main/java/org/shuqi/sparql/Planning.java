package org.shuqi.sparql;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.PropertyFunctionGenerator;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Rewrites the algebra of a query before it is optimised: {@code sq:permits} comes after all the patterns of its group
 * that it is joined with, so that what they bind is bound, and whatever leads out of the registry is refused.
 */
final class Planning extends TransformCopy {

    private final PropertyFunctionRegistry functions;
    private final Context context;
    private final Meter meter;

    Planning(PropertyFunctionRegistry functions, Context context, Meter meter) {
        this.functions = functions;
        this.context = context;
        this.meter = meter;
    }

    @Override
    public Op transform(OpBGP block) {
        var patterns = new BasicPattern();
        var calls = new BasicPattern();
        for (var triple : block.getPattern()) {
            refuseCode(triple.getPredicate());
            (isPermits(triple.getPredicate()) ? calls : patterns).add(triple);
        }
        if (calls.isEmpty()) {
            return super.transform(block);
        }
        patterns.addAll(calls);
        return PropertyFunctionGenerator.buildPropertyFunctions(functions, new OpBGP(patterns), context);
    }

    private static void refuseCode(Node predicate) {
        if (predicate.isURI() && predicate.getURI().startsWith("java:")) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "查询不得调用程序代码 `%s`",
                    "a query cannot call program code such as `%s`",
                    predicate.getURI());
        }
    }

    private static boolean isPermits(Node property) {
        return property.isURI() && property.getURI().equals(Deciding.PERMITS);
    }

    @Override
    public Op transform(OpJoin join, Op left, Op right) {
        var calls = new ArrayList<OpPropFunc>();
        var joined = OpJoin.create(stripped(left, calls), stripped(right, calls));
        return applied(calls, joined);
    }

    @Override
    public Op transform(OpSequence sequence, List<Op> parts) {
        var calls = new ArrayList<OpPropFunc>();
        var rest = OpSequence.create();
        for (var part : parts) {
            rest.add(stripped(part, calls));
        }
        return applied(calls, rest);
    }

    /** What is under the calls at the top of {@code op}; the calls are put aside, innermost first. */
    private static Op stripped(Op op, List<OpPropFunc> calls) {
        if (op instanceof OpPropFunc call && isPermits(call.getProperty())) {
            var under = stripped(call.getSubOp(), calls);
            calls.add(call);
            return under;
        }
        return op;
    }

    private static Op applied(List<OpPropFunc> calls, Op to) {
        var op = to;
        for (var call : calls) {
            op = call.copy(op);
        }
        return op;
    }

    @Override
    public Op transform(OpFilter filter, Op under) {
        return OpFilter.filterBy(truths(filter.getExprs()), under);
    }

    @Override
    public Op transform(OpLeftJoin join, Op left, Op right) {
        var conditions = join.getExprs();
        return OpLeftJoin.create(left, right, conditions == null ? null : truths(conditions));
    }

    private static ExprList truths(ExprList conditions) {
        var truths = new ExprList();
        conditions.forEach(condition -> truths.add(Deciding.truth(condition)));
        return truths;
    }

    @Override
    public Op transform(OpGroup group, Op under) {
        var aggregators = new ArrayList<ExprAggregator>();
        for (var aggregation : group.getAggregators()) {
            aggregators.add(new ExprAggregator(aggregation.getVar(), metered(aggregation.getAggregator())));
        }
        return OpGroup.create(under, group.getGroupVars(), aggregators);
    }

    /** GROUP_CONCAT gathers text row by row, so each row is put on the meter with its separator. */
    private Aggregator metered(Aggregator aggregator) {
        String separator;
        if (aggregator instanceof AggGroupConcat concat) {
            separator = concat.getSeparator();
        } else if (aggregator instanceof AggGroupConcatDistinct concat) {
            separator = concat.getSeparator();
        } else {
            return aggregator;
        }
        var length = separator == null ? 1 : separator.length();
        var arguments = new ExprList();
        aggregator
                .getExprList()
                .forEach(argument -> arguments.add(new MeteredFunction(
                        "gathered", new ExprList(argument), values -> gathered(values.get(0), length))));
        return aggregator.copy(arguments);
    }

    private NodeValue gathered(NodeValue value, int separator) {
        meter.text(value.asString().length() + (long) separator);
        return value;
    }

    @Override
    public Op transform(OpService service, Op under) {
        throw Refusal.of(Kind.FORBIDDEN, "查询不得用 SERVICE 访问其他服务", "a query cannot reach other services with SERVICE");
    }
}
