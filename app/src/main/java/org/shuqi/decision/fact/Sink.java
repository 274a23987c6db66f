package org.shuqi.decision.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;

/** Writes numbers, arrays and texts to a channel, least byte first, the arrays in bulk. */
final class Sink {

    private static final int ROOM = 1 << 20;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM).order(ByteOrder.LITTLE_ENDIAN);

    Sink(WritableByteChannel channel) {
        this.channel = channel;
    }

    void putByte(int value) {
        room(1).put((byte) value);
    }

    void putBoolean(boolean value) {
        putByte(value ? 1 : 0);
    }

    void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** The first so many of the array, without their count. */
    void putInts(int[] values, int count) {
        for (int done = 0; done < count; ) {
            int some = Math.min(room(Integer.BYTES).remaining() / Integer.BYTES, count - done);
            buffer.asIntBuffer().put(values, done, some);
            buffer.position(buffer.position() + some * Integer.BYTES);
            done += some;
        }
    }

    /** The first so many of the array, without their count. */
    void putLongs(long[] values, int count) {
        for (int done = 0; done < count; ) {
            int some = Math.min(room(Long.BYTES).remaining() / Long.BYTES, count - done);
            buffer.asLongBuffer().put(values, done, some);
            buffer.position(buffer.position() + some * Long.BYTES);
            done += some;
        }
    }

    /** The first so many of the array, without their count. */
    void putBytes(byte[] values, int count) {
        for (int done = 0; done < count; ) {
            int some = Math.min(room(1).remaining(), count - done);
            buffer.put(values, done, some);
            done += some;
        }
    }

    /** A text with its length; any string comes back as it was. */
    void putText(String text) {
        putInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            room(Character.BYTES).putChar(text.charAt(i));
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /** Sends on what is still held here. */
    void flush() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        buffer.clear();
    }
}
