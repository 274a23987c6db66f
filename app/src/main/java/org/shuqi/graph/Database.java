package org.shuqi.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The TDB2 database, and the only way to write to it.
 *
 * <p>INVARIANT: a write transaction commits or the process ends. In Jena 5.6 an aborted write transaction leaves the
 * node table in a state in which later commits are lost (apache/jena issue 3877), so there is no abort anywhere: what
 * could be refused was refused before, and any failure here stops the machine. The next start replays the log.
 */
final class Database {

    private final DatasetGraph tdb;
    private final Consumer<Throwable> halt;
    private volatile boolean dead;

    private Database(DatasetGraph tdb, Consumer<Throwable> halt) {
        this.tdb = tdb;
        this.halt = halt;
    }

    static Database open(Path folder, Consumer<Throwable> halt) throws IOException {
        Files.createDirectories(folder);
        return new Database(DatabaseMgr.connectDatasetGraph(folder.toString()), halt);
    }

    /** The bare database, for verification. */
    DatasetGraph bare() {
        return tdb;
    }

    HeadView view() {
        return new HeadView(tdb);
    }

    Marks marks() {
        return new Marks(tdb);
    }

    /** Begins a read transaction on this thread; TDB2 ties transactions to threads. */
    void beginRead() {
        if (dead) {
            throw new IllegalStateException("the store has stopped");
        }
        tdb.begin(ReadWrite.READ);
    }

    void endRead() {
        if (!dead) {
            tdb.end();
        }
    }

    /** Runs the work in a write transaction and commits it, or stops the machine. */
    void write(Work work) {
        try {
            tdb.begin(ReadWrite.WRITE);
            work.on(tdb);
            tdb.commit();
            tdb.end();
        } catch (Throwable failure) {
            throw stop(failure);
        }
    }

    /** Whether a write failed, so that the process is to end. */
    boolean isDead() {
        return dead;
    }

    /** Ends the process; comes back only where a test stands in for the machine. */
    IllegalStateException stop(Throwable failure) {
        dead = true;
        halt.accept(failure);
        return new IllegalStateException("the store has stopped", failure);
    }

    /** Lets the files go. What a dead database had not committed is forgotten, as if the process had ended. */
    void close() {
        TDBInternal.expel(tdb, true);
    }

    /** What happens within a write transaction. */
    @FunctionalInterface
    interface Work {
        void on(DatasetGraph tdb) throws IOException;
    }
}
