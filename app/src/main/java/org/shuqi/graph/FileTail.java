package org.shuqi.graph;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.graph.ChangeLog.Tail;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Reads the entries of a log file one after the other, and ends where the log ended when it was opened. */
final class FileTail implements Tail {

    private final InputStream in;
    private final long last;
    private final long after;
    private Position position;
    private @Nullable EntryReader open;

    FileTail(Path path, LogIndex index, long after) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(path), 1 << 18);
        this.last = index.head().revision();
        in.skipNBytes(index.end(after));
        this.after = after;
        this.position = Position.START;
    }

    @Override
    public boolean hasNext() {
        return Math.max(after, position.revision()) + (open == null ? 0 : 1) < last;
    }

    @Override
    public Header next() {
        return trying(() -> {
            if (open != null) {
                position = open.skip();
            }
            open = position.revision() == 0 ? EntryReader.open(in, after) : EntryReader.open(in, position);
            return open.header();
        });
    }

    @Override
    public Position body(QuadSink sink) {
        return trying(() -> {
            if (open == null) {
                throw new IllegalStateException("no entry was asked for");
            }
            position = open.body(sink);
            open = null;
            return position;
        });
    }

    @Override
    public void close() {
        trying(() -> {
            in.close();
            return position;
        });
    }

    private interface Attempt<T> {
        T run() throws IOException;
    }

    private <T> T trying(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (Blocks.Broken e) {
            throw damaged(Math.max(after, position.revision()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that an entry cannot be read. */
    static Refusal damaged(long after, Blocks.Broken broken) {
        var refusal = Refusal.of(
                Kind.BROKEN,
                "日志在修订 %d 之后损坏：%s；请从备份恢复",
                "the log is damaged after revision %d: %s; restore the backup",
                after,
                broken.what());
        refusal.initCause(broken);
        return refusal;
    }
}
