package org.shuqi.change;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * A caller who waits at the door.
 *
 * @param <R> what the caller is given in the end
 */
abstract class Turn<R> {

    private final Caller caller;
    private final Duration patience;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<R> result = new CompletableFuture<>();

    /** A caller who waits so long for the turn to come; once it has come, the caller waits for the answer. */
    Turn(Caller caller, Duration patience) {
        this.caller = caller;
        this.patience = patience;
    }

    final Caller caller() {
        return caller;
    }

    /** Takes the caller in; false if the caller has left. */
    final boolean take() {
        return taken.compareAndSet(false, true);
    }

    final boolean refuseAtClosing() {
        if (take()) {
            fail(Refusal.of(Kind.OVERLOADED, "服务正在停止；请稍后再试", "the server is stopping; try again later"));
        }
        return true;
    }

    final void succeed(R answer) {
        result.complete(answer);
    }

    final void fail(Throwable reason) {
        result.completeExceptionally(reason);
    }

    /** Waits for the answer; an interrupt is passed on after it, because the change may have been written. */
    final R await() {
        var interrupted = false;
        var until = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                try {
                    return answer(until - System.nanoTime());
                } catch (TimeoutException e) {
                    if (take()) {
                        throw Refusal.of(Kind.OVERLOADED, "写入繁忙；请稍后再试", "too busy to write; try again later");
                    }
                    until = System.nanoTime() + TimeUnit.DAYS.toNanos(1);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private R answer(long nanos) throws TimeoutException, InterruptedException {
        try {
            return result.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the change could not be judged", e.getCause());
        }
    }
}
