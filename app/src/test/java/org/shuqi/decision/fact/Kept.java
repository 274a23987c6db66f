package org.shuqi.decision.fact;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import org.shuqi.graph.KeptBytes;

/** Indexes as bytes. */
public final class Kept {

    private static final IndexFile FILE = new IndexFile(ZoneId.of("Asia/Shanghai"));

    private Kept() {}

    public static byte[] bytes(Index index) throws IOException {
        var out = new ByteArrayOutputStream();
        FILE.write(index, Channels.newChannel(out));
        return out.toByteArray();
    }

    public static Index read(byte[] bytes, long revision) throws IOException {
        return FILE.read(Bytes.kept(bytes), revision);
    }

    public static void write(Index index, Path path) throws IOException {
        try (var out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FILE.write(index, out);
        }
    }

    public static Index read(Path path, long revision) throws IOException {
        try (var file = FileChannel.open(path)) {
            return FILE.read(new InFile(file, file.size()), revision);
        }
    }

    /** The bytes of a file, as the store hands them over. */
    private record InFile(FileChannel file, long size) implements KeptBytes {

        @Override
        public ByteBuffer map(long from, long length) throws IOException {
            return file.map(FileChannel.MapMode.READ_ONLY, from, length);
        }

        @Override
        public void read(long from, ByteBuffer into) throws IOException {
            for (var at = from; into.hasRemaining(); ) {
                int read = file.read(into, at);
                if (read < 0) {
                    throw new EOFException("the file ends at " + at);
                }
                at += read;
            }
        }
    }
}
