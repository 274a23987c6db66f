package org.shuqi.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.ChangeLog.Draft;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** A log, the database that follows it, and what is derived from them. */
final class TdbStore implements Store {

    private final Home home;
    private final ChangeLog log;
    private final Database database;
    private final Faults faults;
    private final Past past;
    private final Keeper keeper;
    private final int heapQuads;
    private final ReentrantLock writing = new ReentrantLock();
    private final ThreadLocal<@Nullable Session> sessions = new ThreadLocal<>();
    private volatile Generation head;

    TdbStore(Home home, ChangeLog log, Database database, Opening opening) {
        this.home = home;
        this.log = log;
        this.database = database;
        this.faults = opening.faults();
        this.heapQuads = opening.heapQuads();
        this.past = new Past(log, database.marks());
        this.head = new Generation(log.head(), Map.of());
        this.keeper = new Keeper(home, log, () -> head, opening);
    }

    /** The write side; {@link Ledger#of} hands it out. */
    Ledger ledger() {
        return new Rounds();
    }

    Marks marks() {
        return database.marks();
    }

    @Override
    public long revision() {
        return head.revision();
    }

    @Override
    public Snapshot read() {
        return session().open();
    }

    @Override
    public Snapshot readAt(long revision) {
        var snapshot = session().open();
        // whoever began to read while a commit was being published stands at a revision that others are not told of yet
        if (revision == snapshot.revision()) {
            return snapshot;
        }
        try {
            requireThere(revision);
        } catch (Refusal refusal) {
            snapshot.close();
            throw refusal;
        }
        return past.open(snapshot, revision);
    }

    @Override
    public String seal(long revision) {
        requireThere(revision);
        var newest = log.head();
        var hash = revision == newest.revision()
                ? newest.hash()
                : log.headers(revision, 1).get(0).previous();
        return hash.hex();
    }

    @Override
    public List<String> seals(long after, int limit) {
        var from = Math.max(0, after);
        return log.hashes(from, (int) Math.min(limit, Math.max(0, revision() - from))).stream()
                .map(Hash::hex)
                .toList();
    }

    private void requireThere(long revision) {
        if (revision < 0 || revision > revision()) {
            throw Refusal.of(
                    Kind.UNKNOWN, "没有修订 `%d`；最新修订是 %d", "no revision `%d`; the newest is %d", revision, revision());
        }
    }

    @Override
    public List<Commit> history(long after, int limit) {
        var newest = revision();
        var from = Math.max(0, after);
        return log.headers(from, (int) Math.min(limit, Math.max(0, newest - from))).stream()
                .map(Header::commit)
                .toList();
    }

    @Override
    public Optional<Delta> change(long revision, long most) {
        requireThere(revision);
        return revision == 0 || log.quads(revision - 1, revision) > most
                ? Optional.empty()
                : Optional.of(Net.of(log, revision - 1, revision).delta());
    }

    @Override
    public <T> Derived<T> derive(Derivation<T> derivation) {
        var follower = new Follower<>(derivation, () -> head);
        writing.lock();
        try (var snapshot = session().open()) {
            var now = head;
            if (snapshot.revision() != now.revision()) {
                throw new IllegalStateException(
                        "this thread still reads an earlier revision; close its snapshot first");
            }
            now.values().put(follower, keeper.value(follower, snapshot.dataset(), now.position()));
            keeper.watch();
            return follower;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Verification verify(LongConsumer progress) {
        var verifier = new Verifier(progress);
        try (var side = home.sideDatabase();
                var snapshot = session().open()) {
            log.verify(snapshot.revision(), verifier);
            var quads = 0L;
            if (verifier.replay(log, side.database(), snapshot.revision())) {
                side.database().beginRead();
                quads = verifier.graphs(database.bare(), side.database().bare());
                side.database().endRead();
            }
            var position =
                    new Position(snapshot.revision(), new Hash(database.marks().hash()));
            verifier.derived(session().values(), snapshot.dataset(), position, keeper);
            return new Verification(snapshot.revision(), position.hash().hex(), quads, verifier.faults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Backup backup(Path folder) {
        try {
            return log.backup(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            keeper.close(!database.isDead());
            database.close();
            log.close();
            home.close();
        } finally {
            writing.unlock();
        }
    }

    /** Makes the group durable, applies it, and shows it; any failure once the log may hold it stops the machine. */
    void commit(List<Draft> drafts, List<Delta> deltas, Map<Follower<?>, Object> values) throws IOException {
        var positions = append(drafts);
        var newest = positions.get(positions.size() - 1);
        var next = new Generation(newest, values);
        database.write(tdb -> {
            faults.at(Faults.Step.APPLY_BEGIN);
            var applying = new Applying(tdb, faults);
            for (var at = 0; at < deltas.size(); at++) {
                Payload.of(deltas.get(at)).writeTo(applying);
                applying.endsAt(positions.get(at));
            }
            head.link(next);
            faults.at(Faults.Step.APPLY_COMMIT);
        });
        publish(next);
    }

    /**
     * The same for one load.
     *
     * @param held its quads if they are in memory; else they are read again from the log, and may be more than fit there
     */
    void commit(
            Draft load, Optional<Payload> held, Map<Follower<?>, Object> values, LongConsumer written, Snapshot base)
            throws IOException {
        var before = base.revision();
        var position = append(List.of(load)).get(0);
        base.close();
        var next = new Generation(position, values);
        database.write(tdb -> {
            faults.at(Faults.Step.APPLY_BEGIN);
            var applying = new Applying(tdb, faults);
            var quads = applying.counted(written);
            if (held.isPresent()) {
                held.get().writeTo(quads);
            } else {
                try (var tail = log.tail(before)) {
                    tail.next();
                    tail.body(quads);
                }
            }
            applying.endsAt(position);
            head.link(next);
            faults.at(Faults.Step.APPLY_COMMIT);
        });
        publish(next);
    }

    private void publish(Generation next) {
        try {
            faults.at(Faults.Step.PUBLISH);
            head = next;
        } catch (IOException | RuntimeException | Error e) {
            throw database.stop(e);
        }
    }

    void roundEnds() {
        writing.unlock();
    }

    private List<Position> append(List<Draft> drafts) throws IOException {
        try {
            return log.append(drafts);
        } catch (RuntimeException | Error e) {
            throw database.stop(e);
        }
    }

    /** Opens rounds: one real one at a time, rehearsals at any time. */
    private final class Rounds implements Ledger {

        @Override
        public Round open() {
            return alone(session -> new WriteRound(TdbStore.this, session, true));
        }

        @Override
        public Round rehearsal() {
            return new WriteRound(TdbStore.this, session(), false);
        }

        @Override
        public Staging stage() {
            return new StagedQuads(home.scratch(), heapQuads);
        }

        @Override
        public Bulk open(Staging staging) {
            return alone(session -> new BulkRound(TdbStore.this, session, (StagedQuads) staging, true));
        }

        @Override
        public Bulk rehearsal(Staging staging) {
            return new BulkRound(TdbStore.this, session(), (StagedQuads) staging, false);
        }

        private <R> R alone(Function<Session, R> round) {
            writing.lock();
            try {
                home.requireSpace();
                if (sessions.get() != null) {
                    throw new IllegalStateException("this thread still reads; close its snapshot first");
                }
                return round.apply(session());
            } catch (RuntimeException | Error e) {
                writing.unlock();
                throw e;
            }
        }
    }

    private Session session() {
        var session = sessions.get();
        if (session == null) {
            session = begin();
            sessions.set(session);
        }
        return session;
    }

    private Session begin() {
        var before = head;
        database.beginRead();
        try {
            var revision = database.marks().applied();
            return new Session(revision, before.forward(revision).values());
        } catch (RuntimeException | Error e) {
            database.endRead();
            throw e;
        }
    }

    /** The read transaction of one thread; snapshots opened within another on the same thread share it. */
    final class Session implements ViewSnapshot.Source {

        private final long revision;
        private final Map<Follower<?>, Object> values;
        private final HeadView view = database.view();
        private int open;

        Session(long revision, Map<Follower<?>, Object> values) {
            this.revision = revision;
            this.values = values;
        }

        Map<Follower<?>, Object> values() {
            return Map.copyOf(values);
        }

        ViewSnapshot open() {
            open++;
            return new ViewSnapshot(revision, view, this);
        }

        @Override
        public long revisionOf(Node graph) {
            return database.marks().last(graph);
        }

        @Override
        public <T> T derived(Follower<T> follower) {
            return follower.isIn(values) ? follower.in(values) : follower.build(view, revision);
        }

        @Override
        public void close() {
            open--;
            if (open == 0) {
                sessions.remove();
                database.endRead();
            }
        }
    }
}
