package org.shuqi.decision.fact;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.shuqi.graph.KeptBytes;

/**
 * Reads what a {@link Sink} wrote.
 *
 * <p>Never makes room for more than is still to come, whatever a count says.
 */
final class Source {

    private static final int ROOM = 1 << 20;

    private final KeptBytes bytes;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(ROOM).order(ByteOrder.LITTLE_ENDIAN).flip();
    /** Where the buffer goes on. */
    private long next;

    Source(KeptBytes bytes) {
        this.bytes = bytes;
    }

    int getByte() {
        return filled(1).get();
    }

    boolean getBoolean() {
        return getByte() != 0;
    }

    int getInt() {
        return filled(Integer.BYTES).getInt();
    }

    long getLong() {
        return filled(Long.BYTES).getLong();
    }

    /** A count of things of at least so many bytes each, all of which are still to come. */
    int getCount(int bytesEach) {
        return checked(getInt(), bytesEach);
    }

    private int checked(int count, int bytesEach) {
        if (count < 0 || (long) count * bytesEach > bytes.size() - next + buffer.remaining()) {
            throw new UncheckedIOException(new EOFException("a count of " + count + " with less than that to come"));
        }
        return count;
    }

    int[] getInts(int count) {
        var values = new int[checked(count, Integer.BYTES)];
        getInts(values, count);
        return values;
    }

    void getInts(int[] into, int count) {
        for (int done = 0; done < count; ) {
            int some = Math.min(filled(Integer.BYTES).remaining() / Integer.BYTES, count - done);
            buffer.asIntBuffer().get(into, done, some);
            buffer.position(buffer.position() + some * Integer.BYTES);
            done += some;
        }
    }

    void getLongs(long[] into, int count) {
        for (int done = 0; done < count; ) {
            int some = Math.min(filled(Long.BYTES).remaining() / Long.BYTES, count - done);
            buffer.asLongBuffer().get(into, done, some);
            buffer.position(buffer.position() + some * Long.BYTES);
            done += some;
        }
    }

    byte[] getBytes(int count) {
        var values = new byte[checked(count, 1)];
        for (int done = 0; done < count; ) {
            int some = Math.min(filled(1).remaining(), count - done);
            buffer.get(values, done, some);
            done += some;
        }
        return values;
    }

    String getText() {
        var chars = new char[getCount(Character.BYTES)];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = filled(Character.BYTES).getChar();
        }
        return new String(chars);
    }

    private ByteBuffer filled(int wanted) {
        if (buffer.remaining() < wanted) {
            buffer.compact();
            long more = Math.min(buffer.remaining(), bytes.size() - next);
            if (buffer.position() + more < wanted) {
                throw new UncheckedIOException(new EOFException("nothing more to read"));
            }
            buffer.limit(buffer.position() + (int) more);
            try {
                bytes.read(next, buffer);
            } catch (IOException unread) {
                throw new UncheckedIOException(unread);
            }
            next += more;
            buffer.flip();
        }
        return buffer;
    }
}
