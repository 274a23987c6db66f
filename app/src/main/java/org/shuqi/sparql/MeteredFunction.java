package org.shuqi.sparql;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.shuqi.problem.Refusal;

/** A built-in function of SPARQL that tells a {@link Meter} what it makes before, or as soon as, it makes it. */
final class MeteredFunction extends ExprFunctionN {

    private final String name;
    private final Function<List<NodeValue>, NodeValue> evaluation;

    MeteredFunction(String name, ExprList arguments, Function<List<NodeValue>, NodeValue> evaluation) {
        super(name, arguments);
        this.name = name;
        this.evaluation = evaluation;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        try {
            return evaluation.apply(arguments);
        } catch (Refusal limit) {
            throw new Exceeded(limit);
        }
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new MeteredFunction(name, arguments, evaluation);
    }
}
