package org.shuqi.change;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.shuqi.access.Caller;
import org.shuqi.graph.Ledger;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * The one door for writes, with one thread behind it.
 *
 * <p>Callers wait in a queue. The thread takes all that wait, looks at each on top of those before it, and commits them
 * together: one sync of the log and one commit of the graph for the whole group. A change that is refused leaves no
 * trace, and those after it are judged as if it had never come. A load has the thread for itself.
 */
public final class ChangeDoor implements Changes, AutoCloseable {

    /** Most changes in one commit. */
    private static final int GROUP = 500;

    /** Most callers that may wait. */
    private static final int QUEUE = 10_000;

    /** How often the thread looks whether the door was closed. */
    private static final long GLANCE_MILLIS = 50;

    private final Ledger ledger;
    private final Guard guard;
    private final Judge judge;
    private final BlockingQueue<Turn<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writer = new Thread(this::write, "shuqi-writer");
    private volatile boolean closed;

    private ChangeDoor(Ledger ledger, Guard guard, Entitlement entitlement, Consequence consequence) {
        this.ledger = ledger;
        this.guard = guard;
        this.judge = new Judge(guard, entitlement, consequence);
    }

    /** Opens the door to the store for the operator alone. */
    public static ChangeDoor open(Store store, Guard guard) {
        return open(store, guard, Entitlement.NOBODY);
    }

    /**
     * Opens the door to the store. Close it before the store.
     *
     * @param guard what everything written must pass
     * @param entitlement who may write what
     */
    public static ChangeDoor open(Store store, Guard guard, Entitlement entitlement) {
        return open(store, guard, entitlement, Consequence.NONE);
    }

    /**
     * Opens the door to the store. Close it before the store.
     *
     * @param guard what everything written must pass
     * @param entitlement who may write what
     * @param consequence what else is written with a change; not with a load, which says all there is to say
     */
    public static ChangeDoor open(Store store, Guard guard, Entitlement entitlement, Consequence consequence) {
        var door = new ChangeDoor(Ledger.of(store), guard, entitlement, consequence);
        door.writer.setDaemon(true);
        door.writer.start();
        return door;
    }

    @Override
    public Receipt apply(Change change, Caller caller) {
        requireAppointed(caller);
        return await(new ChangeTurn(change, caller));
    }

    @Override
    public Receipt rehearse(Change change, Caller caller) {
        requireAppointed(caller);
        try (var round = ledger.rehearsal()) {
            var current = round.now().revision();
            return new Receipt(current, Instant.now(), judge.rehearse(round, change, caller));
        }
    }

    @Override
    public LoadReceipt load(Load load, Caller caller) {
        requireOperator(caller);
        try (var staging = ledger.stage()) {
            read(load, staging);
            return await(new LoadTurn(load, caller, staging));
        }
    }

    @Override
    public LoadReceipt rehearse(Load load, Caller caller) {
        requireOperator(caller);
        try (var staging = ledger.stage()) {
            read(load, staging);
            return new LoadTurn(load, caller, staging).rehearse(ledger, guard);
        }
    }

    /** Waits for what is at work; those still waiting are refused. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who has no role at all need not wait for a turn. */
    private static void requireAppointed(Caller caller) {
        if (caller.appointments().isEmpty()) {
            throw Entitlement.refused(caller);
        }
    }

    /** A load is never all in memory, so that nobody could say whose records it touches before it is written. */
    private static void requireOperator(Caller caller) {
        if (!caller.isOperator()) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "`%s` 无权批量装载；请用表格导入，或者联系运行方",
                    "`%s` may not load files of any size; import a sheet, or ask the operator",
                    caller.id());
        }
    }

    private static void read(Load load, Ledger.Staging staging) {
        load.source().read(quad -> {
            staging.add(quad);
            load.progress().at(Load.Phase.READ, staging.read(), 0);
        });
        staging.ends();
    }

    private <R> R await(Turn<R> turn) {
        if (closed || !queue.offer(turn)) {
            throw Refusal.of(Kind.OVERLOADED, "写入队列已满；请稍后再试", "too many writes are waiting; try again later");
        }
        return turn.await();
    }

    private void write() {
        while (!closed) {
            try {
                var first = queue.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                if (first instanceof LoadTurn load && load.take()) {
                    write(load);
                } else if (first instanceof ChangeTurn change) {
                    write(group(change));
                }
            } catch (InterruptedException e) {
                // nobody who means well interrupts this thread: it could close a file under TDB2
                closed = true;
            }
        }
        queue.removeIf(Turn::refuseAtClosing);
    }

    /** The change and those right behind it, but for callers who have left. */
    private List<ChangeTurn> group(ChangeTurn first) {
        var group = new ArrayList<ChangeTurn>();
        group.add(first);
        while (group.size() < GROUP && queue.peek() instanceof ChangeTurn next) {
            queue.remove(next);
            group.add(next);
        }
        group.removeIf(turn -> !turn.take());
        return group;
    }

    private void write(List<ChangeTurn> group) {
        try (var round = ledger.open()) {
            group.forEach(turn -> turn.consider(judge, round));
            var at = round.commit();
            group.forEach(turn -> turn.written(at));
        } catch (IOException e) {
            group.forEach(turn -> turn.fail(notWritten(e)));
        } catch (RuntimeException | Error e) {
            group.forEach(turn -> turn.fail(e));
        }
    }

    private void write(LoadTurn load) {
        try {
            // the caller closes the staging area once it has the receipt, so the round has to be over by then
            load.succeed(load.write(ledger, guard));
        } catch (IOException e) {
            load.fail(notWritten(e));
        } catch (RuntimeException | Error e) {
            load.fail(e);
        }
    }

    private static Refusal notWritten(IOException cause) {
        var refusal = Refusal.of(Kind.OVERLOADED, "日志无法写入；请检查磁盘", "the log cannot be written; look at the disk");
        refusal.initCause(cause);
        return refusal;
    }
}
