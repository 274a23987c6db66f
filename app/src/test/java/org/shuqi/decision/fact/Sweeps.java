package org.shuqi.decision.fact;

import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Ways to read a whole registry that the program itself does not take. */
public final class Sweeps {

    private Sweeps() {}

    /** Holds so many statements at a time, and gets them in that order. */
    public static Index holding(int most, ZoneId zone, Collection<Quad> order, DatasetGraph whole) {
        return new IndexDerivation(zone, most).build(order::forEach, Statements.in(whole), 1);
    }

    /** From a stream that nothing can be looked up in but what the given graph holds. */
    public static Index streamed(Consumer<Consumer<Quad>> stream, DatasetGraph lookups) {
        return new IndexDerivation(ZoneId.of("Asia/Shanghai")).build(stream, Statements.in(lookups), 1);
    }

    /** How many subjects came in more than one piece. */
    public static int torn(int most, ZoneId zone, Collection<Quad> order, DatasetGraph whole) {
        var sweep = new Sweep(Statements.in(whole), IndexEditing.fresh(Terms.fresh()), zone, most);
        order.forEach(sweep);
        return sweep.finish().size();
    }
}
