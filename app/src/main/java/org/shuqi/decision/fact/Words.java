package org.shuqi.decision.fact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A list of words, each kept once, that says where a word stands and which word stands somewhere.
 *
 * <p>A word is a number (its head) and a text; what the head means is the owner's business. Places that hold no word hold a
 * positive mark instead. The list only grows. One thread at a time may add; any number may look at the same time without a
 * lock, because whatever a place leads to is written before the place is, and a place before the slot that finds it.
 *
 * <p>Texts are kept char by char in one to three bytes, so that every string comes back as it went in, also one that is no
 * well-formed Unicode. A word costs its bytes, seven for place, head and length, two for rounding, four where its place is
 * and about seven for the slot.
 */
final class Words {

    static final int NONE = -1;

    private static final int CELL_BITS = 16;
    private static final int CELL_MASK = (1 << CELL_BITS) - 1;
    /** The first chunk of places begins this small and doubles. */
    private static final int FEWEST_CELLS = 64;

    private static final int FEWEST_SLOTS = 64;
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    private final Texts texts;
    private final long seed;
    private final long hashMask;
    private volatile int[][] cells;
    private volatile Slots slots;
    private volatile int size;
    private int words;

    /**
     * @param seed spreads the words over the slots; unknown to those who choose the words
     * @param hashMask the bits of a hash that count; fewer than all only to make words collide in a test
     */
    Words(long seed, long hashMask) {
        this(seed, hashMask, new Texts(), new int[0][], 0, 0);
    }

    private Words(long seed, long hashMask, Texts texts, int[][] cells, int size, int words) {
        this.seed = seed;
        this.hashMask = hashMask;
        this.texts = texts;
        this.cells = cells;
        this.size = size;
        this.words = words;
        this.slots = filled(FEWEST_SLOTS, 0);
    }

    /** How many places there are. */
    int size() {
        return size;
    }

    /** The place of the word whose text is part of that string. */
    int of(int head, String string, int from, int to) {
        long hash = hash(head, string, from, to);
        var now = slots;
        int mask = now.table.length - 1;
        int mark = now.mark(hash);
        for (int at = (int) hash & mask; ; at = (at + 1) & mask) {
            int slot = (int) INTS.getAcquire(now.table, at);
            if (slot == 0) {
                return NONE;
            }
            if ((slot & now.markBits) == mark) {
                int place = texts.place((slot & ~now.markBits) - 1, head, string, from, to);
                if (place != NONE) {
                    return place;
                }
            }
        }
    }

    /** Appends a word that is not there yet. */
    int add(int head, String string, int from, int to) {
        int place = size;
        int address = texts.add(place, head, string, from, to);
        append(~address);
        var now = slots;
        if ((words + 1) * 4L > now.table.length * 3L || address + 1 > ~now.markBits) {
            now = filled(enough(words), address);
            slots = now;
        }
        now.put(hash(head, string, from, to), address);
        words++;
        size = place + 1;
        return place;
    }

    /** Appends a place without a word. */
    int mark(int positive) {
        int place = size;
        append(positive);
        size = place + 1;
        return place;
    }

    private void append(int value) {
        int place = size;
        if (place >> CELL_BITS == cells.length) {
            var more = Arrays.copyOf(cells, cells.length + 1);
            more[cells.length] = new int[cells.length == 0 ? FEWEST_CELLS : 1 << CELL_BITS];
            cells = more;
        } else if (place < 1 << CELL_BITS && place == cells[0].length) {
            cells = new int[][] {Arrays.copyOf(cells[0], 2 * place)};
        }
        INTS.setRelease(cells[place >> CELL_BITS], place & CELL_MASK, value);
    }

    /** The mark of a place: negative for a word, 0 for a place that is not there yet. */
    int cell(int place) {
        var now = cells;
        int chunk = place >> CELL_BITS;
        if (chunk >= now.length || chunk == 0 && place >= now[0].length) {
            return 0;
        }
        return (int) INTS.getAcquire(now[chunk], place & CELL_MASK);
    }

    /** The head of the word at that place. */
    int head(int place) {
        return texts.head(address(place));
    }

    /** The text of the word at that place. */
    String text(int place) {
        return texts.text(address(place));
    }

    private int address(int place) {
        int cell = place < 0 ? 0 : cell(place);
        if (cell >= 0) {
            throw new IndexOutOfBoundsException("no word at place " + place);
        }
        return ~cell;
    }

    /** Four chars at a time: one multiplication for each, and the high bits brought down so that every char counts. */
    private long hash(int head, String string, int from, int to) {
        long hash = seed ^ head * 0x9E3779B97F4A7C15L ^ (long) (to - from) << 32;
        int at = from;
        for (; at + 4 <= to; at += 4) {
            long four = string.charAt(at)
                    | (long) string.charAt(at + 1) << 16
                    | (long) string.charAt(at + 2) << 32
                    | (long) string.charAt(at + 3) << 48;
            hash = mixed(hash ^ four);
        }
        for (; at < to; at++) {
            hash = mixed(hash ^ string.charAt(at));
        }
        return (hash ^ hash >>> 29) & hashMask;
    }

    private static long mixed(long hash) {
        long multiplied = hash * 0xD6E8FEB86659FD93L;
        return multiplied ^ multiplied >>> 32;
    }

    /** A power of two of which the words fill between 0.3 and 0.6. */
    private static int enough(int words) {
        return (int) Math.max(FEWEST_SLOTS, 2 * Long.highestOneBit(Math.max(1, words * 5L / 3)));
    }

    /** New slots with every word in them. */
    private Slots filled(int length, int lastAddress) {
        var fresh = Slots.of(length, lastAddress);
        for (int place = 0; place < size; place++) {
            if (cell(place) < 0) {
                var text = text(place);
                fresh.put(hash(head(place), text, 0, text.length()), ~cell(place));
            }
        }
        return fresh;
    }

    /** The same as it is now, for one who reads while words are added; taken by the one who adds. */
    Words frozen() {
        var frozen = new Words(seed, hashMask, texts.frozen(), cells, 0, 0);
        frozen.slots = new Slots(slots.table.clone(), slots.markBits);
        frozen.size = size;
        frozen.words = words;
        return frozen;
    }

    void write(Sink sink) {
        sink.putLong(seed);
        sink.putLong(hashMask);
        sink.putInt(size);
        sink.putInt(words);
        texts.write(sink);
        for (int from = 0; from < size; from += 1 << CELL_BITS) {
            sink.putInts(cells[from >> CELL_BITS], Math.min(1 << CELL_BITS, size - from));
        }
        sink.putInt(slots.markBits);
        sink.putInt(slots.table.length);
        sink.putInts(slots.table, slots.table.length);
    }

    static Words read(Source source) {
        long seed = source.getLong();
        long hashMask = source.getLong();
        int size = source.getCount(Integer.BYTES);
        int words = source.getInt();
        var texts = Texts.read(source);
        var cells = new int[(size + CELL_MASK) >> CELL_BITS][1 << CELL_BITS];
        for (int from = 0; from < size; from += 1 << CELL_BITS) {
            source.getInts(cells[from >> CELL_BITS], Math.min(1 << CELL_BITS, size - from));
        }
        var read = new Words(seed, hashMask, texts, cells, 0, 0);
        read.words = words;
        read.size = size;
        int markBits = source.getInt();
        read.slots = new Slots(source.getInts(source.getCount(Integer.BYTES)), markBits);
        return read;
    }

    /**
     * Where words are found by their hash: 0 for an empty slot, else the address plus one in the low bits and in the bits
     * that are left a mark of the hash, which spares looking at most words that only share the slot.
     */
    private static final class Slots {

        private final int[] table;
        private final int markBits;

        private Slots(int[] table, int markBits) {
            this.table = table;
            this.markBits = markBits;
        }

        /** With room for addresses up to four times the one given. */
        static Slots of(int length, int address) {
            int free = Math.max(1, Integer.numberOfLeadingZeros(Math.max(1024, address)) - 2);
            return new Slots(new int[length], -1 << (Integer.SIZE - free));
        }

        int mark(long hash) {
            return (int) (hash >>> Integer.SIZE) & markBits;
        }

        void put(long hash, int address) {
            int mask = table.length - 1;
            int at = (int) hash & mask;
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            INTS.setRelease(table, at, mark(hash) | (address + 1));
        }
    }
}
