package org.shuqi.graph;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** A snapshot of which only some graphs are seen. What was derived from it was derived from all of it. */
final class Seen implements Snapshot {

    private final ViewSnapshot whole;
    private final Sight sight;
    private final SightView view;

    Seen(ViewSnapshot whole, Sight sight) {
        this.whole = whole;
        this.sight = sight;
        this.view = new SightView(whole.view(), sight);
    }

    @Override
    public long revision() {
        return whole.revision();
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
    public long revisionOf(Node graphName) {
        return sight.sees(graphName) ? whole.revisionOf(graphName) : 0;
    }

    @Override
    public boolean sees(Node graphName) {
        return sight.sees(graphName);
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public DatasetGraph supposing(Delta change) {
        var real = WriteRound.real(new Delta(seen(change.removed()), seen(change.added())), view());
        return real.isEmpty() ? view() : new Overlay(view(), real);
    }

    private List<Quad> seen(Collection<Quad> quads) {
        return quads.stream().filter(quad -> sight.sees(quad.getGraph())).toList();
    }

    @Override
    public <T> T derived(Derived<T> derived) {
        return whole.derived(derived);
    }

    @Override
    public Snapshot seenBy(Sight other) {
        return other == Sight.ALL ? this : new Seen(whole, graph -> sight.sees(graph) && other.sees(graph));
    }

    @Override
    public void close() {
        whole.close();
    }

    /** Refuses to show anything once the snapshot is closed. */
    private View view() {
        whole.view();
        return view;
    }
}
