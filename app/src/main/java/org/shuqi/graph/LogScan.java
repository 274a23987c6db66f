package org.shuqi.graph;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.shuqi.graph.Blocks.Broken;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Reads a log file, from its first byte or from where it is known, and says how far it is sound. */
final class LogScan {

    /** Bytes of a seal with what is around it. */
    static final int SEAL = Blocks.FRAME + 32;

    private final Path path;
    private final LogIndex index;
    private Optional<Broken> fault = Optional.empty();

    private LogScan(Path path, LogIndex index) {
        this.path = path;
        this.index = index;
    }

    /** Reads the whole file. */
    static LogScan of(Path path) throws IOException {
        return of(path, new LogIndex());
    }

    /** Reads what follows the entries that are known, and adds it to them. */
    static LogScan of(Path path, LogIndex known) throws IOException {
        var scan = new LogScan(path, known);
        scan.run();
        return scan;
    }

    /** Whether the entry that ends at this byte is sealed with this hash; its chain then holds all before it. */
    static boolean isSealed(Path path, long end, Hash hash) throws IOException {
        if (end == FileLog.TITLE.length) {
            return hash.equals(Hash.NONE);
        }
        var start = end - Blocks.FRAME - hash.bytes().length;
        if (start < FileLog.TITLE.length || end > Files.size(path)) {
            return false;
        }
        try (var in = open(path, start)) {
            var block = Blocks.read(in);
            return block.kind() == Blocks.SEAL && Arrays.equals(block.content(), hash.bytes());
        } catch (Broken e) {
            return false;
        }
    }

    /** The hash in the bytes of a seal. */
    static Hash sealed(byte[] seal) throws IOException {
        var block = Blocks.read(new ByteArrayInputStream(seal));
        if (block.kind() != Blocks.SEAL) {
            throw new Broken("no seal stands there", false);
        }
        return new Hash(block.content());
    }

    /** The sound entries. */
    LogIndex index() {
        return index;
    }

    /** Where the last sound entry ends. */
    long end() {
        return index.end();
    }

    /** What is wrong behind the last sound entry; nothing if the file ends there. */
    Optional<Broken> fault() {
        return fault;
    }

    /**
     * Tells an entry that a crash left unfinished, which may be cut off, from damage.
     *
     * <p>Only what the graph has not applied can be unfinished, because a change is acknowledged after it was applied.
     * Behind that, a file that ends too early was cut by a crash. A wrong sum may come from a power cut only if the
     * graph is there to tell how far the log was, and nothing sound follows.
     *
     * @throws Refusal BROKEN, naming the place
     */
    void require(Position applied) throws IOException {
        var head = index.head();
        if (head.revision() < applied.revision()) {
            throw damaged(fault.map(Broken::what).orElse("the graph holds revision " + applied.revision()));
        }
        if (applied.revision() > 0 && !hashAt(applied.revision()).equals(applied.hash())) {
            throw damaged("the graph was made by another log");
        }
        if (fault.isPresent() && !fault.get().cut() && (applied.revision() == 0 || somethingSoundFollows())) {
            throw damaged(fault.get().what());
        }
    }

    /**
     * Makes sure that the log is sound to its last byte and ends at the position.
     *
     * @throws Refusal BROKEN, naming the place
     */
    void requireExactly(Position end) {
        if (fault.isPresent()) {
            throw damaged(fault.get().what());
        }
        if (!index.head().equals(end)) {
            throw damaged("it should end at revision " + end.revision() + " with hash " + end.hash());
        }
    }

    private void run() throws IOException {
        requireTitle();
        var position = index.head();
        var end = index.end();
        var size = Files.size(path);
        try (var in = open(path, end)) {
            while (end < size) {
                var entry = EntryReader.open(in, position);
                position = entry.skip();
                end += entry.size();
                index.add(new LogIndex.Entry(position, entry.header().quads(), end));
            }
        } catch (Broken e) {
            fault = Optional.of(e);
        }
    }

    private void requireTitle() throws IOException {
        try (var in = open(path, 0)) {
            if (!Arrays.equals(in.readNBytes(FileLog.TITLE.length), FileLog.TITLE)) {
                throw Refusal.of(Kind.BROKEN, "`%s` 不是数契日志", "`%s` is no log of this registry", path.getFileName());
            }
        }
    }

    private Hash hashAt(long revision) throws IOException {
        if (revision == index.head().revision()) {
            return index.head().hash();
        }
        try (var in = open(path, index.end(revision))) {
            return Header.read(Blocks.read(in).content()).previous();
        }
    }

    /** Looks for the head of any entry behind the fault. */
    private boolean somethingSoundFollows() throws IOException {
        try (var in = open(path, end() + 1)) {
            var at = end() + 1;
            for (var read = in.read(); read >= 0; read = in.read(), at++) {
                if (read == Blocks.HEAD && soundAt(at)) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean soundAt(long at) throws IOException {
        try (var in = open(path, at)) {
            return Blocks.read(in).kind() == Blocks.HEAD;
        } catch (Broken e) {
            return false;
        }
    }

    private static InputStream open(Path path, long at) throws IOException {
        var in = Files.newInputStream(path);
        in.skipNBytes(at);
        return new BufferedInputStream(in, 1 << 18);
    }

    private Refusal damaged(String what) {
        return Refusal.of(
                Kind.BROKEN,
                "日志在第 %d 字节（修订 %d 之后）损坏：%s；请从备份恢复",
                "the log is damaged at byte %d (after revision %d): %s; restore the backup",
                end(),
                index.head().revision(),
                what);
    }
}
