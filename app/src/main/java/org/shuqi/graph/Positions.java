package org.shuqi.graph;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.shuqi.graph.ChangeLog.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file beside the log that says where its entries end, so that a start need not read them all.
 *
 * <p>It is written after the log and never synced: it may lack the newest entries, and whoever reads it holds what it
 * says against the log. Nothing depends on it, so no failure to write it disturbs anybody.
 *
 * <p>INVARIANT: the index it was given covers what the file holds; one thread at a time.
 */
final class Positions implements AutoCloseable {

    private static final byte[] TITLE = "shuqi-positions/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 1 << 16;
    private static final Logger LOGGER = LoggerFactory.getLogger(Positions.class);

    private final Path path;
    private final Opening opening;
    private LogIndex index = new LogIndex();
    private long written;
    private long end;
    private int sum;
    private boolean lost;

    private Positions(Path path, Opening opening) {
        this.path = path;
        this.opening = opening;
    }

    /** Reads the file as far as it makes sense. */
    static Positions open(Path path, Opening opening) {
        var positions = new Positions(path, opening);
        if (Files.exists(path)) {
            try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 18)) {
                positions.read(in);
            } catch (IOException e) {
                LOGGER.warn("the positions beside the log cannot be read; the log is read instead: {}", e.toString());
            }
        }
        return positions;
    }

    /** What the file says, to be held against the log before it is believed. */
    LogIndex index() {
        return index;
    }

    /** Goes on with what the log was found to hold, and writes what the file lacks. */
    void follow(LogIndex found, boolean anew) {
        if (anew || found.head().revision() < written) {
            written = 0;
            end = 0;
            sum = 0;
        }
        index = found;
        flush();
    }

    /** Writes what the file lacks, if that is much. */
    void grown() {
        var entries = index.head().revision() - written;
        if (entries >= opening.rhythm().entries()
                || index.end() - index.end(written) >= opening.rhythm().bytes()) {
            flush();
        }
    }

    /** Writes what the file lacks. */
    void flush() {
        if (lost || (written == index.head().revision() && end > 0)) {
            return;
        }
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            opening.faults().at(Faults.Step.POSITIONS_WRITE);
            if (end == 0) {
                file.setLength(0);
                file.write(TITLE);
                end = TITLE.length;
            }
            file.setLength(end);
            file.seek(end);
            while (written < index.head().revision()) {
                append(file);
            }
        } catch (IOException | RuntimeException e) {
            // what is there is still true, and whatever was written by half has no right sum
            lost = true;
            LOGGER.warn(
                    "the positions beside the log cannot be written; the next start reads the log instead: {}",
                    e.toString());
        }
    }

    @Override
    public void close() {
        flush();
    }

    private void append(RandomAccessFile file) throws IOException {
        var last = index.head();
        var count = (int) Math.min(LONGEST, last.revision() - written);
        var upTo = written + count;
        var hash = upTo == last.revision() ? last.hash() : Hash.NONE;
        var segment = ByteBuffer.allocate(size(count)).putInt(count);
        for (var revision = written + 1; revision <= upTo; revision++) {
            segment.putLong(index.end(revision)).putLong(index.quads(revision - 1, revision));
        }
        segment.put(hash.bytes());
        sum = sum(sum, segment);
        file.write(segment.putInt(sum).array());
        written = upTo;
        end += segment.capacity();
    }

    private void read(InputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(TITLE.length), TITLE)) {
            return;
        }
        end = TITLE.length;
        var data = new DataInputStream(in);
        try {
            while (take(data)) {
                written = index.head().revision();
            }
        } catch (EOFException e) {
            // the end, or a segment that was never finished
        }
    }

    /** Reads one segment; false if it makes no sense. */
    private boolean take(DataInputStream in) throws IOException {
        var count = in.readInt();
        if (count <= 0 || count > LONGEST) {
            return false;
        }
        var segment = ByteBuffer.allocate(size(count)).putInt(count);
        in.readFully(segment.array(), Integer.BYTES, segment.capacity() - Integer.BYTES);
        segment.position(segment.capacity() - Integer.BYTES);
        var found = sum(sum, segment);
        if (segment.getInt() != found) {
            return false;
        }
        sum = found;
        end += segment.capacity();
        segment.position(Integer.BYTES);
        var hash = Arrays.copyOfRange(segment.array(), segment.capacity() - Integer.BYTES - 32, segment.capacity() - 4);
        for (var left = count; left > 0; left--) {
            var position = new Position(index.head().revision() + 1, left == 1 ? new Hash(hash) : Hash.NONE);
            var at = segment.getLong();
            index.add(new LogIndex.Entry(position, segment.getLong(), at));
        }
        return true;
    }

    private static int size(int count) {
        return Integer.BYTES + count * 2 * Long.BYTES + 32 + Integer.BYTES;
    }

    /** The sum over the segment up to its position, and over all segments before it. */
    private static int sum(int before, ByteBuffer segment) {
        var sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, before));
        sum.update(segment.array(), 0, segment.position());
        return (int) sum.getValue();
    }
}
