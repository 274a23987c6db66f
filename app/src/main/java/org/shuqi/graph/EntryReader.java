package org.shuqi.graph;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.RiotException;
import org.shuqi.graph.Blocks.Broken;
import org.shuqi.graph.ChangeLog.Position;

/** Reads one entry and holds it against its sums. */
final class EntryReader {

    private final InputStream file;
    private final Header header;
    private final MessageDigest digest;
    private long size;
    private byte[] sealed = {};

    private EntryReader(InputStream file, Header header, MessageDigest digest, long size) {
        this.file = file;
        this.header = header;
        this.digest = digest;
        this.size = size;
    }

    /**
     * Reads the head of the entry that must follow the position.
     *
     * @throws Broken if something else stands there
     */
    static EntryReader open(InputStream file, Position before) throws IOException {
        var entry = open(file, before.revision());
        if (!entry.header.previous().equals(before.hash())) {
            throw new Broken("the entry is not chained to the one before it", false);
        }
        return entry;
    }

    /** Reads the head of the entry that must follow the revision, and believes what it says of the hash before. */
    static EntryReader open(InputStream file, long after) throws IOException {
        var block = Blocks.read(file);
        if (block.kind() != Blocks.HEAD) {
            throw new Broken("no entry begins here", false);
        }
        var header = header(block.content());
        if (header.revision() != after + 1) {
            throw new Broken("revision " + header.revision() + " stands after " + after, false);
        }
        var digest = header.previous().next();
        digest.update(block.content());
        return new EntryReader(file, header, digest, block.size());
    }

    Header header() {
        return header;
    }

    /** How many bytes were read. */
    long size() {
        return size;
    }

    /** Reads over the body. */
    Position skip() throws IOException {
        new Body().pass();
        return seal();
    }

    /** Gives the body quad by quad. */
    Position body(QuadSink sink) throws IOException {
        var body = new Body();
        try {
            PatchLines.read(body, sink);
        } catch (RuntimeIOException | RiotException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new Broken("the body of the entry is no RDF Patch: " + e.getMessage(), false);
        }
        body.pass();
        return seal();
    }

    private Position seal() throws IOException {
        var hash = new Hash(digest.digest());
        if (sealed.length != 32 || !hash.equals(new Hash(sealed))) {
            throw new Broken("the hash of the entry is wrong", false);
        }
        return new Position(header.revision(), hash);
    }

    private static Header header(byte[] text) throws Broken {
        try {
            return Header.read(text);
        } catch (RuntimeException e) {
            throw new Broken("the head of the entry cannot be read: " + e.getMessage(), false);
        }
    }

    /** The body blocks up to the seal, as one stream. */
    private final class Body extends InputStream {

        private byte[] content = {};
        private int at;
        private boolean ended;

        void pass() throws IOException {
            while (more()) {
                at = content.length;
            }
        }

        boolean more() throws IOException {
            while (!ended && at == content.length) {
                var block = Blocks.read(file);
                size += block.size();
                if (block.kind() == Blocks.HEAD) {
                    throw new Broken("an entry begins within another", false);
                }
                ended = block.kind() == Blocks.SEAL;
                if (ended) {
                    sealed = block.content();
                } else {
                    digest.update(block.content());
                    content = block.content();
                    at = 0;
                }
            }
            return !ended;
        }

        @Override
        public int read() throws IOException {
            return more() ? content[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (!more()) {
                return -1;
            }
            var taken = Math.min(length, content.length - at);
            System.arraycopy(content, at, bytes, from, taken);
            at += taken;
            return taken;
        }
    }
}
