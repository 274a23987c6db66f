package org.shuqi.decision.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * A map that can be changed without disturbing those who read it.
 *
 * <p>A plain hash map that nobody touches any more, and over it a small persistent map of what changed since. Reading costs
 * two look-ups at most; a change costs the depth of the small map. When that has grown past a share of the whole, both are
 * merged.
 *
 * @param <V> what is kept
 */
public final class Table<V> {

    private static final int SMALL = 4096;

    private final Map<String, V> base;
    private final HashPMap<String, Optional<V>> changes;

    private Table(Map<String, V> base, HashPMap<String, Optional<V>> changes) {
        this.base = base;
        this.changes = changes;
    }

    static <V> Table<V> empty() {
        return new Table<>(Map.of(), HashTreePMap.empty());
    }

    /** What is kept under the key. */
    public Optional<V> get(String key) {
        if (!changes.isEmpty()) {
            var changed = changes.get(key);
            if (changed != null) {
                return changed;
            }
        }
        return Optional.ofNullable(base.get(key));
    }

    /** Whether anything is kept under the key. */
    public boolean has(String key) {
        return get(key).isPresent();
    }

    /** Every key, in no order. */
    public Stream<String> keys() {
        return Stream.concat(
                base.keySet().stream().filter(key -> !changes.containsKey(key)),
                changes.entrySet().stream()
                        .filter(entry -> entry.getValue().isPresent())
                        .map(Map.Entry::getKey));
    }

    /** Everything kept, in no order. */
    public Stream<V> values() {
        return keys().flatMap(key -> get(key).stream());
    }

    /** Whether the other keeps the same under the same keys. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Table<?> table
                && keys().count() == table.keys().count()
                && keys().allMatch(key -> get(key).equals(table.get(key)));
    }

    @Override
    public int hashCode() {
        return keys().mapToInt(String::hashCode).sum();
    }

    Editing<V> edit() {
        return new Editing<>(base, changes, false);
    }

    static <V> Editing<V> fill() {
        return new Editing<>(new HashMap<>(), HashTreePMap.empty(), true);
    }

    /** A table in the making. Belongs to one thread; of no use once {@link #done}. */
    static final class Editing<V> {

        private final Map<String, V> base;
        private final boolean fresh;
        private HashPMap<String, Optional<V>> changes;

        private Editing(Map<String, V> base, HashPMap<String, Optional<V>> changes, boolean fresh) {
            this.base = base;
            this.changes = changes;
            this.fresh = fresh;
        }

        Optional<V> get(String key) {
            var changed = changes.get(key);
            return changed != null ? changed : Optional.ofNullable(base.get(key));
        }

        void put(String key, V value) {
            if (fresh) {
                base.put(key, value);
            } else {
                changes = changes.plus(key, Optional.of(value));
            }
        }

        void remove(String key) {
            if (fresh) {
                base.remove(key);
            } else {
                changes = base.containsKey(key) ? changes.plus(key, Optional.empty()) : changes.minus(key);
            }
        }

        Table<V> done() {
            return changes.size() < SMALL + base.size() / 8 ? new Table<>(base, changes) : merged();
        }

        private Table<V> merged() {
            var whole = new HashMap<>(base);
            changes.forEach(
                    (key, value) -> value.ifPresentOrElse(kept -> whole.put(key, kept), () -> whole.remove(key)));
            return new Table<>(whole, HashTreePMap.empty());
        }
    }
}
