package org.shuqi.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.shuqi.graph.ChangeLog.Position;
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
        return open(folder, floorBytes, Stores::halt, Faults.NONE);
    }

    static TdbStore open(Path folder, long floorBytes, Consumer<Throwable> halt, Faults faults) {
        try {
            var home = Home.open(folder, floorBytes);
            try {
                return open(home, halt, faults);
            } catch (IOException | RuntimeException | Error e) {
                home.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TdbStore open(Home home, Consumer<Throwable> halt, Faults faults) throws IOException {
        Folders.delete(home.scratch());
        var database = Database.open(home.graph(), halt);
        try {
            database.beginRead();
            var applied = new Position(
                    database.marks().applied(), new Hash(database.marks().hash()));
            database.endRead();
            var log = FileLog.open(home.log(), applied, faults);
            Replay.bring(database, log, applied, faults);
            return new TdbStore(home, log, database, faults);
        } catch (IOException | RuntimeException | Error e) {
            database.close();
            throw e;
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
