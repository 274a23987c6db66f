package org.shuqi.graph;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.ChangeLog.Draft;

/** One group of changes, from the first proposal to the commit. */
final class WriteRound implements Ledger.Round {

    private final TdbStore store;
    private final ViewSnapshot base;
    private final boolean real;
    private final Net net = new Net();
    private final Overlay accepted;
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Delta> deltas = new ArrayList<>();
    private final Map<Node, Long> changed = new HashMap<>();
    private Map<Follower<?>, Object> values;

    WriteRound(TdbStore store, TdbStore.Session session, boolean real) {
        this.store = store;
        this.base = session.open();
        this.real = real;
        this.accepted = new Overlay(base.view(), net.removed(), net.added());
        this.values = session.values();
    }

    @Override
    public Snapshot now() {
        return new ViewSnapshot(revision(), view(), new ViewSnapshot.Source() {
            @Override
            public long revisionOf(Node graph) {
                return lastChange(graph);
            }

            @Override
            public <T> T derived(Follower<T> follower) {
                return follower.in(values);
            }

            @Override
            public void close() {
                // the round is closed, not what it shows
            }
        });
    }

    @Override
    public long lastChange(Node graph) {
        var mine = changed.get(graph);
        return mine == null ? store.marks().last(graph) : mine;
    }

    @Override
    public Ledger.Proposal propose(Delta wanted) {
        var view = view();
        var delta = real(wanted, view);
        return new Ledger.Proposal(delta, delta.isEmpty() ? view : new Overlay(view, delta));
    }

    /** What of the change would really change the view. */
    static Delta real(Delta wanted, View view) {
        var added = canonical(wanted.added());
        var removed = canonical(wanted.removed());
        removed.removeAll(added);
        return new Delta(
                removed.stream().filter(view::holds).toList(),
                added.stream().filter(quad -> !view.holds(quad)).toList());
    }

    @Override
    public long accept(Ledger.Proposal proposal, Stamp stamp) {
        var delta = proposal.real();
        var next = new HashMap<Follower<?>, Object>();
        values.forEach(
                (follower, value) -> next.put(follower, follower.next(value, proposal.after(), revision() + 1, delta)));
        values = next;
        delta.removed().forEach(net::removed);
        delta.added().forEach(net::added);
        deltas.add(delta);
        drafts.add(new Draft(stamp, at, delta.removed().size(), delta.added().size(), Payload.of(delta)));
        touched(delta).forEach(graph -> changed.put(graph, revision()));
        return revision();
    }

    @Override
    public Instant commit() throws IOException {
        if (!real) {
            throw new IllegalStateException("a rehearsal is not committed");
        }
        base.close();
        if (!drafts.isEmpty()) {
            store.commit(drafts, deltas, values);
        }
        return at;
    }

    @Override
    public void close() {
        try {
            base.close();
        } finally {
            if (real) {
                store.roundEnds();
            }
        }
    }

    static Set<Node> touched(Delta delta) {
        var graphs = new LinkedHashSet<Node>();
        delta.removed().forEach(quad -> graphs.add(quad.getGraph()));
        delta.added().forEach(quad -> graphs.add(quad.getGraph()));
        return graphs;
    }

    private long revision() {
        return base.revision() + drafts.size();
    }

    private View view() {
        return drafts.isEmpty() ? base.view() : accepted;
    }

    private static Set<Quad> canonical(Collection<Quad> quads) {
        var set = new LinkedHashSet<Quad>();
        quads.forEach(quad -> set.add(Terms.canonical(quad)));
        return set;
    }
}
