package org.shuqi.graph;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Collection;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * A value of each revision that is worked out when it is first asked for: no commit and no start waits for it. A revision keeps
 * what led to it, so that its value is made from the last one there is and what has changed since.
 *
 * @param <V> an immutable, thread-safe value
 */
public final class OnDemand<V> {

    /** Statements that changed without anybody asking, after which everything is read again. */
    private static final int MOST = 50_000;

    private final Store whole;
    private final Making<V> making;
    private final Derived<At<V>> derived;

    private OnDemand(String name, Store whole, Making<V> making) {
        this.whole = whole;
        this.making = making;
        this.derived = whole.derive(new Following(name));
    }

    /**
     * How the value is made.
     *
     * @param <V> an immutable, thread-safe value
     */
    public interface Making<V> {

        /** From a whole registry. */
        V of(DatasetGraph registry);

        /** From the value before these changes, which led to what the registry is now. */
        V after(V before, Collection<Delta> changes, DatasetGraph registry);

        /** Whether two values say the same. */
        boolean same(V one, V other);
    }

    /**
     * Of a registry.
     *
     * @param name what is made, for people; letters, digits and hyphens
     * @param whole all of the registry, whoever asks: the value has to be cut before it is shown
     */
    public static <V> OnDemand<V> over(Store whole, String name, Making<V> making) {
        return new OnDemand<>(name, whole, making);
    }

    /** The value of the revision that is open; one is worked out at a time. */
    public V at(Snapshot now) {
        var at = now.derived(derived);
        var known = at.value();
        return known == null ? made(at) : known;
    }

    private synchronized V made(At<V> at) {
        var changes = new ArrayDeque<Delta>();
        var from = at;
        for (var led = from.before(); from.value() == null && led != null; led = from.before()) {
            changes.push(led.change());
            from = led.at();
        }
        var base = from.value();
        if (base != null && changes.isEmpty()) {
            return base;
        }
        try (var then = whole.readAt(at.revision)) {
            var value = base == null ? making.of(then.dataset()) : making.after(base, changes, then.dataset());
            at.keep(value);
            return value;
        }
    }

    /** A revision with its value, once that has been made. */
    private static final class At<V> {

        private final long revision;
        /** The registry, if it is not that of a commit; whoever verifies holds it meanwhile. */
        private final WeakReference<@Nullable DatasetGraph> graph;

        private @Nullable Before<V> before;
        private @Nullable V value;

        At(long revision, @Nullable Before<V> before, WeakReference<@Nullable DatasetGraph> graph) {
            this.revision = revision;
            this.before = before;
            this.graph = graph;
        }

        synchronized @Nullable V value() {
            return value;
        }

        synchronized @Nullable Before<V> before() {
            return before;
        }

        synchronized void keep(V made) {
            value = made;
            before = null;
        }
    }

    /**
     * What led to a revision.
     *
     * @param at the revision before
     * @param change what changed
     * @param waiting statements that changed since there was a value
     */
    private record Before<V>(At<V> at, Delta change, long waiting) {}

    private final class Following implements Derivation<At<V>> {

        private final String name;

        Following(String name) {
            this.name = name;
        }

        @Override
        public At<V> build(DatasetGraph graph, long revision) {
            return new At<>(revision, null, new WeakReference<>(graph));
        }

        @Override
        public At<V> next(At<V> previous, DatasetGraph now, long revision, Delta delta) {
            var led = previous.before();
            var isMade = previous.value() != null;
            if (!isMade && led == null) {
                return new At<>(revision, null, new WeakReference<>(null));
            }
            var waiting = (isMade || led == null ? 0 : led.waiting())
                    + delta.removed().size()
                    + delta.added().size();
            return new At<>(
                    revision,
                    waiting > MOST ? null : new Before<>(previous, delta, waiting),
                    new WeakReference<>(null));
        }

        /** What has been made and followed is held against what is made of the registry that is verified. */
        @Override
        public boolean same(At<V> followed, At<V> rebuilt) {
            var value = followed.value();
            if (value == null) {
                return true;
            }
            var graph = rebuilt.graph.get();
            return graph == null || making.same(value, making.of(graph));
        }

        @Override
        public String name() {
            return name;
        }
    }
}
