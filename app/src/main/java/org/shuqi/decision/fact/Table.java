package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMaps;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * A map from term ids that can be changed without disturbing those who read it.
 *
 * <p>A plain hash map that nobody touches any more, and over it a small persistent map of what changed since. Reading costs
 * two look-ups at most; a change costs the depth of the small map. When that has grown past a share of the whole, both are
 * merged.
 *
 * @param <V> what is kept
 */
final class Table<V> {

    private static final int SMALL = 4096;

    private final Int2ObjectMap<V> base;
    private final HashPMap<Integer, Optional<V>> changes;

    private Table(Int2ObjectMap<V> base, HashPMap<Integer, Optional<V>> changes) {
        this.base = base;
        this.changes = changes;
    }

    static <V> Table<V> empty() {
        return new Table<>(Int2ObjectMaps.emptyMap(), HashTreePMap.empty());
    }

    /** What is kept under the key. */
    Optional<V> get(int key) {
        if (!changes.isEmpty()) {
            var changed = changes.get(key);
            if (changed != null) {
                return changed;
            }
        }
        return Optional.ofNullable(base.get(key));
    }

    /** What is kept under the key, else something else. */
    V getOr(int key, V otherwise) {
        if (!changes.isEmpty()) {
            var changed = changes.get(key);
            if (changed != null) {
                return changed.orElse(otherwise);
            }
        }
        var kept = base.get(key);
        return kept == null ? otherwise : kept;
    }

    /** Whether anything is kept under the key. */
    boolean has(int key) {
        return get(key).isPresent();
    }

    /** Every key, in no order. */
    IntStream keys() {
        return IntStream.concat(
                base.keySet().intStream().filter(key -> !changes.containsKey(key)),
                changes.entrySet().stream()
                        .filter(entry -> entry.getValue().isPresent())
                        .mapToInt(Map.Entry::getKey));
    }

    /** Everything kept, in no order. */
    Stream<V> values() {
        return keys().boxed().flatMap(key -> get(key).stream());
    }

    Editing<V> edit() {
        return new Editing<>(this, base, changes, false);
    }

    static <V> Editing<V> fill() {
        return new Editing<>(empty(), new Int2ObjectOpenHashMap<>(), HashTreePMap.empty(), true);
    }

    /** A table in the making. Belongs to one thread; of no use once {@link #done}. */
    static final class Editing<V> {

        private final Table<V> before;
        private final Int2ObjectMap<V> base;
        private final boolean fresh;
        private HashPMap<Integer, Optional<V>> changes;

        private Editing(Table<V> before, Int2ObjectMap<V> base, HashPMap<Integer, Optional<V>> changes, boolean fresh) {
            this.before = before;
            this.base = base;
            this.changes = changes;
            this.fresh = fresh;
        }

        Optional<V> get(int key) {
            var changed = changes.get(key);
            return changed != null ? changed : Optional.ofNullable(base.get(key));
        }

        void put(int key, V value) {
            if (fresh) {
                base.put(key, value);
            } else {
                changes = changes.plus(key, Optional.of(value));
            }
        }

        void remove(int key) {
            if (fresh) {
                base.remove(key);
            } else {
                changes = base.containsKey(key) ? changes.plus(key, Optional.empty()) : changes.minus(key);
            }
        }

        /** The table; the very one from before if nothing was changed. */
        Table<V> done() {
            if (!fresh && changes == before.changes) {
                return before;
            }
            return changes.size() < SMALL + base.size() / 8 ? new Table<>(base, changes) : merged();
        }

        private Table<V> merged() {
            var whole = new Int2ObjectOpenHashMap<>(base);
            changes.forEach((key, value) ->
                    value.ifPresentOrElse(kept -> whole.put(key.intValue(), kept), () -> whole.remove(key.intValue())));
            return new Table<>(whole, HashTreePMap.empty());
        }
    }
}
