package org.shuqi.sparql;

import java.util.function.Predicate;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Puts the meter under the functions of a query, and refuses those that are not on the list. */
final class Metering extends ExprTransformCopy {

    private final Predicate<String> allowed;
    private final MeteredText text;

    /**
     * @param allowed whether a query may call the function of this IRI
     * @param meter what the query has used
     */
    Metering(Predicate<String> allowed, Meter meter) {
        this.allowed = allowed;
        this.text = new MeteredText(meter);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        if (function instanceof E_StrEncodeForURI
                || function instanceof E_StrUpperCase
                || function instanceof E_StrLowerCase) {
            return metered(function.getFunctionSymbol().getSymbol(), ExprList.create(argument), function);
        }
        if (function instanceof E_LogicalNot) {
            return super.transform(function, Deciding.truth(argument));
        }
        return super.transform(function, argument);
    }

    private Expr metered(String name, ExprList arguments, ExprFunction1 function) {
        return new MeteredFunction(name, arguments, values -> text.made(function.eval(values.get(0))));
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        var name = function.getFunctionSymbol().getSymbol();
        if (function instanceof E_StrBefore || function instanceof E_StrAfter) {
            return new MeteredFunction(
                    name, both(left, right), values -> text.made(function.eval(values.get(0), values.get(1))));
        }
        if (function instanceof E_Multiply) {
            return new MeteredFunction(name, both(left, right), values -> {
                text.factors(values.get(0), values.get(1));
                return function.eval(values.get(0), values.get(1));
            });
        }
        if (function instanceof E_LogicalAnd || function instanceof E_LogicalOr) {
            return super.transform(function, Deciding.truth(left), Deciding.truth(right));
        }
        return super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprFunction3 function, Expr condition, Expr then, Expr otherwise) {
        // the only function of three arguments is IF
        return super.transform(function, Deciding.truth(condition), then, otherwise);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Call) {
            throw notOffered("CALL");
        }
        if (function instanceof E_Function && !allowed.test(function.getFunctionIRI())) {
            throw notOffered(function.getFunctionIRI());
        }
        var name = function.getFunctionSymbol().getSymbol();
        if (function instanceof E_StrConcat) {
            return new MeteredFunction(name, arguments, text::concat);
        }
        if (function instanceof E_Regex) {
            return new MeteredFunction(name, arguments, text::regex);
        }
        if (function instanceof E_StrReplace) {
            return new MeteredFunction(name, arguments, text::replace);
        }
        if (function instanceof E_StrSubstring) {
            return new MeteredFunction(name, arguments, values -> text.made(function.eval(values)));
        }
        return super.transform(function, arguments);
    }

    private static ExprList both(Expr left, Expr right) {
        var arguments = new ExprList(left);
        arguments.add(right);
        return arguments;
    }

    private static Refusal notOffered(String function) {
        return Refusal.of(
                Kind.FORBIDDEN,
                "不提供函数 `%s`；可用的函数见 SPARQL 文档",
                "the function `%s` is not offered; the documentation of the endpoint lists those that are",
                function);
    }
}
