package org.shuqi.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.graph.DerivedFile.Label;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One derived value on disk. What is not beyond doubt is not used: another program, another layout, another log, one
 * wrong byte.
 */
final class KeptValue<T> {

    /** Quads that are brought forward in any case, and the share of all quads beyond. */
    private static final long FEW = 10_000;

    private static final long SHARE = 10;

    /** Share of the heap that the changes to be brought forward may take. */
    private static final long HEAP_SHARE = 8;

    private static final Logger LOGGER = LoggerFactory.getLogger(KeptValue.class);

    private final Follower<T> follower;
    private final Keeping<T> keeping;
    private final Home home;
    private final Path path;
    private final ChangeLog log;
    private final Faults faults;
    private volatile Position saved = new Position(-1, Hash.NONE);

    KeptValue(Follower<T> follower, Keeping<T> keeping, Home home, ChangeLog log, Faults faults) {
        this.follower = follower;
        this.keeping = keeping;
        this.home = home;
        this.path = home.derived().resolve(follower.fileName());
        this.log = log;
        this.faults = faults;
    }

    Follower<T> follower() {
        return follower;
    }

    /** What the file holds; nothing, at revision -1, if there is none of use. */
    Position saved() {
        return saved;
    }

    /** The value from the file, brought forward to the graph; nothing, and a line in the log, if that cannot be done. */
    Optional<T> read(DatasetGraph now, Position at) {
        var began = System.nanoTime();
        try (var file = DerivedFile.open(path)) {
            requireUse(file.label(), at);
            file.check();
            var position = file.label().position();
            var value = keeping.read(file, position.revision());
            var forward = position.equals(at) ? value : forward(value, position, now, at);
            saved = position;
            LOGGER.info(
                    "{} of revision {} read from disk in {} ms",
                    follower.name(),
                    position.revision(),
                    (System.nanoTime() - began) / 1_000_000);
            return Optional.of(forward);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException | InternalError e) {
            LOGGER.warn("the kept {} is not used and computed anew: {}", follower.name(), e.toString());
            return Optional.empty();
        }
    }

    /** The value in the file if it is of exactly this position; the file must be sound if it is one of ours. */
    Optional<T> at(Position position) throws IOException {
        try (var file = DerivedFile.open(path)) {
            if (!file.label().isLike(label(position))) {
                return Optional.empty();
            }
            file.check();
            return file.label().position().equals(position)
                    ? Optional.of(keeping.read(file, position.revision()))
                    : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Writes the value of a generation in place of what is there. */
    void write(Generation generation) throws IOException {
        if (!home.hasRoomFor(Files.exists(path) ? Files.size(path) : 0)) {
            throw new IOException("the disk is nearly full");
        }
        var value = follower.in(generation.values());
        DerivedWriting.write(path, label(generation.position()), out -> keeping.write(value, out), faults);
        saved = generation.position();
        LOGGER.debug("{} of revision {} written, {} bytes", follower.name(), saved.revision(), Files.size(path));
    }

    /** How many quads were changed since the value in the file. */
    long behind(Position head) {
        return log.quads(Math.max(0, saved.revision()), head.revision());
    }

    private Label label(Position position) {
        return new Label(follower.fileName(), keeping.layout(), follower.program(), position);
    }

    private T forward(T value, Position from, DatasetGraph now, Position at) {
        var net = Net.of(log, from.revision(), at.revision());
        return follower.next(value, now, at.revision(), net.delta());
    }

    private void requireUse(Label label, Position at) throws IOException {
        if (!label.isLike(label(at))) {
            throw new IOException("it was written by another program or in another layout");
        }
        var from = label.position();
        if (from.revision() > at.revision() || !log.holds(from)) {
            throw new IOException("revision " + from.revision() + " of this log is another");
        }
        var since = log.quads(from.revision(), at.revision());
        var room = Runtime.getRuntime().maxMemory() / HEAP_SHARE / Past.QUAD_BYTES;
        if (since > Math.min(room, Math.max(FEW, log.quads(0, at.revision()) / SHARE))) {
            throw new IOException("it is " + since + " quads behind");
        }
    }
}
