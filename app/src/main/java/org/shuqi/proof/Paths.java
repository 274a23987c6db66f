package org.shuqi.proof;

import java.util.Iterator;
import java.util.List;

/** Checks proofs without the tree. Source: RFC 9162, sections 2.1.3.2 and 2.1.4.2, read 2026-11-22. */
final class Paths {

    private Paths() {}

    /** Whether the path leads from the leaf to the root. */
    static boolean includes(long leaf, long size, byte[] hash, List<byte[]> path, byte[] root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        var number = leaf;
        var last = size - 1;
        var found = hash;
        for (var other : path) {
            if (last == 0) {
                return false;
            }
            if ((number & 1) == 1 || number == last) {
                found = Merkle.node(other, found);
                while ((number & 1) == 0 && number != 0) {
                    number >>= 1;
                    last >>= 1;
                }
            } else {
                found = Merkle.node(found, other);
            }
            number >>= 1;
            last >>= 1;
        }
        return last == 0 && Merkle.same(found, root);
    }

    /** Whether the path shows that the tree of the second root begins with that of the first. */
    static boolean extend(long from, byte[] first, long to, byte[] second, List<byte[]> path) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && Merkle.same(first, second);
        }
        var rest = path.iterator();
        var begin = Long.bitCount(from) == 1 ? first : next(rest);
        return begin.length > 0 && walk(from - 1, to - 1, begin, rest, first, second);
    }

    private static boolean walk(long from, long to, byte[] begin, Iterator<byte[]> rest, byte[] first, byte[] second) {
        var number = from;
        var last = to;
        while ((number & 1) == 1) {
            number >>= 1;
            last >>= 1;
        }
        var old = begin;
        var whole = begin;
        while (rest.hasNext()) {
            var other = rest.next();
            if (last == 0) {
                return false;
            }
            if ((number & 1) == 1 || number == last) {
                old = Merkle.node(other, old);
                whole = Merkle.node(other, whole);
                while ((number & 1) == 0 && number != 0) {
                    number >>= 1;
                    last >>= 1;
                }
            } else {
                whole = Merkle.node(whole, other);
            }
            number >>= 1;
            last >>= 1;
        }
        return last == 0 && Merkle.same(old, first) && Merkle.same(whole, second);
    }

    private static byte[] next(Iterator<byte[]> rest) {
        return rest.hasNext() ? rest.next() : new byte[0];
    }
}
