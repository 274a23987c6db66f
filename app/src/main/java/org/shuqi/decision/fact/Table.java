package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * A map from term ids that can be changed without disturbing those who read it.
 *
 * <p>A base that nobody touches any more, and over it a small persistent map of what changed since. Reading costs two
 * look-ups at most; a change costs the depth of the small map. When that has grown past a share of the whole, both are
 * merged.
 *
 * @param <V> what is kept
 */
final class Table<V> {

    private static final int SMALL = 4096;

    private final Base<V> base;
    private final HashPMap<Integer, Optional<V>> changes;
    private final Perhaps touched;

    private Table(Base<V> base, HashPMap<Integer, Optional<V>> changes, Perhaps touched) {
        this.base = base;
        this.changes = changes;
        this.touched = touched;
    }

    /** A table with nothing over its base. */
    static <V> Table<V> on(Base<V> base) {
        return new Table<>(base, HashTreePMap.empty(), Perhaps.NONE);
    }

    /** What is kept under the key. */
    Optional<V> get(int key) {
        var changed = changed(key);
        return changed != null ? changed : Optional.ofNullable(base.get(key));
    }

    private @Nullable Optional<V> changed(int key) {
        return touched.has(key) ? changes.get(key) : null;
    }

    /** What is kept under the key, else something else. */
    V getOr(int key, V otherwise) {
        var changed = changed(key);
        if (changed != null) {
            return changed.orElse(otherwise);
        }
        var kept = base.get(key);
        return kept == null ? otherwise : kept;
    }

    /** Whether anything is kept under the key. */
    boolean has(int key) {
        var changed = changed(key);
        return changed != null ? changed.isPresent() : base.has(key);
    }

    /** How many keys something is kept under. */
    int size() {
        int size = base.size();
        for (var change : changes.entrySet()) {
            size += (change.getValue().isPresent() ? 1 : 0) - (base.has(change.getKey()) ? 1 : 0);
        }
        return size;
    }

    /** Every key, in no order. */
    IntStream keys() {
        if (changes.isEmpty()) {
            return base.keys();
        }
        return IntStream.concat(
                base.keys().filter(key -> !changes.containsKey(key)),
                changes.entrySet().stream()
                        .filter(entry -> entry.getValue().isPresent())
                        .mapToInt(Map.Entry::getKey));
    }

    /** Everything kept, in no order. */
    Stream<V> values() {
        return keys().boxed().flatMap(key -> get(key).stream());
    }

    /** The same without anything over its base. */
    Base<V> merged() {
        return changes.isEmpty() ? base : base.with(changes);
    }

    Editing<V> edit() {
        return new Changing<>(this);
    }

    /** A table of objects. */
    static <V> Editing<V> fill() {
        return new Hashed.Filling<>(Optional.empty(), false);
    }

    /** A table of objects under few of the keys that will be asked about. */
    static <V> Editing<V> fillSparse() {
        return new Hashed.Filling<>(Optional.empty(), true);
    }

    /** A table whose values change while it is filled, and are packed at the end. */
    static <V> Editing<V> gather(Form<V> form) {
        return new Hashed.Filling<>(Optional.of(form), false);
    }

    /** A table of packed values, each put once. */
    static <V> Editing<V> fill(Form<V> form) {
        return new Packed.Filling<>(form);
    }

    /** A table in the making. Belongs to one thread; of no use once {@link #done}. */
    interface Editing<V> {

        Optional<V> get(int key);

        void put(int key, V value);

        void remove(int key);

        Table<V> done();
    }

    private static final class Changing<V> implements Editing<V> {

        private final Table<V> before;
        private final IntArrayList touched = new IntArrayList(2);
        private HashPMap<Integer, Optional<V>> changes;

        Changing(Table<V> before) {
            this.before = before;
            this.changes = before.changes;
        }

        @Override
        public Optional<V> get(int key) {
            var changed = changes.get(key);
            return changed != null ? changed : Optional.ofNullable(before.base.get(key));
        }

        @Override
        public void put(int key, V value) {
            touched.add(key);
            changes = changes.plus(key, Optional.of(value));
        }

        @Override
        public void remove(int key) {
            touched.add(key);
            changes = before.base.has(key) ? changes.plus(key, Optional.empty()) : changes.minus(key);
        }

        /** The table; the very one from before if nothing was changed. */
        @Override
        public Table<V> done() {
            if (changes == before.changes) {
                return before;
            }
            return changes.size() < SMALL + before.base.size() / before.base.share()
                    ? new Table<>(before.base, changes, before.touched.and(touched.toIntArray()))
                    : on(before.base.with(changes));
        }
    }
}
