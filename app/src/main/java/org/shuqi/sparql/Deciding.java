package org.shuqi.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.shuqi.decision.Outcome;
import org.shuqi.vocabulary.Sq;

/** The names by which queries reach the decision engine. */
final class Deciding {

    /** The property function. */
    static final String PERMITS = Sq.NS + "permits";

    /** The filter function. */
    static final String DECIDE = Sq.NS + "decide";

    private static final String OUTCOME = "https://w3id.org/shuqi/code/outcome/";

    private Deciding() {}

    /** The concept of the outcome. */
    static Node concept(Outcome outcome) {
        return NodeFactory.createURI(OUTCOME + outcome.code());
    }

    /** Where a query wants yes or no, {@code sq:decide(…)} is short for "its outcome is permit". */
    static Expr truth(Expr expression) {
        return expression instanceof E_Function call && DECIDE.equals(call.getFunctionIRI())
                ? new E_Equals(call, NodeValue.makeNode(concept(Outcome.PERMIT)))
                : expression;
    }
}
