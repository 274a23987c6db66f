package org.shuqi.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.shuqi.graph.ChangeLog.Position;

/**
 * A derived value in a file: one page that says what it is, then its bytes. {@code app/docs/store.md} describes it.
 *
 * <p>Opening it checks the first page only; {@link #check} reads the rest.
 */
final class DerivedFile implements KeptBytes, AutoCloseable {

    /** Bytes before the first byte of the value. */
    static final int PAGE = 4096;

    static final byte[] TITLE = "shuqi-derived/1\n".getBytes(StandardCharsets.US_ASCII);

    private static final int CHUNK = 1 << 20;

    private final FileChannel file;
    private final Label label;
    private final long size;
    private final int sum;

    /**
     * What is in the file.
     *
     * @param name what is derived
     * @param layout how it is written
     * @param program what wrote it
     * @param position the log entry it was derived from
     */
    record Label(String name, String layout, String program, Position position) {

        /** The same value by the same program, at whatever revision. */
        boolean isLike(Label other) {
            return name.equals(other.name) && layout.equals(other.layout) && program.equals(other.program);
        }
    }

    /** The file is not what its label says, or has none. */
    static final class Damaged extends IOException {

        private static final long serialVersionUID = 1L;

        private final String what;

        Damaged(String what) {
            super(what);
            this.what = what;
        }

        /** What is wrong with it. */
        String what() {
            return what;
        }
    }

    private DerivedFile(FileChannel file, Label label, long size, int sum) {
        this.file = file;
        this.label = label;
        this.size = size;
        this.sum = sum;
    }

    /**
     * Opens a file and reads its label.
     *
     * @throws Damaged if it has none, or another size than it says
     * @throws java.nio.file.NoSuchFileException if it is not there
     */
    static DerivedFile open(Path path) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            var opened = labelled(file);
            if (file.size() != PAGE + opened.size) {
                throw new Damaged("it has another length than it says");
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The first page for a value of this size and sum. */
    static ByteBuffer page(Label label, long size, int sum) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(TITLE);
        out.writeUTF(label.name());
        out.writeUTF(label.layout());
        out.writeUTF(label.program());
        out.writeLong(label.position().revision());
        out.write(label.position().hash().bytes());
        out.writeLong(size);
        out.writeInt(sum);
        if (bytes.size() > PAGE - Integer.BYTES) {
            throw new IOException("the layout of " + label.name() + " has too long a name");
        }
        var page = ByteBuffer.wrap(Arrays.copyOf(bytes.toByteArray(), PAGE));
        return page.putInt(PAGE - Integer.BYTES, sum(page));
    }

    private static DerivedFile labelled(FileChannel file) throws IOException {
        var page = ByteBuffer.allocate(PAGE);
        try {
            fill(file, 0, page);
        } catch (EOFException e) {
            throw new Damaged("it is too short");
        }
        var in = new DataInputStream(new ByteArrayInputStream(page.array()));
        if (page.getInt(PAGE - Integer.BYTES) != sum(page) || !Arrays.equals(in.readNBytes(TITLE.length), TITLE)) {
            throw new Damaged("the checksum of its first page is wrong");
        }
        var name = in.readUTF();
        var layout = in.readUTF();
        var program = in.readUTF();
        var position = new Position(in.readLong(), new Hash(in.readNBytes(Hash.NONE.bytes().length)));
        return new DerivedFile(file, new Label(name, layout, program, position), in.readLong(), in.readInt());
    }

    private static int sum(ByteBuffer page) {
        var sum = new CRC32C();
        sum.update(page.array(), 0, PAGE - Integer.BYTES);
        return (int) sum.getValue();
    }

    Label label() {
        return label;
    }

    /**
     * Reads every byte.
     *
     * @throws Damaged if any is not what was written
     */
    void check() throws IOException {
        var found = new CRC32C();
        var chunk = ByteBuffer.allocateDirect((int) Math.min(CHUNK, size));
        for (var at = 0L; at < size; at += chunk.limit()) {
            chunk.clear().limit((int) Math.min(chunk.capacity(), size - at));
            read(at, chunk);
            found.update(chunk.flip());
        }
        if ((int) found.getValue() != sum) {
            throw new Damaged("its checksum is wrong");
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ByteBuffer map(long from, long length) throws IOException {
        require(from, length);
        return file.map(FileChannel.MapMode.READ_ONLY, PAGE + from, length);
    }

    @Override
    public void read(long from, ByteBuffer into) throws IOException {
        require(from, into.remaining());
        fill(file, PAGE + from, into);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void require(long from, long length) throws IOException {
        if (from < 0 || length < 0 || from > size - length) {
            throw new EOFException(length + " bytes from " + from + " are not within " + size);
        }
    }

    private static void fill(FileChannel file, long from, ByteBuffer into) throws IOException {
        var at = from;
        while (into.hasRemaining()) {
            var read = file.read(into, at);
            if (read < 0) {
                throw new EOFException("the file ends at " + at);
            }
            at += read;
        }
    }
}
