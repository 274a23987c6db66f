package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values by term id as objects in a hash map.
 *
 * @param <V> what is kept
 */
final class Hashed<V> implements Base<V> {

    private final Int2ObjectOpenHashMap<V> map;

    private Hashed(Int2ObjectOpenHashMap<V> map) {
        map.trim();
        this.map = map;
    }

    @Override
    public @Nullable V get(int key) {
        return map.get(key);
    }

    @Override
    public boolean has(int key) {
        return map.containsKey(key);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public IntStream keys() {
        return map.keySet().intStream();
    }

    @Override
    public int share() {
        return 8;
    }

    @Override
    public Hashed<V> with(Map<Integer, Optional<V>> changes) {
        var whole = new Int2ObjectOpenHashMap<>(map);
        changes.forEach((key, value) ->
                value.ifPresentOrElse(kept -> whole.put(key.intValue(), kept), () -> whole.remove(key.intValue())));
        return new Hashed<>(whole);
    }

    /** A table of objects in the making. */
    static final class Filling<V> implements Table.Editing<V> {

        private final Int2ObjectOpenHashMap<V> map = new Int2ObjectOpenHashMap<>();
        private final Optional<Form<V>> form;
        private final boolean sparse;

        /**
         * Empty.
         *
         * @param form how it shall be packed at the end, if at all
         * @param sparse whether most keys that will be asked about are none
         */
        Filling(Optional<Form<V>> form, boolean sparse) {
            this.form = form;
            this.sparse = sparse;
        }

        @Override
        public Optional<V> get(int key) {
            return Optional.ofNullable(map.get(key));
        }

        @Override
        public void put(int key, V value) {
            map.put(key, value);
        }

        @Override
        public void remove(int key) {
            map.remove(key);
        }

        @Override
        public Table<V> done() {
            var hashed = new Hashed<>(map);
            return form.<Table<V>>map(how -> Table.on(Packed.of(Table.on(hashed), how)))
                    .orElseGet(() -> Table.on(sparse ? Numbered.of(hashed) : hashed));
        }
    }
}
