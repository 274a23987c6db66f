package org.shuqi.decision.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Facts kept under the keys they are about, several to a key.
 *
 * @param <V> what is kept
 */
public final class Shelf<V> {

    private final Table<List<V>> table;

    private Shelf(Table<List<V>> table) {
        this.table = table;
    }

    static <V> Shelf<V> empty() {
        return new Shelf<>(Table.empty());
    }

    /** What is kept under the key; empty if nothing is. */
    public List<V> get(String key) {
        return table.get(key).orElse(List.of());
    }

    /** Whether the other keeps the same under the same keys; in which order they came does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Shelf<?> shelf
                && keys().count() == shelf.keys().count()
                && keys().allMatch(key -> Set.copyOf(get(key)).equals(Set.copyOf(shelf.get(key))));
    }

    @Override
    public int hashCode() {
        return keys().mapToInt(String::hashCode).sum();
    }

    /** Every key with something under it, in no order. */
    public Stream<String> keys() {
        return table.keys();
    }

    Editing<V> edit() {
        return new Editing<>(table.edit(), new HashMap<>());
    }

    static <V> Editing<V> fill() {
        return new Editing<>(Table.fill(), new HashMap<>());
    }

    /** A shelf in the making: the lists that are being changed, apart from those that are not. Belongs to one thread. */
    static final class Editing<V> {

        private final Table.Editing<List<V>> table;
        private final Map<String, List<V>> open;

        private Editing(Table.Editing<List<V>> table, Map<String, List<V>> open) {
            this.table = table;
            this.open = open;
        }

        void put(String key, V value) {
            opened(key).add(value);
        }

        void remove(String key, V value) {
            opened(key).remove(value);
        }

        private List<V> opened(String key) {
            return open.computeIfAbsent(
                    key, same -> new ArrayList<>(table.get(same).orElse(List.of())));
        }

        Shelf<V> done() {
            open.forEach((key, kept) -> {
                if (kept.isEmpty()) {
                    table.remove(key);
                } else {
                    table.put(key, List.copyOf(kept));
                }
            });
            return new Shelf<>(table.done());
        }
    }
}
