package org.shuqi.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree that only grows.
 *
 * <p>It keeps the roots of every 256 leaves and of what is above them (about a quarter of a byte a leaf), and reads the
 * leaves again where a proof needs them: a proof reads at most 512.
 */
final class Tree {

    private static final int TILE = 256;

    private final Leaves leaves;
    /** Of each level from the tiles up, the roots of all that are full. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    Tree(Leaves leaves) {
        this.leaves = leaves;
        levels.add(new ArrayList<>());
    }

    /** The root over the first leaves. */
    synchronized byte[] root(long size) {
        grow(size);
        return size == 0 ? Merkle.root(List.of()) : hash(0, size);
    }

    /** What proves that a leaf is in the tree of a size; RFC 6962, section 2.1.1. */
    synchronized List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf " + leaf + " among " + size);
        }
        grow(size);
        return inclusion(leaf, 0, size);
    }

    /** What proves that the tree of one size begins with that of another; RFC 6962, section 2.1.2. */
    synchronized List<byte[]> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("no tree of " + from + " within one of " + to);
        }
        grow(to);
        return from == to ? List.of() : consistency(from, 0, to, true);
    }

    private List<byte[]> inclusion(long leaf, long from, long to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        var split = from + Merkle.split(to - from);
        var path = leaf < split ? inclusion(leaf, from, split) : inclusion(leaf, split, to);
        path.add(leaf < split ? hash(split, to) : hash(from, split));
        return path;
    }

    /** The smaller tree ends at the leaf {@code end}; {@code whole} while its root is one that the verifier has. */
    private List<byte[]> consistency(long end, long from, long to, boolean whole) {
        if (end == to) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(hash(from, to)));
        }
        var split = from + Merkle.split(to - from);
        if (end <= split) {
            var path = consistency(end, from, split, whole);
            path.add(hash(split, to));
            return path;
        }
        var path = consistency(end, split, to, false);
        path.add(hash(from, split));
        return path;
    }

    private byte[] hash(long from, long to) {
        var width = to - from;
        if (width >= TILE && Long.bitCount(width) == 1 && from % width == 0) {
            return levels.get(Long.numberOfTrailingZeros(width / TILE)).get((int) (from / width));
        }
        if (width <= TILE) {
            return Merkle.root(leaves.hashes(from, (int) width));
        }
        var split = from + Merkle.split(width);
        return Merkle.node(hash(from, split), hash(split, to));
    }

    private void grow(long size) {
        var tiles = levels.get(0);
        while ((tiles.size() + 1L) * TILE <= size) {
            tiles.add(Merkle.root(leaves.hashes((long) tiles.size() * TILE, TILE)));
            raise();
        }
    }

    /** Joins what has become a pair, level by level. */
    private void raise() {
        for (var level = 0; levels.get(level).size() % 2 == 0; level++) {
            if (levels.size() == level + 1) {
                levels.add(new ArrayList<>());
            }
            var below = levels.get(level);
            levels.get(level + 1).add(Merkle.node(below.get(below.size() - 2), below.get(below.size() - 1)));
        }
    }
}
