package org.shuqi.graph;

import java.util.Iterator;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What the store notes for itself, in the default graph of the database and in the same transaction as the data: the
 * revision applied, the hash of its log entry, and when each named graph was changed.
 */
final class Marks {

    private static final Node STORE = NodeFactory.createURI("urn:shuqi:store");
    private static final Node APPLIED = NodeFactory.createURI("urn:shuqi:applied");
    private static final Node HASH = NodeFactory.createURI("urn:shuqi:hash");
    private static final Node LAST = NodeFactory.createURI("urn:shuqi:last");
    private static final Node CHANGED = NodeFactory.createURI("urn:shuqi:changed");

    private final DatasetGraph tdb;

    Marks(DatasetGraph tdb) {
        this.tdb = tdb;
    }

    /** The revision that the database holds; 0 if it is new. */
    long applied() {
        return number(STORE, APPLIED).orElse(0);
    }

    /** The hash of the log entry that made the applied revision, in hexadecimal; of no entry if the database is new. */
    String hash() {
        return notes().find(STORE, HASH, Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse(Hash.NONE.hex());
    }

    /** The revision that last changed the graph, which may be empty since; 0 if none did. */
    long last(Node graph) {
        return number(graph, LAST).orElse(0);
    }

    /** The revision that last changed the graph up to a revision; 0 if none did. */
    long last(Node graph, long atMost) {
        return numbers(graph, CHANGED)
                .filter(revision -> revision <= atMost)
                .max()
                .orElse(0);
    }

    /** Every named graph that ever held something. */
    Iterator<Node> graphs() {
        return Iter.map(notes().find(Node.ANY, LAST, Node.ANY), Triple::getSubject);
    }

    void applied(long revision, Hash hash) {
        replace(STORE, APPLIED, number(revision));
        replace(STORE, HASH, NodeFactory.createLiteralString(hash.hex()));
    }

    void changed(Node graph, long revision) {
        replace(graph, LAST, number(revision));
        notes().add(graph, CHANGED, number(revision));
    }

    private void replace(Node subject, Node predicate, Node object) {
        var graph = notes();
        graph.find(subject, predicate, Node.ANY).toList().forEach(graph::delete);
        graph.add(subject, predicate, object);
    }

    private Graph notes() {
        return tdb.getDefaultGraph();
    }

    private OptionalLong number(Node subject, Node predicate) {
        return numbers(subject, predicate).findFirst();
    }

    private LongStream numbers(Node subject, Node predicate) {
        return notes().find(subject, predicate, Node.ANY).toList().stream()
                .mapToLong(triple -> Long.parseLong(triple.getObject().getLiteralLexicalForm()));
    }

    private static Node number(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    /** A copy of all notes, for comparison. */
    Graph copy() {
        var copy = GraphFactory.createDefaultGraph();
        notes().find().forEachRemaining(copy::add);
        return copy;
    }
}
