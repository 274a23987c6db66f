package org.shuqi.graph;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.shuqi.graph.Blocks.Broken;
import org.shuqi.graph.ChangeLog.Position;

/**
 * A log file as somebody reads it who has nothing else: no store, no graph, no positions beside it.
 *
 * <p>It goes on behind damage, so that every damaged place is told and not only the first.
 */
public final class LogFile {

    private final Path path;

    private LogFile(Path path) {
        this.path = path;
    }

    /** The log in the file; nothing is read yet. */
    public static LogFile at(Path path) {
        return new LogFile(path);
    }

    /**
     * A sound entry.
     *
     * @param commit what its head says
     * @param seal its hash, in hexadecimal
     * @param from byte at which it begins
     * @param to byte behind it
     */
    public record Entry(Commit commit, String seal, long from, long to) {}

    /**
     * Bytes that are no sound entry.
     *
     * @param first the first revision that is lost; one that was told already if the next entry is chained to another
     * @param last the last revision that is lost; one before the first if these bytes are merely too many
     * @param from byte at which the damage begins: nothing before it is damaged
     * @param to byte at which the next sound head begins, or the end of the file
     * @param what what is wrong there
     * @param cut whether the file merely ends too early
     * @param seal hash of the last lost entry, as the next entry names it; nothing if none follows
     */
    public record Damage(long first, long last, long from, long to, String what, boolean cut, Optional<String> seal) {}

    /** Hears of what is in a log, in the order of the file. */
    public interface Reader {

        /** A sound entry, chained to the one before it. */
        void entry(Entry entry);

        /** A place that is damaged. */
        void damage(Damage damage);
    }

    /** Reads the file from its first byte to its last. */
    public void read(Reader reader) {
        try {
            var at = (long) FileLog.TITLE.length;
            if (!hasTitle()) {
                reader.damage(new Damage(1, 1, 0, at, "the title is wrong", false, Optional.empty()));
            }
            var position = Position.START;
            var size = Files.size(path);
            while (at < size) {
                var next = stretch(at, position, reader);
                if (next.isEmpty()) {
                    return;
                }
                at = next.get().at();
                position = next.get().before();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A head that can be read, and what it says of the entry before it. */
    private record Head(long at, Position before) {}

    /** Reads up to the next damage; where to go on behind it, if anywhere. */
    private Optional<Head> stretch(long start, Position before, Reader reader) throws IOException {
        var at = start;
        var position = before;
        var size = Files.size(path);
        try (var in = open(at)) {
            while (at < size) {
                var entry = EntryReader.open(in, position);
                position = entry.skip();
                var end = at + entry.size();
                reader.entry(new Entry(entry.header().commit(), position.hash().hex(), at, end));
                at = end;
            }
            return Optional.empty();
        } catch (Broken e) {
            return damaged(at, position, e, reader);
        }
    }

    /** Tells the damage, and where the next entry is that can be read. */
    private Optional<Head> damaged(long at, Position position, Broken e, Reader reader) throws IOException {
        var here = head(at).filter(
                        head -> follows(head, position) && !head.before().equals(position));
        var next = here.isPresent() ? here : nextHead(at + 1, position);
        var lost = position.revision() + 1;
        var last = next.map(head -> head.before().revision()).orElse(lost);
        reader.damage(new Damage(
                here.isPresent() ? Math.min(lost, last) : lost,
                last,
                at,
                next.map(Head::at).orElse(Files.size(path)),
                e.what(),
                e.cut() && next.isEmpty(),
                next.map(head -> head.before().hash().hex())));
        return next;
    }

    private static boolean follows(Head head, Position position) {
        return head.before().revision() >= position.revision();
    }

    private Optional<Head> nextHead(long from, Position position) throws IOException {
        try (var in = open(from)) {
            var at = from;
            for (var read = in.read(); read >= 0; read = in.read(), at++) {
                if (read == Blocks.HEAD) {
                    var head = head(at).filter(found -> follows(found, position));
                    if (head.isPresent()) {
                        return head;
                    }
                }
            }
            return Optional.empty();
        }
    }

    private Optional<Head> head(long at) throws IOException {
        try (var in = open(at)) {
            var block = Blocks.read(in);
            if (block.kind() != Blocks.HEAD) {
                return Optional.empty();
            }
            var header = Header.read(block.content());
            return Optional.of(new Head(at, new Position(header.revision() - 1, header.previous())));
        } catch (Broken | RuntimeException noHead) {
            return Optional.empty();
        }
    }

    private boolean hasTitle() throws IOException {
        try (var in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(FileLog.TITLE.length), FileLog.TITLE);
        }
    }

    private InputStream open(long at) throws IOException {
        var in = Files.newInputStream(path);
        in.skipNBytes(Math.min(at, Files.size(path)));
        return new BufferedInputStream(in, 1 << 16);
    }
}
