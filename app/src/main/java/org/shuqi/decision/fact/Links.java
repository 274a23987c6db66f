package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Term ids kept under other term ids, several to one; packed, since a country has millions. */
final class Links {

    private static final Form<Ids> FORM = new Form<>() {
        @Override
        public void write(int key, Ids value, Writing to) {
            Parts.writeIds(key, value, to);
        }

        @Override
        public Ids read(int key, Reading from) {
            return Parts.readIds(key, from);
        }
    };

    private final Table<Ids> table;

    private Links(Table<Ids> table) {
        this.table = table;
    }

    /** What is linked to the key. */
    Ids get(int key) {
        return table.getOr(key, Ids.NONE);
    }

    /** Every key that something is linked to, in no order. */
    IntStream keys() {
        return table.keys();
    }

    void write(Sink sink) {
        Packed.of(table, FORM).write(sink);
    }

    static Links read(Source source) {
        return new Links(Table.on(Packed.read(source, FORM)));
    }

    Editing edit() {
        return new Changing(this);
    }

    static Editing fill() {
        return new Filling();
    }

    /** Links in the making. Belong to one thread; of no use once {@link #done}. */
    interface Editing {

        void put(int key, int linked);

        void remove(int key, int linked);

        Links done();
    }

    private static final class Changing implements Editing {

        private final Links before;
        private final Int2ObjectMap<IntOpenHashSet> open = new Int2ObjectOpenHashMap<>(0);

        Changing(Links before) {
            this.before = before;
        }

        @Override
        public void put(int key, int linked) {
            opened(key).add(linked);
        }

        @Override
        public void remove(int key, int linked) {
            opened(key).remove(linked);
        }

        private IntOpenHashSet opened(int key) {
            return open.computeIfAbsent(
                    key, same -> new IntOpenHashSet(before.get(same).stream().toArray()));
        }

        /** The links; the very ones from before if nothing was changed. */
        @Override
        public Links done() {
            if (open.isEmpty()) {
                return before;
            }
            var editing = before.table.edit();
            open.forEach((key, kept) -> {
                if (kept.isEmpty()) {
                    editing.remove(key);
                } else {
                    editing.put(key, Ids.of(kept.toIntArray()));
                }
            });
            return new Links(editing.done());
        }
    }

    /** Collects all links first, since there are many and each key wants to be packed once. */
    private static final class Filling implements Editing {

        private final LongArrayList pairs = new LongArrayList();

        @Override
        public void put(int key, int linked) {
            pairs.add((long) key << Integer.SIZE | linked & 0xFFFF_FFFFL);
        }

        @Override
        public void remove(int key, int linked) {
            pairs.removeIf(pair -> pair == ((long) key << Integer.SIZE | linked & 0xFFFF_FFFFL));
        }

        @Override
        public Links done() {
            var sorted = pairs.toLongArray();
            Arrays.sort(sorted);
            var table = Table.fill(FORM);
            var linked = new IntArrayList();
            for (int at = 0; at < sorted.length; at++) {
                int key = (int) (sorted[at] >> Integer.SIZE);
                linked.add((int) sorted[at]);
                if (at + 1 == sorted.length || (int) (sorted[at + 1] >> Integer.SIZE) != key) {
                    table.put(key, Ids.of(linked.toIntArray()));
                    linked.clear();
                }
            }
            return new Links(table.done());
        }
    }
}
