package org.shuqi.graph;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest: of a log entry together with the digest of the entry before it. */
final class Hash {

    /** What comes before the first entry: 32 zero bytes. */
    static final Hash NONE = new Hash(new byte[32]);

    private final byte[] bytes;

    /** Reads hexadecimal digits. */
    Hash(String hex) {
        this(HexFormat.of().parseHex(hex));
    }

    Hash(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Starts the digest of the entry that follows this one. */
    MessageDigest next() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
