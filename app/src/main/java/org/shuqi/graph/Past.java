package org.shuqi.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Opens earlier revisions: the snapshot that is open, with the changes made since taken back. */
final class Past {

    /** Values of earlier revisions that are kept; they never change. */
    private static final int KEPT = 32;

    /** Bytes of heap that a quad in memory takes, roughly, and the share of the heap that a snapshot may take. */
    static final long QUAD_BYTES = 600;

    private static final long HEAP_SHARE = 4;

    private final ChangeLog log;
    private final Marks marks;
    private final Map<Key, Object> values = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Object> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(Follower<?> follower, long revision) {}

    Past(ChangeLog log, Marks marks) {
        this.log = log;
        this.marks = marks;
    }

    /** The revision as a snapshot, which closes the one it stands on. */
    Snapshot open(ViewSnapshot base, long revision) {
        try {
            var since = log.quads(Math.min(revision, base.revision()), Math.max(revision, base.revision()));
            var whole = log.quads(0, revision);
            requireRoom(Math.min(since, whole), revision);
            return whole < since ? fromNothing(base, revision) : fromBase(base, revision);
        } catch (RuntimeException | Error e) {
            base.close();
            throw e;
        }
    }

    private ViewSnapshot fromNothing(ViewSnapshot base, long revision) {
        var view = new Overlay(
                new EmptyView(), new Quads(), Net.of(log, 0, revision).added());
        return new ViewSnapshot(revision, view, new Then(base, revision, follower -> follower.build(view, revision)));
    }

    private ViewSnapshot fromBase(ViewSnapshot base, long revision) {
        var back = revision < base.revision();
        var net = back ? Net.of(log, revision, base.revision()) : Net.of(log, base.revision(), revision);
        var delta = back ? net.inverse() : net.delta();
        var view = new Overlay(base.view(), delta);
        return new ViewSnapshot(
                revision,
                view,
                new Then(base, revision, follower -> follower.next(base.valueOf(follower), view, revision, delta)));
    }

    private static void requireRoom(long quads, long revision) {
        if (quads * QUAD_BYTES > Runtime.getRuntime().maxMemory() / HEAP_SHARE) {
            throw Refusal.of(
                    Kind.OVERLOADED,
                    "修订 `%d` 与最新修订相差 %d 条数据，内存不足；请为服务分配更多内存",
                    "revision `%d` is %d quads away; give the server more memory",
                    revision,
                    quads);
        }
    }

    private Object kept(Key key, Function<Follower<?>, Object> compute) {
        synchronized (values) {
            var value = values.get(key);
            if (value != null) {
                return value;
            }
        }
        var fresh = compute.apply(key.follower());
        synchronized (values) {
            values.put(key, fresh);
        }
        return fresh;
    }

    /** What is known about an earlier revision beside its quads. */
    private final class Then implements ViewSnapshot.Source {

        private final ViewSnapshot base;
        private final long revision;
        private final Function<Follower<?>, Object> compute;

        Then(ViewSnapshot base, long revision, Function<Follower<?>, Object> compute) {
            this.base = base;
            this.revision = revision;
            this.compute = compute;
        }

        @Override
        public long revisionOf(Node graph) {
            return marks.last(graph, revision);
        }

        @Override
        public <T> T derived(Follower<T> follower) {
            return follower.typed(kept(new Key(follower, revision), compute));
        }

        @Override
        public void close() {
            base.close();
        }
    }
}
