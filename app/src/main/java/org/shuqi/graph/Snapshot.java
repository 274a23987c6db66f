package org.shuqi.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** The registry at one revision, unchanging while it is open. Belongs to the thread that opened it; close it. */
public interface Snapshot extends AutoCloseable {

    /** The revision, counted from 0 (empty) by one a change. */
    long revision();

    /** The named graphs, read only; its default graph is the union of them. */
    DatasetGraph dataset();

    /** The union of all named graphs. */
    Graph union();

    /** The revision that last changed the named graph; 0 if it is not there. */
    long revisionOf(Node graphName);

    /** Whether the named graph may be read here; of one that may not it is not told whether it is there. */
    boolean sees(Node graphName);

    /** Whether nothing is kept from whoever looks; if not, {@link #sees} has to be asked about each graph. */
    boolean isWhole();

    /** The named graphs as they would be after a change that nobody has made; readable while this is open. */
    DatasetGraph supposing(Delta change);

    /** What was derived from exactly this revision. */
    <T> T derived(Derived<T> derived);

    /**
     * The same revision as somebody sees it who may read only some of its graphs: the others are as good as absent, from
     * the union too. What was derived stays what was derived from all of them. Closing either closes both.
     */
    Snapshot seenBy(Sight sight);

    @Override
    void close();
}
