package org.shuqi.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Writes one entry: head, body in as many blocks as it takes, and the hash that seals it. */
final class EntryWriter extends OutputStream {

    private final OutputStream file;
    private final MessageDigest digest;
    private final byte[] block = new byte[1 << 18];
    private int filled;

    private EntryWriter(OutputStream file, Hash previous) {
        this.file = file;
        this.digest = previous.next();
    }

    /** Writes the entry and gives its hash. */
    static Hash write(OutputStream file, Header header, Payload payload) throws IOException {
        var writer = new EntryWriter(file, header.previous());
        var head = header.text();
        writer.digest.update(head);
        Blocks.write(file, Blocks.HEAD, head, head.length);
        PatchLines.write(writer, payload);
        writer.flushBlock();
        var hash = new Hash(writer.digest.digest());
        Blocks.write(file, Blocks.SEAL, hash.bytes(), hash.bytes().length);
        return hash;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var at = from;
        while (at < from + length) {
            var taken = Math.min(block.length - filled, from + length - at);
            System.arraycopy(bytes, at, block, filled, taken);
            filled += taken;
            at += taken;
            if (filled == block.length) {
                flushBlock();
            }
        }
    }

    private void flushBlock() throws IOException {
        if (filled > 0) {
            digest.update(block, 0, filled);
            Blocks.write(file, Blocks.BODY, block, filled);
            filled = 0;
        }
    }
}
