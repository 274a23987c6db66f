package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;

/**
 * Puts ids in the order of their IRIs. Eight chars at a time are compared as one number, because millions of IRIs begin alike
 * and to compare them char by char would take most of the time that sorting entries takes.
 */
final class ByIri {

    private static final int CHARS = Long.BYTES;
    private static final int WIDEST = 0xFF;
    /** So few are compared as they are. */
    private static final int FEW = 24;
    /** So far into an IRI, what is still alike is compared as it is. */
    private static final int FAR = 1024;

    private final String[] iris;
    /** Numbers into the IRIs. */
    private final int[] order;

    private ByIri(Terms terms, int[] ids) {
        this.iris = new String[ids.length];
        this.order = new int[ids.length];
        for (var place = 0; place < ids.length; place++) {
            iris[place] = terms.iri(ids[place]);
            order[place] = place;
        }
    }

    /** Distinct ids, in order. */
    static int[] sorted(Terms terms, int[] ids) {
        var byIri = new ByIri(terms, ids);
        byIri.sort(0, ids.length, 0);
        var sorted = new int[ids.length];
        for (var place = 0; place < sorted.length; place++) {
            sorted[place] = ids[byIri.order[place]];
        }
        return sorted;
    }

    /** Sorts a stretch of those that have the first {@code common} chars in common. */
    private void sort(int from, int to, int common) {
        var keys = new long[to - from];
        var alike = common;
        while (to - from > FEW && alike < FAR && fill(keys, from, alike)) {
            if (isSame(keys)) {
                alike += CHARS;
            } else {
                arrange(keys, from);
                sortGroups(keys, from, alike + CHARS);
                return;
            }
        }
        IntArrays.quickSort(order, from, to, (one, other) -> iris[one].compareTo(iris[other]));
    }

    /** The chars that follow, as numbers of which the order is that of the IRIs; false if there are chars that do not fit. */
    private boolean fill(long[] keys, int from, int at) {
        for (var each = 0; each < keys.length; each++) {
            var iri = iris[order[from + each]];
            var key = 0L;
            for (var place = at; place < at + CHARS; place++) {
                var next = place < iri.length() ? iri.charAt(place) : 0;
                if (next > WIDEST || (next == 0 && place < iri.length())) {
                    return false;
                }
                key = key << Byte.SIZE | next;
            }
            keys[each] = key ^ Long.MIN_VALUE; // which is compared with its sign
        }
        return true;
    }

    private static boolean isSame(long[] keys) {
        for (var key : keys) {
            if (key != keys[0]) {
                return false;
            }
        }
        return true;
    }

    /** Puts the stretch in the order of the keys, and the keys too. */
    private void arrange(long[] keys, int from) {
        var turn = new int[keys.length];
        for (var each = 0; each < turn.length; each++) {
            turn[each] = each;
        }
        LongArrays.radixSortIndirect(turn, keys, false);
        var before = IntArrays.copy(order, from, keys.length);
        var unsorted = keys.clone();
        for (var each = 0; each < turn.length; each++) {
            order[from + each] = before[turn[each]];
            keys[each] = unsorted[turn[each]];
        }
    }

    private void sortGroups(long[] keys, int from, int common) {
        for (int begin = 0, end; begin < keys.length; begin = end) {
            end = begin + 1;
            while (end < keys.length && keys[end] == keys[begin]) {
                end++;
            }
            if (end - begin > 1) {
                sort(from + begin, from + end, common);
            }
        }
    }
}
