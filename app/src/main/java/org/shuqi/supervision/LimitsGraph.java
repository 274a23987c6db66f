package org.shuqi.supervision;

import java.time.Instant;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.vocabulary.Sq;

/** The time limits as statements that the queries of {@code ontology/supervision} read; they are never stored. */
final class LimitsGraph {

    /** Where the names begin that only those queries know. */
    static final String NS = "https://w3id.org/shuqi/supervision#";
    /** The name of the graph. */
    /** What every query that asks it holds, whatever prefix it uses. */
    static final String WORD = "limits";

    static final Node NAME = named(WORD);

    private static final Node VIOLATION = named("violation");
    private static final Node CLOCK = named("clock");
    private static final Node OF = named("of");
    private static final Node PARTY = named("party");
    private static final Node STARTED = named("started");
    private static final Node STOPPED = named("stopped");
    private static final Node CLOSED = named("closed");
    private static final Node KEPT = named("kept");
    private static final Node OVER = named("over");
    private static final Node USED = named("used");

    private LimitsGraph() {}

    static Node named(String name) {
        return NodeFactory.createURI(NS + name);
    }

    static Graph of(List<TimeLimits.Limit> limits) {
        var graph = GraphFactory.createDefaultGraph();
        limits.forEach(limit -> add(limit, graph));
        return graph;
    }

    private static void add(TimeLimits.Limit limit, Graph graph) {
        var node = NodeFactory.createBlankNode();
        graph.add(Triple.create(node, OF, limit.record()));
        graph.add(Triple.create(node, CLOCK, Sq.code("clock", limit.clock())));
        graph.add(Triple.create(node, STARTED, instant(limit.startedAt())));
        limit.parties().forEach(party -> graph.add(Triple.create(node, PARTY, party)));
        limit.violation().ifPresent(code -> graph.add(Triple.create(node, VIOLATION, code)));
        limit.stoppedAt().ifPresent(at -> graph.add(Triple.create(node, STOPPED, instant(at))));
        limit.used()
                .ifPresent(days -> graph.add(Triple.create(
                        node, USED, NodeFactory.createLiteralDT(Integer.toString(days), XSDDatatype.XSDinteger))));
        // closed is the moment from which it is known whether the limit was kept: done, or over
        var closed = limit.stoppedAt().or(() -> limit.late() ? limit.overAt() : java.util.Optional.empty());
        closed.ifPresent(at -> {
            graph.add(Triple.create(node, CLOSED, instant(at)));
            graph.add(Triple.create(
                    node, KEPT, NodeFactory.createLiteralDT(Boolean.toString(!limit.late()), XSDDatatype.XSDboolean)));
        });
        if (limit.late()) {
            limit.overAt().ifPresent(at -> graph.add(Triple.create(node, OVER, instant(at))));
        }
    }

    static Node instant(Instant at) {
        return NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime);
    }
}
