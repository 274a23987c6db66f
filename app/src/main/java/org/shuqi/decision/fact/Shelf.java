package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Facts kept under the ids they are about, several to an id. Where there is only one, as under most of millions of ids, it is
 * kept without a list around it.
 *
 * @param <V> what is kept; no list itself
 */
final class Shelf<V> {

    private final Table<Object> table;
    private final Function<List<V>, Object> keeping;

    private Shelf(Table<Object> table, Function<List<V>, Object> keeping) {
        this.table = table;
        this.keeping = keeping;
    }

    static <V> Shelf<V> empty() {
        return empty(kept -> kept.size() == 1 ? kept.get(0) : List.copyOf(kept));
    }

    private static <V> Shelf<V> empty(Function<List<V>, Object> keeping) {
        return new Shelf<>(Table.<Object>fill().done(), keeping);
    }

    /** What is kept under the key; empty if nothing is. */
    List<V> get(int key) {
        return listed(table.getOr(key, List.of()));
    }

    @SuppressWarnings("unchecked") // only facts of this kind, and lists of them, are kept
    private static <V> List<V> listed(Object kept) {
        return kept instanceof List<?> several ? (List<V>) several : List.of((V) kept);
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

    /** Under few of the ids that will be asked about. */
    static <V> Editing<V> fillSparse() {
        return new Editing<>(empty(), Table.fillSparse());
    }

    /** The same, with lists of another make. */
    static <V> Editing<V> fillSparse(Function<List<V>, Object> keeping) {
        return new Editing<>(empty(keeping), Table.fillSparse());
    }

    /** A shelf in the making: the lists that are being changed, apart from those that are not. Belongs to one thread. */
    static final class Editing<V> {

        private final Shelf<V> before;
        private final Table.Editing<Object> table;
        private final Int2ObjectMap<List<V>> open = new Int2ObjectOpenHashMap<>(0);

        private Editing(Shelf<V> before, Table.Editing<Object> table) {
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
                    key, same -> new ArrayList<>(listed(table.get(same).orElse(List.of()))));
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
                    table.put(key, before.keeping.apply(kept));
                }
            });
            return new Shelf<>(table.done(), before.keeping);
        }
    }
}
