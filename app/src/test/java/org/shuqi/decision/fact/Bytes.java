package org.shuqi.decision.fact;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.function.Consumer;
import org.shuqi.graph.KeptBytes;

/** Writing to memory and reading from it. */
final class Bytes {

    private Bytes() {}

    static byte[] of(Consumer<Sink> writing) {
        var out = new ByteArrayOutputStream();
        var sink = new Sink(Channels.newChannel(out));
        writing.accept(sink);
        sink.flush();
        return out.toByteArray();
    }

    static Source source(byte[] bytes) {
        return new Source(kept(bytes));
    }

    static KeptBytes kept(byte[] bytes) {
        return new KeptBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public ByteBuffer map(long from, long length) {
                return ByteBuffer.wrap(bytes, (int) from, (int) length).slice().asReadOnlyBuffer();
            }

            @Override
            public void read(long from, ByteBuffer into) throws EOFException {
                if (from + into.remaining() > bytes.length) {
                    throw new EOFException("only " + bytes.length + " bytes");
                }
                into.put(bytes, (int) from, into.remaining());
            }
        };
    }
}
