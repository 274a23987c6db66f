package org.shuqi.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** A revision as a view, together with what else is known about it. */
final class ViewSnapshot implements Snapshot {

    /** What is known about a revision beside its quads. */
    interface Source {

        /** The revision that last changed the graph, which holds something. */
        long revisionOf(Node graph);

        <T> T derived(Follower<T> follower);

        /** Called once, by the thread that opened the snapshot. */
        void close();
    }

    private final long revision;
    private final View view;
    private final Source source;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    ViewSnapshot(long revision, View view, Source source) {
        this.revision = revision;
        this.view = view;
        this.source = source;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public DatasetGraph dataset() {
        return view();
    }

    @Override
    public Graph union() {
        return view().getUnionGraph();
    }

    @Override
    public DatasetGraph supposing(Delta change) {
        var real = WriteRound.real(change, view());
        return real.isEmpty() ? view() : new Overlay(view(), real);
    }

    @Override
    public long revisionOf(Node graphName) {
        return view().containsGraph(graphName) ? source.revisionOf(graphName) : 0;
    }

    @Override
    public boolean sees(Node graphName) {
        return true;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public <T> T derived(Derived<T> derived) {
        view();
        return source.derived((Follower<T>) derived);
    }

    @Override
    public Snapshot seenBy(Sight sight) {
        return sight == Sight.ALL ? this : new Seen(this, sight);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("a snapshot is closed by the thread that opened it, " + owner.getName());
        }
        closed = true;
        source.close();
    }

    Object valueOf(Follower<?> follower) {
        return source.derived(follower);
    }

    View view() {
        if (closed) {
            throw new IllegalStateException("the snapshot is closed");
        }
        return view;
    }
}
