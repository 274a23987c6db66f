package org.shuqi.graph;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log in one file that only grows. {@code app/docs/store.md} describes it byte by byte.
 *
 * <p>Written through a plain file rather than a channel: an interrupt of the writing thread would close a channel.
 */
final class FileLog implements ChangeLog {

    static final byte[] TITLE = "shuqi-log/1\n".getBytes(StandardCharsets.US_ASCII);

    private static final Logger LOGGER = LoggerFactory.getLogger(FileLog.class);

    private final Path path;
    private final RandomAccessFile file;
    private final LogIndex index;
    private final Positions positions;
    private final Faults faults;

    private FileLog(Path path, Positions positions, Faults faults) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        this.index = positions.index();
        this.positions = positions;
        this.faults = faults;
    }

    /**
     * Opens the log and checks every sum behind what the graph has applied, or behind the positions kept beside it if
     * they end earlier. An entry that was never finished is cut off; any other damage is refused.
     *
     * @param applied what the graph has applied, which the log must hold; if nobody knows, nothing is cut off
     * @throws org.shuqi.problem.Refusal BROKEN, naming the place, if the log is damaged
     */
    static FileLog open(Path path, Optional<Position> applied, Opening opening) throws IOException {
        if (!Files.exists(path)) {
            create(path);
        }
        var positions = Positions.open(path.resolveSibling(path.getFileName() + ".positions"), opening);
        var known = opening.wholeLog() || applied.isEmpty()
                ? new LogIndex()
                : known(path, positions.index(), applied.get());
        var anew = known.head().revision() == 0;
        var scan = LogScan.of(path, known);
        if (applied.isPresent()) {
            scan.require(applied.get());
        } else {
            scan.requireExactly(scan.index().head());
        }
        positions.follow(scan.index(), anew);
        var log = new FileLog(path, positions, opening.faults());
        if (scan.end() < Files.size(path)) {
            LOGGER.warn("cutting an unfinished entry of {} bytes off the log", Files.size(path) - scan.end());
            log.file.setLength(scan.end());
            log.file.getFD().sync();
        }
        return log;
    }

    /** What of the kept positions may be believed: what is in the log indeed and will not be replayed. */
    private static LogIndex known(Path path, LogIndex kept, Position applied) throws IOException {
        if (!LogScan.isSealed(path, kept.end(), kept.head().hash())) {
            LOGGER.warn("the positions beside the log are not those of this log; reading all of it");
            return new LogIndex();
        }
        if (applied.revision() >= kept.head().revision()) {
            return kept;
        }
        return LogScan.isSealed(path, kept.end(applied.revision()), applied.hash())
                ? kept.upTo(applied)
                : new LogIndex();
    }

    @Override
    public Position head() {
        return index.head();
    }

    @Override
    public long quads(long after, long upTo) {
        return index.quads(after, upTo);
    }

    @Override
    public boolean holds(Position position) {
        try {
            return position.revision() >= 0
                    && position.revision() <= index.head().revision()
                    && LogScan.isSealed(path, index.end(position.revision()), position.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Header> headers(long after, int limit) {
        var headers = new ArrayList<Header>();
        try (var bytes = new RandomAccessFile(path.toFile(), "r")) {
            for (var at = after; at < index.head().revision() && headers.size() < limit; at++) {
                bytes.seek(index.end(at));
                headers.add(EntryReader.open(new BufferedInputStream(new FileInputStream(bytes.getFD()), 1 << 11), at)
                        .header());
            }
            return headers;
        } catch (Blocks.Broken e) {
            throw FileTail.damaged(after + headers.size(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Hash> hashes(long after, int limit) {
        var hashes = new ArrayList<Hash>();
        try (var bytes = new RandomAccessFile(path.toFile(), "r")) {
            var seal = new byte[LogScan.SEAL];
            for (var at = after + 1; at <= index.head().revision() && hashes.size() < limit; at++) {
                bytes.seek(index.end(at) - seal.length);
                bytes.readFully(seal);
                hashes.add(LogScan.sealed(seal));
            }
            return hashes;
        } catch (Blocks.Broken e) {
            throw FileTail.damaged(after + hashes.size(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Position> append(List<Draft> drafts) throws IOException {
        var before = index.end();
        var written = new ArrayList<LogIndex.Entry>();
        try {
            faults.at(Faults.Step.LOG_WRITE);
            file.seek(before);
            var out = new CountingOutput(new BufferedOutputStream(new FileOutputStream(file.getFD()), 1 << 18));
            var head = index.head();
            for (var draft : drafts) {
                var header = header(head, draft);
                head = new Position(header.revision(), EntryWriter.write(out, header, draft.payload()));
                written.add(new LogIndex.Entry(head, header.quads(), before + out.count));
            }
            out.flush();
            faults.at(Faults.Step.LOG_WRITTEN);
        } catch (IOException | RuntimeException e) {
            takeBack(before, e);
            throw e;
        }
        sync();
        written.forEach(index::add);
        positions.grown();
        return written.stream().map(LogIndex.Entry::position).toList();
    }

    @Override
    public Tail tail(long after) {
        try {
            return new FileTail(path, index, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void verify(long upTo, Verifier verifier) throws IOException {
        verifier.log(LogScan.of(path), index, upTo);
    }

    @Override
    public Backup backup(Path folder) throws IOException {
        return Backup.take(path, index, index.head(), folder);
    }

    @Override
    public void close() {
        try {
            positions.close();
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Header header(Position head, Draft draft) {
        return new Header(
                UUID.randomUUID(),
                head.revision() + 1,
                head.hash(),
                draft.stamp(),
                draft.at(),
                draft.removed(),
                draft.added());
    }

    /** After a failed sync nobody knows what the disk holds, so the process may not go on. */
    private void sync() {
        try {
            faults.at(Faults.Step.LOG_SYNC);
            file.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeBack(long before, Exception cause) {
        try {
            file.setLength(before);
            file.getFD().sync();
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw new UncheckedIOException(new IOException("a half written entry could not be taken back", cause));
        }
    }

    private static void create(Path path) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.write(fresh, TITLE);
        Folders.sync(fresh);
        Folders.rename(fresh, path);
    }

    private static final class CountingOutput extends OutputStream {

        private final OutputStream out;
        private long count;

        CountingOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
