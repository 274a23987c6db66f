package org.shuqi.sparql;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.optimize.TransformFilterPlacement;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterDistinct;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Keeps sorting, DISTINCT, grouping and joins from filling the memory: counts the rows that they hold. Puts the triples
 * of a pattern in order before the store solves it, because the store takes them as they come.
 */
final class HeldRows extends OpExecutor {

    /** Aggregations that keep one value a group, whatever the number of rows. */
    private static final Set<Class<?>> SMALL = Set.of(
            AggCount.class, AggCountVar.class, AggSum.class, AggMin.class, AggMax.class, AggAvg.class, AggSample.class);

    private final long most;

    private HeldRows(ExecutionContext context, long most) {
        super(context);
        this.most = most;
    }

    /** The executor that keeps within the limits. */
    static OpExecutorFactory within(Limits limits) {
        return context -> new HeldRows(context, limits.held());
    }

    @Override
    protected QueryIterator execute(OpBGP block, QueryIterator input) {
        var order = new PatternOrder(block.getPattern(), input, execCxt);
        return super.execute(new OpBGP(order.pattern()), order.input());
    }

    /** The triples are put in order first, then each condition as early among them as it can be tested. */
    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        if (!OpBGP.isBGP(filter.getSubOp())) {
            return super.execute(filter, input);
        }
        var order = new PatternOrder(((OpBGP) filter.getSubOp()).getPattern(), input, execCxt);
        var placed = TransformFilterPlacement.transform(filter.getExprs(), order.pattern());
        var inOrder = ExecutionContext.copy(execCxt);
        inOrder.setExecutor(OpExecutor.stdFactory);
        return QC.execute(placed, order.input(), inOrder);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        return new QueryIterSort(counted(exec(order.getSubOp(), input)), order.getConditions(), execCxt);
    }

    /** Counts what comes out: a row is held from the moment it is seen for the first time. */
    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return counted(new QueryIterDistinct(exec(distinct.getSubOp(), input), null, execCxt));
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        var rows = exec(group.getSubOp(), input);
        var small = !group.getAggregators().isEmpty()
                && group.getAggregators().stream()
                        .allMatch(each -> SMALL.contains(each.getAggregator().getClass()));
        var guarded = small ? new CountedGroups(rows, group.getGroupVars()) : counted(rows);
        return new QueryIterGroup(guarded, group.getGroupVars(), group.getAggregators(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        return Join.join(
                counted(exec(join.getLeft(), input)),
                counted(exec(join.getRight(), createRootQueryIterator(execCxt))),
                execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        var left = counted(exec(join.getLeft(), input));
        return Join.leftJoin(
                left, counted(exec(join.getRight(), createRootQueryIterator(execCxt))), join.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        var left = exec(minus.getLeft(), input);
        var right = counted(exec(minus.getRight(), createRootQueryIterator(execCxt)));
        var shared = OpVars.visibleVars(minus.getLeft());
        shared.retainAll(OpVars.visibleVars(minus.getRight()));
        return QueryIterMinus.create(left, right, shared, execCxt);
    }

    private QueryIterator counted(QueryIterator rows) {
        return new Counted(rows);
    }

    private void check(long held) {
        if (held > most) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "查询需要在内存中保留超过 %d 行；请缩小查询范围",
                    "the query has to hold more than %d rows in memory; ask for less",
                    most);
        }
    }

    private final class Counted extends QueryIteratorWrapper {

        private long held;

        Counted(QueryIterator rows) {
            super(rows);
        }

        @Override
        protected Binding moveToNextBinding() {
            check(++held);
            return super.moveToNextBinding();
        }
    }

    /** Counts the groups by the hash codes of their keys: a few too little, which does not matter here. */
    private final class CountedGroups extends QueryIteratorWrapper {

        private final VarExprList key;
        private final Set<Integer> groups = new HashSet<>();

        CountedGroups(QueryIterator rows, VarExprList key) {
            super(rows);
            this.key = key;
        }

        @Override
        protected Binding moveToNextBinding() {
            var row = super.moveToNextBinding();
            var hash = 1;
            for (var variable : key.getVars()) {
                var value = key.get(variable, row, execCxt);
                hash = 31 * hash + (value == null ? 0 : value.hashCode());
            }
            groups.add(hash);
            check(groups.size());
            return row;
        }
    }
}
