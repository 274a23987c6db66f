package org.shuqi.decision.fact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A set of term ids that numbers its members from 0 in ascending order: a bit for each id up to the highest, and how many
 * there are before every 512 of them. Does not change.
 */
final class IdSet {

    static final IdSet NONE = of(new int[0]);

    private static final int BLOCK_WORDS = 8;

    private final long[] bits;
    private final int[] before;
    private final int size;

    private IdSet(long[] bits) {
        this.bits = bits;
        this.before = new int[(bits.length + BLOCK_WORDS - 1) / BLOCK_WORDS];
        int count = 0;
        for (int word = 0; word < bits.length; word++) {
            if (word % BLOCK_WORDS == 0) {
                before[word / BLOCK_WORDS] = count;
            }
            count += Long.bitCount(bits[word]);
        }
        this.size = count;
    }

    /** Of ids that are not negative, in any order. */
    static IdSet of(int[] ids) {
        var bits = new long[ids.length == 0 ? 0 : (Arrays.stream(ids).max().getAsInt() >> 6) + 1];
        for (var id : ids) {
            bits[id >> 6] |= 1L << id;
        }
        return new IdSet(bits);
    }

    int size() {
        return size;
    }

    boolean contains(int id) {
        int word = id >> 6;
        return id >= 0 && word < bits.length && (bits[word] & 1L << id) != 0;
    }

    /** How many members are less than the id, which is its number if it is one; -1 if it is none. */
    int number(int id) {
        if (!contains(id)) {
            return -1;
        }
        int last = id >> 6;
        int count = before[last / BLOCK_WORDS] + Long.bitCount(bits[last] & (1L << id) - 1);
        for (int word = last / BLOCK_WORDS * BLOCK_WORDS; word < last; word++) {
            count += Long.bitCount(bits[word]);
        }
        return count;
    }

    /** The members, ascending. */
    IntStream stream() {
        return BitSet.valueOf(bits).stream();
    }

    void write(Sink sink) {
        sink.putInt(bits.length);
        sink.putLongs(bits, bits.length);
    }

    static IdSet read(Source source) {
        var bits = new long[source.getCount(Long.BYTES)];
        source.getLongs(bits, bits.length);
        return new IdSet(bits);
    }
}
