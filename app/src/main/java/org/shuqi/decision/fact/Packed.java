package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values by term id, each as a run of bytes that is read when asked for. Does not change.
 *
 * @param <V> what is kept
 */
final class Packed<V> implements Base<V> {

    /** Below half a region of the collector's heap, which would round anything longer up to whole regions. */
    private static final int CHUNK_BITS = 18;

    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK - 1;

    private final Form<V> form;
    private final IdSet keys;
    /** By number of the key: chunk and place in it. */
    private final int[] addresses;

    private final byte[][] chunks;
    /** How many values the chunks hold, with those that a change left behind. */
    private final int written;

    private Packed(Form<V> form, IdSet keys, int[] addresses, byte[][] chunks, int written) {
        this.written = written;
        this.form = form;
        this.keys = keys;
        this.addresses = addresses;
        this.chunks = chunks;
    }

    /** A table's values, packed if they are not yet. */
    static <V> Packed<V> of(Table<V> table, Form<V> form) {
        if (table.merged() instanceof Packed<V> already) {
            return already;
        }
        var filling = new Filling<>(form);
        table.keys().sorted().forEach(key -> filling.put(key, table.get(key).orElseThrow()));
        return filling.packed();
    }

    @Override
    public @Nullable V get(int key) {
        int number = keys.number(key);
        return number < 0 ? null : form.read(key, reading(number));
    }

    private Reading reading(int number) {
        int address = addresses[number];
        return new Reading(chunks[address >>> CHUNK_BITS], address & CHUNK_MASK);
    }

    /** Reads all of them, by ascending key. */
    void each(KeptUnder<V> reader) {
        var number = new int[1];
        keys.stream().forEach(key -> reader.accept(key, form.read(key, reading(number[0]++))));
    }

    /** Takes what is kept under a key. */
    interface KeptUnder<V> {

        void accept(int key, V value);
    }

    @Override
    public boolean has(int key) {
        return keys.contains(key);
    }

    @Override
    public int size() {
        return keys.size();
    }

    @Override
    public IntStream keys() {
        return keys.stream();
    }

    /** Smaller than that of objects, since what is packed takes little and what lies over it much. */
    @Override
    public int share() {
        return 64;
    }

    @Override
    public Packed<V> with(Map<Integer, Optional<V>> changes) {
        var stale = written + changes.size() > 2L * (size() + changes.size());
        var filling = stale ? new Filling<>(form) : new Filling<>(this);
        keys().filter(key -> !changes.containsKey(key)).forEach(key -> {
            if (stale) {
                filling.put(key, form.read(key, reading(keys.number(key))));
            } else {
                filling.keep(key, addresses[keys.number(key)]);
            }
        });
        changes.forEach((key, change) -> change.ifPresent(value -> filling.put(key, value)));
        return filling.packed();
    }

    void write(Sink sink) {
        keys.write(sink);
        sink.putInts(addresses, addresses.length);
        sink.putInt(chunks.length);
        for (var chunk : chunks) {
            sink.putInt(chunk.length);
            sink.putBytes(chunk, chunk.length);
        }
        sink.putInt(written);
    }

    static <V> Packed<V> read(Source source, Form<V> form) {
        var keys = IdSet.read(source);
        var addresses = source.getInts(keys.size());
        var chunks = new byte[source.getCount(Integer.BYTES)][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = source.getBytes(source.getCount(1));
        }
        return new Packed<>(form, keys, addresses, chunks, source.getInt());
    }

    /** Values being packed. Belongs to one thread. */
    static final class Filling<V> implements Table.Editing<V> {

        private final Form<V> form;
        private final Writing writing = new Writing();
        private final IntArrayList ids = new IntArrayList();
        private final IntArrayList addresses = new IntArrayList();
        private final List<byte[]> chunks;
        private byte[] open = new byte[0];
        private int used;
        private int written;

        Filling(Form<V> form) {
            this.form = form;
            this.chunks = new ArrayList<>();
        }

        private Filling(Packed<V> before) {
            this.form = before.form;
            this.chunks = new ArrayList<>(Arrays.asList(before.chunks));
            this.written = before.written;
        }

        private void keep(int key, int address) {
            ids.add(key);
            addresses.add(address);
        }

        /** Nothing yet, because what is packed is not looked up before all is there. */
        @Override
        public Optional<V> get(int key) {
            return Optional.empty();
        }

        @Override
        public void remove(int key) {
            throw new IllegalStateException("what is packed for the first time is put once and not taken away");
        }

        /** Keeps the value under a key that has none yet. */
        @Override
        public void put(int key, V value) {
            writing.clear();
            form.write(key, value, writing);
            if (used + writing.length() > open.length) {
                close();
                open = new byte[Math.max(CHUNK, writing.length())];
            }
            System.arraycopy(writing.bytes(), 0, open, used, writing.length());
            keep(key, chunks.size() << CHUNK_BITS | used);
            used += writing.length();
            written++;
        }

        private void close() {
            if (used > 0) {
                chunks.add(used == open.length ? open : Arrays.copyOf(open, used));
            }
            if (chunks.size() == 1 << Integer.SIZE - CHUNK_BITS) {
                throw new IllegalStateException("too much to pack");
            }
            used = 0;
        }

        @Override
        public Table<V> done() {
            return Table.on(packed());
        }

        Packed<V> packed() {
            close();
            var keys = IdSet.of(ids.toIntArray());
            if (keys.size() < ids.size()) {
                throw new IllegalStateException("something was packed twice under one key");
            }
            var sorted = new int[ids.size()];
            for (int i = 0; i < sorted.length; i++) {
                sorted[keys.number(ids.getInt(i))] = addresses.getInt(i);
            }
            return new Packed<>(form, keys, sorted, chunks.toArray(byte[][]::new), written);
        }
    }
}
