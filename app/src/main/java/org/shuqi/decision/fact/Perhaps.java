package org.shuqi.decision.fact;

/**
 * A set of term ids that says of most others that they are not in it, and is never wrong about its own: one bit for all that
 * share it. Does not change.
 */
final class Perhaps {

    /** None. */
    static final Perhaps NONE = new Perhaps(new long[1]);

    private static final int WORDS = 256;

    private final long[] bits;

    private Perhaps(long[] bits) {
        this.bits = bits;
    }

    boolean has(int id) {
        return (bits[word(id) & bits.length - 1] & 1L << id) != 0;
    }

    /** These and more. */
    Perhaps and(int... ids) {
        if (ids.length == 0) {
            return this;
        }
        var more = new long[WORDS];
        if (bits.length == WORDS) {
            System.arraycopy(bits, 0, more, 0, WORDS);
        }
        for (var id : ids) {
            more[word(id) & WORDS - 1] |= 1L << id;
        }
        return new Perhaps(more);
    }

    /** Neighbours share a word. */
    private static int word(int id) {
        return id >> 6 ^ id >> 14;
    }
}
