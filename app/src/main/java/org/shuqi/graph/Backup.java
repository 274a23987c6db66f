package org.shuqi.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * A copy of the log up to one revision, with a note that says which and by what hash. The log is all there is to keep:
 * everything else is made from it.
 *
 * @param folder where the copy is
 * @param revision the newest revision in it
 * @param hash the hash of its entry, in hexadecimal
 */
public record Backup(Path folder, long revision, String hash) {

    private static final String LOG = "changes.log";
    private static final String NOTE = "backup.properties";

    /** Copies the log into a folder that is new or empty; others may write meanwhile. */
    static Backup take(Path log, LogIndex index, Position head, Path folder) throws IOException {
        requireEmpty(folder);
        var copy = folder.resolve(LOG + ".new");
        try (var in = Files.newInputStream(log);
                var out = Files.newOutputStream(copy)) {
            copy(in, out, index.end(head.revision()));
        }
        Folders.sync(copy);
        var note = new Properties();
        note.setProperty("revision", Long.toString(head.revision()));
        note.setProperty("hash", head.hash().hex());
        try (var out = Files.newBufferedWriter(folder.resolve(NOTE))) {
            note.store(out, "shuqi backup");
        }
        Folders.sync(folder.resolve(NOTE));
        Folders.rename(copy, folder.resolve(LOG));
        return new Backup(folder, head.revision(), head.hash().hex());
    }

    /**
     * Reads the note of a backup and checks the copy against it.
     *
     * @throws Refusal UNKNOWN if there is no backup, BROKEN if it is damaged
     */
    static Backup open(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(NOTE)) || !Files.exists(folder.resolve(LOG))) {
            throw Refusal.of(Kind.UNKNOWN, "`%s` 中没有备份", "no backup in `%s`", folder);
        }
        var note = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(NOTE))) {
            note.load(in);
        }
        var noted = new Position(
                Long.parseLong(note.getProperty("revision", "-1")), new Hash(note.getProperty("hash", "")));
        var scan = LogScan.of(folder.resolve(LOG));
        scan.requireExactly(noted);
        return new Backup(folder, noted.revision(), noted.hash().hex());
    }

    /** Puts the copy into a data folder that is new or empty. */
    void restore(Path data) throws IOException {
        requireEmpty(data);
        var log = data.resolve(LOG + ".new");
        Files.copy(folder.resolve(LOG), log);
        Folders.sync(log);
        Folders.rename(log, data.resolve(LOG));
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var buffer = new byte[1 << 20];
        for (var left = length; left > 0; ) {
            var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("the log is shorter than it was");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw Refusal.of(
                        Kind.TAKEN, "目录 `%s` 不是空的；请指定一个空目录", "the folder `%s` is not empty; name an empty one", folder);
            }
        }
    }
}
