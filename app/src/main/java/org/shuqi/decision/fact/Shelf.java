package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Facts kept under the ids they are about, several to an id.
 *
 * @param <V> what is kept
 */
final class Shelf<V> {

    private final Table<List<V>> table;

    private Shelf(Table<List<V>> table) {
        this.table = table;
    }

    static <V> Shelf<V> empty() {
        return new Shelf<>(Table.<List<V>>fill().done());
    }

    /** What is kept under the key; empty if nothing is. */
    List<V> get(int key) {
        return table.getOr(key, List.of());
    }

    /** Every key with something under it, in no order. */
    IntStream keys() {
        return table.keys();
    }

    Editing<V> edit() {
        return new Editing<>(this, table.edit());
    }

    static <V> Editing<V> fill() {
        return new Editing<>(empty(), Table.fill());
    }

    /** A shelf in the making: the lists that are being changed, apart from those that are not. Belongs to one thread. */
    static final class Editing<V> {

        private final Shelf<V> before;
        private final Table.Editing<List<V>> table;
        private final Int2ObjectMap<List<V>> open = new Int2ObjectOpenHashMap<>(0);

        private Editing(Shelf<V> before, Table.Editing<List<V>> table) {
            this.before = before;
            this.table = table;
        }

        void put(int key, V value) {
            opened(key).add(value);
        }

        void remove(int key, V value) {
            opened(key).remove(value);
        }

        private List<V> opened(int key) {
            return open.computeIfAbsent(
                    key, same -> new ArrayList<>(table.get(same).orElse(List.of())));
        }

        /** The shelf; the very one from before if nothing was changed. */
        Shelf<V> done() {
            if (open.isEmpty()) {
                return before;
            }
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
