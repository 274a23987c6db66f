package org.shuqi.casework;

import java.time.Instant;
import java.time.ZoneId;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
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

    boolean holds(Graph registry, Node record, Instant at, ZoneId zone) {
        try (var exec = QueryExec.graph(registry)
                .query(ask)
                .substitution("this", record)
                .substitution("now", instant(at, zone))
                .build()) {
            return exec.ask();
        }
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
