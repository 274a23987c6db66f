package org.shuqi.graph;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.ChangeLog.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps derived values on disk: reads them at the start, and writes them in the background and at the end.
 *
 * <p>A value never changes, so that of any generation can be written while others commit; its file is then of an earlier
 * revision and is brought forward when it is read. No failure to write one disturbs anybody.
 */
final class Keeper {

    /** A pause is at least so many times as long as the writing before it. */
    private static final long REST = 10;

    private static final long GLANCE_MILLIS = 500;

    private static final Logger LOGGER = LoggerFactory.getLogger(Keeper.class);

    private final Home home;
    private final ChangeLog log;
    private final Supplier<Generation> head;
    private final Opening opening;
    private final List<KeptValue<?>> kept = new CopyOnWriteArrayList<>();
    private final Object alarm = new Object();
    private @Nullable Thread writer;
    private boolean closed;
    private long rested = System.nanoTime();

    Keeper(Home home, ChangeLog log, Supplier<Generation> head, Opening opening) {
        this.home = home;
        this.log = log;
        this.head = head;
        this.opening = opening;
    }

    /** The value for the graph at this position: from its file if there is one of use, else computed anew. */
    <T> T value(Follower<T> follower, DatasetGraph now, Position at) {
        var keeping = follower.keeping();
        if (keeping.isEmpty()) {
            return follower.build(now, at.revision());
        }
        if (kept.stream().anyMatch(other -> other.follower().fileName().equals(follower.fileName()))) {
            LOGGER.warn("{} is derived twice; only the first is kept", follower.name());
            return follower.build(now, at.revision());
        }
        var value = new KeptValue<>(follower, keeping.get(), home, log, opening.faults());
        var found = value.read(now, at).orElseGet(() -> follower.build(now, at.revision()));
        kept.add(value);
        return found;
    }

    /** Begins to look after what was found; its value must be in the head by now. */
    void watch() {
        synchronized (alarm) {
            if (writer == null && !closed && !kept.isEmpty()) {
                writer = new Thread(this::write, "shuqi-keeper");
                writer.setDaemon(true);
                writer.start();
            }
            alarm.notifyAll();
        }
    }

    /** The value in the file if it is of exactly this position, and a fault if the file is damaged. */
    Optional<Object> onDisk(Follower<?> follower, Position position) throws IOException {
        for (var value : kept) {
            if (value.follower() == follower) {
                return value.at(position).map(Object.class::cast);
            }
        }
        return Optional.empty();
    }

    /** Waits for what is being written; then, unless the store has failed, writes what the files lack. */
    void close(boolean sound) {
        var running = end();
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        var last = head.get();
        if (sound) {
            kept.stream()
                    .filter(value -> !value.saved().equals(last.position()))
                    .forEach(value -> write(value, last));
        }
    }

    private @Nullable Thread end() {
        synchronized (alarm) {
            closed = true;
            alarm.notifyAll();
            return writer;
        }
    }

    private void write() {
        while (glance()) {
            var now = head.get();
            if (System.nanoTime() - rested >= 0) {
                kept.stream().filter(value -> isDue(value, now)).forEach(value -> write(value, now));
            }
        }
    }

    /** Waits a little; false once the store closes. */
    private boolean glance() {
        synchronized (alarm) {
            try {
                if (!closed) {
                    alarm.wait(GLANCE_MILLIS);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
            return !closed;
        }
    }

    private boolean isDue(KeptValue<?> value, Generation now) {
        return value.saved().revision() < 0
                || value.behind(now.position()) >= opening.rhythm().quads();
    }

    private void write(KeptValue<?> value, Generation generation) {
        var began = System.nanoTime();
        try {
            value.write(generation);
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.warn("{} could not be kept: {}", value.follower().name(), e.toString());
        }
        var now = System.nanoTime();
        rested = now + Math.max(opening.rhythm().pause().toNanos(), REST * (now - began));
    }
}
