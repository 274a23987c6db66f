package org.shuqi.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.shuqi.graph.DerivedFile.Label;

/** Writes a derived value to a file: beside the old one, synced, then put in its place. */
final class DerivedWriting implements WritableByteChannel {

    /** Bytes after which they are pushed to the disk, so that a sync of the log never waits for all of them. */
    private static final long STRIDE = 32L << 20;

    private final FileChannel file;
    private final CRC32C sum = new CRC32C();
    private long size;
    private long pushed;

    /** What is to be written. */
    interface Content {
        void writeTo(WritableByteChannel out) throws IOException;
    }

    private DerivedWriting(FileChannel file) {
        this.file = file;
    }

    static void write(Path path, Label label, Content content, Faults faults) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            try (var file = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                faults.at(Faults.Step.DERIVED_BEGIN);
                var writing = new DerivedWriting(file.position(DerivedFile.PAGE));
                content.writeTo(writing);
                faults.at(Faults.Step.DERIVED_WRITTEN);
                file.position(0);
                all(file, DerivedFile.page(label, writing.size, (int) writing.sum.getValue()));
                file.force(true);
            }
            faults.at(Faults.Step.DERIVED_SYNCED);
            Folders.rename(fresh, path);
            faults.at(Faults.Step.DERIVED_RENAMED);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        var length = bytes.remaining();
        sum.update(bytes.duplicate());
        all(file, bytes);
        size += length;
        if (size - pushed >= STRIDE) {
            file.force(false);
            pushed = size;
        }
        return length;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    /** Does nothing: the file is closed once its label is written. */
    @Override
    public void close() {}

    private static void all(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
