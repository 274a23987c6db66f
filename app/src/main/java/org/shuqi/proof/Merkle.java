package org.shuqi.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * How leaves become one root. Source: RFC 6962, section 2.1, the same as RFC 9162, section 2.1, with SHA-256, read
 * 2026-11-22.
 *
 * <p>Leaves and inner nodes are hashed with different first bytes, so that none can pass for the other.
 */
final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** The hash of a leaf. */
    static byte[] leaf(byte[] content) {
        var digest = sha256();
        digest.update(LEAF);
        return digest.digest(content);
    }

    /** The hash of an inner node. */
    static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of leaves that are hashed already; of none it is the hash of nothing. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0).clone();
        }
        if (leaves.isEmpty()) {
            return sha256().digest();
        }
        var split = (int) split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The greatest power of two below the size, which is above one: where a tree is parted. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }
}
