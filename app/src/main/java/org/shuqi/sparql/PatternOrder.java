package org.shuqi.sparql;

import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;

/** The order in which the triples of a pattern are looked up: those with the most known terms first. */
final class PatternOrder {

    private static final ReorderTransformation WEIGHTS = ReorderLib.fixed();

    private final QueryIterPeek input;
    private final BasicPattern pattern;

    /** Takes the first row of the input as a sample of what will be known. */
    PatternOrder(BasicPattern pattern, QueryIterator rows, ExecutionContext context) {
        this.input = QueryIterPeek.create(rows, context);
        this.pattern = pattern.size() < 2 || !input.hasNext()
                ? pattern
                : WEIGHTS.reorderIndexes(Substitute.substitute(pattern, input.peek()))
                        .reorder(pattern);
    }

    /** All rows of the input, the first among them. */
    QueryIterator input() {
        return input;
    }

    BasicPattern pattern() {
        return pattern;
    }
}
