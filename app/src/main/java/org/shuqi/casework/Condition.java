package org.shuqi.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.shuqi.problem.Text;

/**
 * Something that must hold of a record.
 *
 * @param iri the condition
 * @param ask the question; {@code ?this} is the record, {@code ?now} the instant
 * @param message what to say if it does not hold
 */
record Condition(Node iri, Query ask, Text message) {

    private static final Var THIS = Var.alloc("this");

    boolean holds(Graph registry, Node record, Instant at, ZoneId zone) {
        try (var exec = QueryExec.graph(registry)
                .query(ask)
                .substitution("this", record)
                .substitution("now", instant(at, zone))
                .build()) {
            return exec.ask();
        }
    }

    /** Whether all records of which it holds can be found at once: the question says which it may hold of. */
    boolean finds() {
        return OpVars.fixedVars(Algebra.compile(ask.getQueryPattern())).contains(THIS);
    }

    /** The records of which it holds. */
    Set<Node> found(Graph registry, Instant at, ZoneId zone) {
        var every = ask.cloneQuery();
        every.setQuerySelectType();
        every.setDistinct(true);
        every.addResultVar(THIS);
        var found = new HashSet<Node>();
        try (var exec = QueryExec.graph(registry)
                .query(every)
                .substitution("now", instant(at, zone))
                .build()) {
            exec.select().forEachRemaining(row -> found.add(row.get(THIS)));
        }
        return found;
    }

    static Node instant(Instant at, ZoneId zone) {
        var text = at.atZone(zone).toOffsetDateTime().toString();
        return NodeFactory.createLiteralDT(seconds(text), XSDDatatype.XSDdateTime);
    }

    /** ISO leaves out seconds that are zero, XML Schema does not. */
    private static String seconds(String text) {
        return text.length() > 16 && text.charAt(16) != ':' ? text.substring(0, 16) + ":00" + text.substring(16) : text;
    }
}
