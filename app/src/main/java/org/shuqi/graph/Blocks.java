package org.shuqi.graph;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The bricks of the log file: a kind (1 byte), a length (4 bytes, most significant first), that many bytes, and the
 * CRC-32C of all of these (4 bytes).
 */
final class Blocks {

    static final byte HEAD = 'H';
    static final byte BODY = 'P';
    static final byte SEAL = 'C';

    /** Longest content of a block in bytes. */
    static final int LONGEST = 1 << 20;

    /** Bytes around the content of a block. */
    static final int FRAME = 9;

    private Blocks() {}

    record Block(byte kind, byte[] content) {

        int size() {
            return content.length + FRAME;
        }
    }

    /** Where a file stops making sense. */
    static final class Broken extends IOException {

        private static final long serialVersionUID = 1L;

        private final String what;
        private final boolean cut;

        Broken(String what, boolean cut) {
            super(what);
            this.what = what;
            this.cut = cut;
        }

        /** What is wrong there. */
        String what() {
            return what;
        }

        /** Whether the file merely ends too early. */
        boolean cut() {
            return cut;
        }
    }

    static void write(OutputStream out, byte kind, byte[] bytes, int length) throws IOException {
        var head = ByteBuffer.allocate(5).put(kind).putInt(length).array();
        var sum = new CRC32C();
        sum.update(head);
        sum.update(bytes, 0, length);
        out.write(head);
        out.write(bytes, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /**
     * The next block.
     *
     * @throws Broken if the bytes are no whole block
     */
    static Block read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        try {
            var head = new byte[5];
            data.readFully(head);
            var length = ByteBuffer.wrap(head, 1, 4).getInt();
            if ((head[0] != HEAD && head[0] != BODY && head[0] != SEAL) || length < 0 || length > LONGEST) {
                throw new Broken("no block begins here", false);
            }
            var content = new byte[length];
            data.readFully(content);
            var sum = new CRC32C();
            sum.update(head);
            sum.update(content);
            if (data.readInt() != (int) sum.getValue()) {
                throw new Broken("the checksum of a block is wrong", false);
            }
            return new Block(head[0], content);
        } catch (EOFException e) {
            throw new Broken("the file ends within an entry", true);
        }
    }
}
