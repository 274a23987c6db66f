package org.shuqi.sparql;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpLib;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.core.Var;

/**
 * Lets {@code sq:permits} drive a join when it is asked for one dataset or one recipient and some argument stays free
 * for good: then it gives the permitted tuples, few of them, whether it is asked first or last, and first is cheaper.
 */
final class Driving extends TransformCopy {

    private static final int QUESTION = 3;

    @Override
    public Op transform(OpPropFunc call, Op under) {
        var isPermits =
                call.getProperty().isURI() && call.getProperty().getURI().equals(Deciding.PERMITS);
        if (!isPermits || !call.getSubjectArgs().isList() || OpJoin.isJoinIdentify(under)) {
            return super.transform(call, under);
        }
        var question = call.getSubjectArgs().getArgList();
        var bound = OpVars.visibleVars(under);
        return question.size() == QUESTION && drives(question, bound) && !outcomeMayBe(bound, call)
                ? OpJoin.create(call.copy(OpLib.unit()), under)
                : super.transform(call, under);
    }

    private static boolean drives(List<Node> question, Set<Var> bound) {
        var anchored = question.get(0).isConcrete() || question.get(1).isConcrete();
        var staysFree = question.stream().anyMatch(part -> Var.isVar(part) && !bound.contains(Var.alloc(part)));
        return anchored && staysFree;
    }

    /** Whether the patterns may bind the outcome: then it decides which tuples come, and must be bound first. */
    private static boolean outcomeMayBe(Set<Var> bound, OpPropFunc call) {
        var object = call.getObjectArgs();
        var outcome = object.isList() ? object.getArg(0) : object.getArg();
        return outcome != null && Var.isVar(outcome) && bound.contains(Var.alloc(outcome));
    }
}
