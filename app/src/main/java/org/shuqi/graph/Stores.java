package org.shuqi.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens stores. */
public final class Stores {

    /** Free bytes of disk below which nothing is written, unless told otherwise. */
    public static final long FLOOR_BYTES = 256L << 20;

    private static final Logger LOGGER = LoggerFactory.getLogger(Stores.class);

    private Stores() {}

    /**
     * Opens the store in the folder, or begins one there; brings the graph to the head of the log.
     *
     * @throws org.shuqi.problem.Refusal BROKEN if the log is damaged, OVERLOADED if another process has the folder
     */
    public static Store open(Path folder) {
        return open(folder, FLOOR_BYTES);
    }

    /** Opens the store, and refuses writes while less than the given number of bytes is free on the disk. */
    public static Store open(Path folder, long floorBytes) {
        return open(folder, floorBytes, Stores::halt, Opening.USUAL);
    }

    /**
     * Opens the store after reading its log from the first byte to the last, however much was known of it: finds what
     * has been damaged since, and takes some seconds a gigabyte.
     *
     * @throws org.shuqi.problem.Refusal BROKEN if the log is damaged, OVERLOADED if another process has the folder
     */
    public static Store openReadingAll(Path folder) {
        return open(folder, FLOOR_BYTES, Stores::halt, Opening.USUAL.readingTheWholeLog());
    }

    /**
     * Makes the graph anew from the log, and smaller; the registry must not be running. The graph in use stays until the
     * new one is whole.
     *
     * @return the revision of the new graph
     * @throws org.shuqi.problem.Refusal BROKEN if the log is damaged, OVERLOADED if another process has the folder
     */
    public static long rebuild(Path folder) {
        try (var home = Home.open(folder, 0)) {
            Folders.delete(home.derived()); // what was derived from a damaged graph must not outlive it
            var old = home.graph();
            var fresh = home.nextGraph();
            var database = Database.open(fresh, Stores::halt);
            try (var log = FileLog.open(home.log(), appliedIfReadable(old), Opening.USUAL.readingTheWholeLog())) {
                var head = log.head().revision();
                Replay.bring(database, log, Position.START, head, Faults.NONE);
                database.close();
                home.use(fresh);
                Folders.delete(old);
                return head;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings a registry back from a backup into a data folder that is new or empty, and verifies it.
     *
     * @throws org.shuqi.problem.Refusal UNKNOWN if there is no backup, BROKEN if it is damaged, TAKEN if the data folder
     *     is not empty
     */
    public static Verification restore(Path backup, Path folder) {
        try {
            Backup.open(backup).restore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var store = open(folder)) {
            return store.verify(quads -> {});
        }
    }

    static TdbStore open(Path folder, long floorBytes, Consumer<Throwable> halt, Opening opening) {
        try {
            var home = Home.open(folder, floorBytes);
            try {
                return open(home, halt, opening);
            } catch (IOException | RuntimeException | Error e) {
                home.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TdbStore open(Home home, Consumer<Throwable> halt, Opening opening) throws IOException {
        Folders.delete(home.scratch());
        var database = readable(home.graph(), halt);
        try {
            var applied = applied(database);
            if (applied.revision() == 0) {
                Folders.delete(home.derived()); // the graph is made anew, maybe because the old one was damaged
            }
            var log = FileLog.open(home.log(), Optional.of(applied), opening);
            Replay.bring(database, log, applied, log.head().revision(), opening.faults());
            return new TdbStore(home, log, database, opening);
        } catch (IOException | RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /** Opens the database, and says what to do if that is not possible. */
    private static Database readable(Path graph, Consumer<Throwable> halt) throws IOException {
        var opened = Optional.<Database>empty();
        try {
            opened = Optional.of(Database.open(graph, halt));
            applied(opened.get());
            return opened.get();
        } catch (RuntimeException e) {
            opened.ifPresent(Database::close);
            var refusal = Refusal.of(
                    Kind.BROKEN,
                    "图 `%s` 已损坏；日志完好时可从日志重建",
                    "the graph `%s` is damaged; rebuild it from the log",
                    graph.getFileName());
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** What the graph in a folder has applied; nothing is known if it is damaged. */
    private static Optional<Position> appliedIfReadable(Path graph) {
        try {
            var database = Database.open(graph, failure -> {});
            try {
                return Optional.of(applied(database));
            } finally {
                database.close();
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("the old graph cannot be read", e);
            return Optional.empty();
        }
    }

    private static Position applied(Database database) {
        database.beginRead();
        try {
            return new Position(
                    database.marks().applied(), new Hash(database.marks().hash()));
        } finally {
            database.endRead();
        }
    }

    /** Stops at once, so that nothing half done can be written; the next start replays the log. */
    private static void halt(Throwable failure) {
        try {
            LOGGER.error("a change could not be applied; stopping, the next start will replay the log", failure);
        } finally {
            Runtime.getRuntime().halt(70);
        }
    }
}
