package org.shuqi.graph;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * How a derived value is written to a file, so that the next start reads it instead of computing it anew.
 *
 * <p>The store adds what it takes to trust the file: the revision and the hash of its log entry, the fingerprint of the
 * program that wrote it, and a checksum over every byte. What it hands to {@link #read} is, to the byte, what
 * {@link #write} gave.
 *
 * @param <T> an immutable, thread-safe value
 */
public interface Keeping<T> {

    /**
     * Names the layout of the bytes, and every setting beside the graph that the value depends on (such as a time zone);
     * a file with another name is not read.
     */
    String layout();

    /**
     * Writes the value from its first byte to its last; may be called on any thread, while newer values are in use.
     *
     * @param out takes any number of bytes, in any pieces
     */
    void write(T value, WritableByteChannel out) throws IOException;

    /**
     * Reads what was written.
     *
     * @param bytes may be mapped, and the mapping used as long as the value lives
     * @param revision the revision that the value was derived from
     */
    T read(KeptBytes bytes, long revision) throws IOException;
}
