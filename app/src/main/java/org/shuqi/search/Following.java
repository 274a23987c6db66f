package org.shuqi.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index up with the registry, on a thread of its own: no commit waits for it. It goes on from what is on disk if
 * that is sound and of this log, and makes the index anew if not, or if more has changed than is worth following.
 */
final class Following implements AutoCloseable {

    /** Changed quads that are followed; beyond, reading everything anew is no dearer. */
    private static final long MOST_QUADS = 500_000;

    private static final long LOOK_MILLIS = 200;
    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Free bytes below which no index is made: the log goes first. */
    private static final long FLOOR_BYTES = 512L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Store store;
    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong read = new AtomicLong();
    private final Thread thread;
    private volatile @Nullable Shown shown;
    private volatile boolean closed;
    private volatile boolean doubted;
    private @Nullable Volume volume;
    private long committed = -1;
    private long committedAt;

    Following(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
        this.thread = new Thread(this::run, "shuqi-search");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is searched now; empty while the first index is being made. */
    Optional<Shown> held() {
        for (var now = shown; now != null; now = shown) {
            if (now.hold()) {
                return Optional.of(now);
            }
        }
        return Optional.empty();
    }

    /** How many entries have been read for the index that is being made. */
    long read() {
        return read.get();
    }

    /** Waits until the index has come to the revision, but no longer than so. */
    void await(long revision, long millis) {
        var left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            changed.signalAll();
            while (left > 0 && !closed && isBehind(revision)) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** What is searched has turned out to be damaged: it is made anew. */
    void doubt() {
        doubted = true;
    }

    private boolean isBehind(long revision) {
        var now = shown;
        return now == null || now.revision() < revision;
    }

    private void run() {
        while (!closed) {
            try {
                follow();
                rest(LOOK_MILLIS);
            } catch (CancellationException stopped) {
                LOG.debug("stopped while the search index was being made");
            } catch (IOException | RuntimeException | Error e) {
                LOG.error("the search index cannot be kept and is made anew", e);
                abandon();
                rest(TimeUnit.NANOSECONDS.toMillis(RETRY_NANOS));
            }
        }
        end();
    }

    private void follow() throws IOException {
        var now = volume;
        if (doubted) {
            doubted = false;
            abandon();
            now = null;
        }
        if (now == null) {
            now = found().orElse(null);
        }
        if (now == null || !followed(now)) {
            now = anew();
        }
        if (committed < revision() && System.nanoTime() - committedAt > COMMIT_NANOS) {
            commit(now);
        }
    }

    private long revision() {
        var now = shown;
        return now == null ? -1 : now.revision();
    }

    /** What is on disk, if it can be trusted. */
    private Optional<Volume> found() {
        try (var sound = Volume.sound(folder).orElse(null)) {
            if (sound == null) {
                return Optional.empty();
            }
            if (!sound.label().isOf(store)) {
                LOG.info("the search index was made by another program or from another log, and is made anew");
                return Optional.empty();
            }
            var found = Volume.open(sound.path());
            volume = found;
            committed = sound.label().revision();
            committedAt = System.nanoTime();
            show(found, committed);
            return Optional.of(found);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the search index on disk is not used and made anew: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Brings the index to the head; false if that is too far. */
    private boolean followed(Volume now) throws IOException {
        var from = revision();
        if (store.revision() == from) {
            return true;
        }
        try (var snapshot = settled()) {
            var touched = new Touched();
            var room = MOST_QUADS;
            for (var revision = from + 1; revision <= snapshot.revision(); revision++) {
                var delta = store.change(revision, room);
                if (delta.isEmpty()) {
                    LOG.info("too much has changed since revision {} to follow in the search index", from);
                    return false;
                }
                room -= delta.get().removed().size() + delta.get().added().size();
                if (room < 0) {
                    return false;
                }
                touched.add(delta.get());
                checkOpen();
            }
            var reader = new EntryReader(snapshot.dataset());
            for (var iri : touched.iris(snapshot.dataset())) {
                now.writer().deleteDocuments(Documents.key(iri.getURI()));
                for (var entry : reader.of(iri)) {
                    now.writer().addDocument(Documents.of(entry));
                }
                checkOpen();
            }
            show(now, snapshot.revision());
            return true;
        }
    }

    /** Reads everything; what was searched before is searched until this is done. */
    private Volume anew() throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).getUsableSpace() < FLOOR_BYTES) {
            throw new IOException("the disk is nearly full");
        }
        var began = System.nanoTime();
        var old = volume;
        var fresh = Volume.begin(folder);
        try (var snapshot = settled()) {
            read.set(0);
            new EntryReader(snapshot.dataset()).all(entry -> add(fresh, entry));
            fresh.commit(Volume.Label.of(store, snapshot.revision()));
            volume = fresh;
            committed = snapshot.revision();
            committedAt = System.nanoTime();
            show(fresh, committed);
            LOG.info(
                    "search index of revision {} made: {} entries in {} ms",
                    committed,
                    read.get(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } catch (IOException | RuntimeException | Error e) {
            fresh.discard();
            throw e;
        }
        if (old != null) {
            old.close();
        }
        fresh.clear();
        return fresh;
    }

    /** The newest revision; a reader may see it a moment before the log tells of it. */
    private Snapshot settled() {
        var snapshot = store.read();
        while (snapshot.revision() > store.revision()) {
            Thread.onSpinWait();
        }
        return snapshot;
    }

    private void add(Volume fresh, Entry entry) {
        checkOpen();
        try {
            fresh.writer().addDocument(Documents.of(entry));
            read.incrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new CancellationException();
        }
    }

    private void show(Volume of, long revision) throws IOException {
        var before = shown;
        var reader = of.refreshed();
        // each that is shown is held once for being shown
        reader.incRef();
        shown = new Shown(reader, revision);
        if (before != null) {
            before.letGo();
        }
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void commit(Volume now) throws IOException {
        var revision = revision();
        now.commit(Volume.Label.of(store, revision));
        committed = revision;
        committedAt = System.nanoTime();
    }

    /** Shows nothing any more, and begins again. */
    private void abandon() {
        var before = shown;
        shown = null;
        if (before != null) {
            before.letGo();
        }
        var broken = volume;
        volume = null;
        if (broken != null) {
            try {
                broken.discard();
            } catch (IOException | RuntimeException e) {
                LOG.warn("the old search index cannot be deleted: {}", e.toString());
            }
        }
    }

    private void rest(long millis) {
        lock.lock();
        try {
            if (!closed) {
                changed.await(millis, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            LOG.warn("interrupted; the search index goes on");
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        var now = volume;
        var last = shown;
        shown = null;
        try {
            if (now != null && last != null && committed < last.revision()) {
                now.commit(Volume.Label.of(store, last.revision()));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the search index was not kept: {}", e.toString());
        }
        try {
            if (last != null) {
                last.letGo();
            }
            if (now != null) {
                now.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the search index was not closed: {}", e.toString());
        }
    }

    /** Stops following, and keeps what there is. Never interrupts: an interrupt could close a file under the store. */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
