package org.shuqi.graph;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.ChangeLog.Draft;

/** One load, from what was staged to the commit. */
final class BulkRound implements Ledger.Bulk {

    /** Most quads of a load that derived values follow; beyond, they are computed anew. */
    private static final long FOLLOWED_QUADS = 20_000;

    private final TdbStore store;
    private final ViewSnapshot base;
    private final Map<Follower<?>, Object> before;
    private final StagedQuads staging;
    private final Fresh fresh;
    private final Overlay after;
    private final Overlay alone;
    private final boolean real;

    BulkRound(TdbStore store, TdbStore.Session session, StagedQuads staging, boolean real) {
        this.store = store;
        this.base = session.open();
        this.before = session.values();
        this.staging = staging;
        this.real = real;
        this.fresh = new Fresh(staging, base.view());
        this.after = new Overlay(new SparingView(base.view()), new Quads(), fresh);
        this.alone = new Overlay(new EmptyView(), new Quads(), fresh);
        staging.beginRead();
    }

    @Override
    public long revision() {
        return base.revision();
    }

    @Override
    public DatasetGraph after() {
        return after;
    }

    @Override
    public Ledger.Reading beside() {
        var own = store.read();
        if (own.revision() != revision()) {
            own.close();
            throw new IllegalStateException("somebody has written meanwhile");
        }
        staging.beginRead();
        var view = ((ViewSnapshot) own).view();
        var overlay = new Overlay(new SparingView(view), new Quads(), new Fresh(staging, view));
        return new Ledger.Reading() {
            @Override
            public DatasetGraph after() {
                return overlay;
            }

            @Override
            public void close() {
                staging.endRead();
                own.close();
            }
        };
    }

    @Override
    public DatasetGraph fresh() {
        return alone;
    }

    @Override
    public void chunks(int quads, Consumer<Delta> each) {
        cut(all(), quads, chunk -> each.accept(new Delta(List.of(), chunk)));
    }

    @Override
    public void leaveOut(Set<Node> subjects, int quads, Consumer<Delta> each) {
        var gone = new ArrayList<Quad>();
        subjects.forEach(
                subject -> fresh.find(Node.ANY, subject, Node.ANY, Node.ANY).forEachRemaining(gone::add));
        fresh.leaveOut(subjects);
        cut(gone.iterator(), quads, chunk -> each.accept(new Delta(chunk, List.of())));
    }

    @Override
    public long count() {
        return Iter.count(all());
    }

    @Override
    public Instant commit(Stamp stamp, LongConsumer written) throws IOException {
        if (!real) {
            throw new IllegalStateException("a rehearsal is not committed");
        }
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var count = count();
        var values = derived(count);
        var held = staging.isInMemory()
                ? Optional.of(Payload.of(new Delta(List.of(), Iter.toList(all()))))
                : Optional.<Payload>empty();
        var payload = held.orElseGet(() -> sink -> all().forEachRemaining(sink::added));
        store.commit(new Draft(stamp, at, 0, count, payload), held, values, written, base);
        return at;
    }

    /** A small load is followed like any change: reading the whole graph again could take minutes. */
    private Map<Follower<?>, Object> derived(long count) {
        var values = new HashMap<Follower<?>, Object>();
        var revision = revision() + 1;
        if (count > FOLLOWED_QUADS) {
            before.keySet().forEach(follower -> values.put(follower, follower.build(after, revision)));
        } else {
            var delta = new Delta(List.of(), Iter.toList(all()));
            before.forEach((follower, value) -> values.put(follower, follower.next(value, after, revision, delta)));
        }
        return values;
    }

    @Override
    public void close() {
        try {
            staging.endRead();
            base.close();
        } finally {
            if (real) {
                store.roundEnds();
            }
        }
    }

    private Iterator<Quad> all() {
        return fresh.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }

    private static void cut(Iterator<Quad> quads, int size, Consumer<List<Quad>> each) {
        var chunk = new ArrayList<Quad>(size);
        quads.forEachRemaining(quad -> {
            chunk.add(quad);
            if (chunk.size() == size) {
                each.accept(List.copyOf(chunk));
                chunk.clear();
            }
        });
        if (!chunk.isEmpty()) {
            each.accept(chunk);
        }
    }
}
