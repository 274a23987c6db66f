package org.shuqi.decision.fact;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Where facts are read from. */
interface Statements {

    /** All that is said with the subject. */
    Iterator<Quad> of(Node subject);

    /** Who says this of the object. */
    Stream<Node> subjects(Node predicate, Node object);

    /** All that a graph says, in whatever named graph. */
    static Statements in(DatasetGraph graph) {
        return new Statements() {
            @Override
            public Iterator<Quad> of(Node subject) {
                return graph.find(Node.ANY, subject, Node.ANY, Node.ANY);
            }

            @Override
            public Stream<Node> subjects(Node predicate, Node object) {
                return graph.stream(Node.ANY, Node.ANY, predicate, object).map(Quad::getSubject);
            }
        };
    }
}
