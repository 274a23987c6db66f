package org.shuqi.graph;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The data folder: who holds it, and where in it things are. */
final class Home implements AutoCloseable {

    private final Path folder;
    private final long floorBytes;
    private final RandomAccessFile lock;

    private Home(Path folder, long floorBytes, RandomAccessFile lock) {
        this.folder = folder;
        this.floorBytes = floorBytes;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process, and makes it if it is not there.
     *
     * @throws Refusal OVERLOADED if another process holds it
     */
    static Home open(Path folder, long floorBytes) throws IOException {
        Files.createDirectories(folder);
        var file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
        if (!locked(file)) {
            file.close();
            throw Refusal.of(
                    Kind.OVERLOADED,
                    "数据目录 `%s` 正被另一个进程使用；请先停止它",
                    "another process uses the data folder `%s`; stop it first",
                    folder);
        }
        return new Home(folder, floorBytes, file);
    }

    Path log() {
        return folder.resolve("changes.log");
    }

    /** The folder of the database in use. */
    Path graph() throws IOException {
        var pointer = pointer();
        return folder.resolve(Files.exists(pointer) ? Files.readString(pointer).strip() : "graph-1");
    }

    /** A folder for the database that is to come after the one in use; empty. */
    Path nextGraph() throws IOException {
        var now = graph().getFileName().toString();
        var next = folder.resolve("graph-" + (Long.parseLong(now.substring("graph-".length())) + 1));
        Folders.delete(next);
        return next;
    }

    /** Makes the database in the folder the one in use, durably and at once. */
    void use(Path graph) throws IOException {
        var fresh = folder.resolve("graph.next");
        Files.writeString(fresh, graph.getFileName() + "\n");
        Folders.sync(fresh);
        Folders.rename(fresh, pointer());
    }

    /** A new database for a while. */
    Side sideDatabase() throws IOException {
        Files.createDirectories(scratch());
        var side = Files.createTempDirectory(scratch(), "side-");
        return new Side(side, Database.open(side, failure -> {}));
    }

    /** A database that is deleted in the end. */
    record Side(Path folder, Database database) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            database.close();
            Folders.delete(folder);
        }
    }

    /** The folder of kept derived values. */
    Path derived() {
        return folder.resolve("derived");
    }

    /** A folder for what is only needed for a while; whatever was in it is gone at the next start. */
    Path scratch() {
        return folder.resolve("scratch");
    }

    /**
     * Makes sure that there is room to write.
     *
     * @throws Refusal OVERLOADED if less is free than must be
     */
    void requireSpace() {
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < floorBytes) {
                throw Refusal.of(
                        Kind.OVERLOADED,
                        "磁盘只剩 %d MB，至少需要 %d MB 才能写入；请清理磁盘",
                        "only %d MB of disk are left and %d MB are needed to write; make room",
                        free >> 20,
                        floorBytes >> 20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether so many bytes can be written and enough is left for the log. */
    boolean hasRoomFor(long bytes) {
        try {
            return Files.getFileStore(folder).getUsableSpace() - bytes >= floorBytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pointer() {
        return folder.resolve("graph.current");
    }

    private static boolean locked(RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
