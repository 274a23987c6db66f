package org.shuqi.graph;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a kept value, checked; may be more than two gigabytes. To be used within {@link Keeping#read} only. */
public interface KeptBytes {

    /** How many there are. */
    long size();

    /**
     * Maps a stretch of them into memory, read only and most significant byte first. The first byte of all lies at the
     * beginning of a page, so a number at a multiple of its own length is aligned. The mapping outlives this object, and
     * the file if it is replaced, and goes when nobody holds the buffer any more.
     *
     * @param length at most {@link Integer#MAX_VALUE}
     */
    ByteBuffer map(long from, long length) throws IOException;

    /**
     * Copies a stretch of them into memory, until the buffer is full.
     *
     * @throws IOException if there are not so many
     */
    void read(long from, ByteBuffer into) throws IOException;
}
