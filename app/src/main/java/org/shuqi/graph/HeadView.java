package org.shuqi.graph;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.GraphViewSwitchable;

/** The named graphs of the database; what the store notes for itself in the default graph stays hidden. */
final class HeadView extends View {

    private final DatasetGraphSwitchable tdb;
    private final Marks marks;

    HeadView(DatasetGraph tdb) {
        this.tdb = (DatasetGraphSwitchable) tdb;
        this.marks = new Marks(tdb);
    }

    @Override
    Iterator<Quad> named(Node graph, Node subject, Node predicate, Node object) {
        if (graph == Node.ANY) {
            return tdb.findNG(Node.ANY, subject, predicate, object);
        }
        return Quad.isDefaultGraph(graph) ? Iter.nullIterator() : tdb.findNG(graph, subject, predicate, object);
    }

    @Override
    Iterator<Triple> union(Node subject, Node predicate, Node object) {
        return tdb.getUnionGraph().find(subject, predicate, object);
    }

    /** As the index gives them: whatever is asked for, TDB2 takes one in which the graph comes last. */
    @Override
    Iterator<Quad> grouped(Node subject, Node predicate, Node object) {
        return tdb.findNG(Node.ANY, subject, predicate, object);
    }

    @Override
    Graph graph(Node name) {
        return new ReadOnlyGraph(tdb, name);
    }

    /** From the marks, because TDB2 would walk through every quad. */
    @Override
    public Iterator<Node> listGraphNodes() {
        return Iter.filter(marks.graphs(), this::containsGraph);
    }

    /** Of the kind that TDB2 solves whole graph patterns on, but closed for writing. */
    private static final class ReadOnlyGraph extends GraphViewSwitchable {

        ReadOnlyGraph(DatasetGraphSwitchable tdb, Node name) {
            super(tdb, name);
        }

        @Override
        public void performAdd(Triple triple) {
            throw View.readOnly();
        }

        @Override
        public void performDelete(Triple triple) {
            throw View.readOnly();
        }

        @Override
        public void clear() {
            throw View.readOnly();
        }

        @Override
        public void remove(Node subject, Node predicate, Node object) {
            throw View.readOnly();
        }
    }
}
