package org.shuqi.change;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Ledger;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * The one door for writes, with one thread behind it.
 *
 * <p>Callers wait in a queue. The thread takes all that wait, looks at each on top of those before it, and commits them
 * together: one sync of the log and one commit of the graph for the whole group. A change that is refused leaves no
 * trace, and those after it are judged as if it had never come.
 */
public final class ChangeDoor implements Changes, AutoCloseable {

    /** Most changes in one commit. */
    private static final int GROUP = 500;

    /** Most callers that may wait. */
    private static final int QUEUE = 10_000;

    /** How often the thread looks whether the door was closed. */
    private static final long GLANCE_MILLIS = 50;

    private final Ledger ledger;
    private final Judge judge;
    private final BlockingQueue<Request> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writer = new Thread(this::write, "shuqi-writer");
    private volatile boolean closed;

    private ChangeDoor(Ledger ledger, Judge judge) {
        this.ledger = ledger;
        this.judge = judge;
    }

    /** Opens the door to the store; everything written must pass the guard. Close it before the store. */
    public static ChangeDoor open(Store store, Guard guard) {
        var door = new ChangeDoor(Ledger.of(store), new Judge(guard));
        door.writer.setDaemon(true);
        door.writer.start();
        return door;
    }

    @Override
    public Receipt apply(Change change, Caller caller) {
        requireWriter(caller);
        var request = new Request(change, caller);
        if (closed || !queue.offer(request)) {
            throw Refusal.of(Kind.OVERLOADED, "写入队列已满；请稍后再试", "too many writes are waiting; try again later");
        }
        return request.await();
    }

    @Override
    public Receipt rehearse(Change change, Caller caller) {
        requireWriter(caller);
        try (var round = ledger.rehearsal()) {
            var current = round.now().revision();
            var verdict = judge.consider(round, change, caller);
            return new Receipt(current, Instant.now(), verdict.warnings());
        }
    }

    @Override
    public LoadReceipt load(Load load, Caller caller) {
        return received(load, change -> apply(change, caller));
    }

    @Override
    public LoadReceipt rehearse(Load load, Caller caller) {
        return received(load, change -> rehearse(change, caller));
    }

    private static LoadReceipt received(Load load, Function<Change, Receipt> door) {
        var quads = new ArrayList<Quad>();
        load.source().read(quads::add);
        var receipt = door.apply(new Change(load.reason(), OptionalLong.empty(), now -> new Delta(List.of(), quads)));
        return new LoadReceipt(
                receipt.revision(),
                receipt.at(),
                quads.size(),
                quads.size(),
                List.of(),
                0,
                receipt.warnings(),
                receipt.warnings().size());
    }

    /** Waits for the group at work; those still waiting are refused. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireWriter(Caller caller) {
        if (!caller.is(Role.OPERATOR)) {
            throw Refusal.of(Kind.FORBIDDEN, "`%s` 无权写入；请联系运维人员", "`%s` may not write; ask the operator", caller.id());
        }
    }

    private void write() {
        while (!closed) {
            var group = waiting();
            if (!group.isEmpty()) {
                write(group);
            }
        }
        queue.removeIf(Request::refuseAtClosing);
    }

    /**
     * All that wait and still want to; none if nobody came for a while.
     *
     * <p>The thread is never interrupted to wake it: an interrupt could close a file under TDB2.
     */
    private List<Request> waiting() {
        var group = new ArrayList<Request>();
        try {
            var first = queue.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                group.add(first);
                queue.drainTo(group, GROUP - 1);
                group.removeIf(request -> !request.take());
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        return group;
    }

    private void write(List<Request> group) {
        try (var round = ledger.open()) {
            group.forEach(request -> consider(round, request));
            var at = round.commit();
            group.forEach(request -> request.written(at));
        } catch (IOException e) {
            var refusal = Refusal.of(Kind.OVERLOADED, "日志无法写入；请检查磁盘", "the log cannot be written; look at the disk");
            refusal.initCause(e);
            group.forEach(request -> request.fail(refusal));
        } catch (RuntimeException | Error e) {
            group.forEach(request -> request.fail(e));
        }
    }

    /** Whatever goes wrong here concerns this change alone: nothing has been written yet. */
    private void consider(Ledger.Round round, Request request) {
        try {
            request.verdict(judge.consider(round, request.change(), request.caller()));
        } catch (RuntimeException | Error e) {
            request.fail(e);
        }
    }
}
