package org.shuqi.change;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** A caller who waits at the door with a change. */
final class Request {

    /** How long a caller waits for its turn; once its turn has come it waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Change change;
    private final Caller caller;
    private final AtomicBoolean settled = new AtomicBoolean();
    private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    private Judge.@Nullable Verdict verdict;

    Request(Change change, Caller caller) {
        this.change = change;
        this.caller = caller;
    }

    Change change() {
        return change;
    }

    Caller caller() {
        return caller;
    }

    /** Takes the request in hand; false if its caller has left. */
    boolean take() {
        return settled.compareAndSet(false, true);
    }

    boolean refuseAtClosing() {
        if (take()) {
            fail(Refusal.of(Kind.OVERLOADED, "服务正在停止；请稍后再试", "the server is stopping; try again later"));
        }
        return true;
    }

    void verdict(Judge.Verdict favourable) {
        verdict = favourable;
    }

    void written(Instant at) {
        if (verdict != null) {
            receipt.complete(verdict.receipt(at));
        }
    }

    void fail(Throwable reason) {
        receipt.completeExceptionally(reason);
    }

    /** Waits for the answer; an interrupt is passed on after it, because the change may have been written. */
    Receipt await() {
        var interrupted = false;
        var turn = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return answer(turn - System.nanoTime());
            } catch (TimeoutException e) {
                if (take()) {
                    throw Refusal.of(Kind.OVERLOADED, "写入繁忙；请稍后再试", "too busy to write; try again later");
                }
                turn = System.nanoTime() + TimeUnit.DAYS.toNanos(1);
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                if (interrupted && receipt.isDone()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private Receipt answer(long nanos) throws TimeoutException, InterruptedException {
        try {
            return receipt.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the change could not be judged", e.getCause());
        }
    }
}
