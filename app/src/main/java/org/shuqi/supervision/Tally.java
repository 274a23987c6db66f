package org.shuqi.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;

/**
 * What is counted part by part, of one revision and one instant; whoever looks sees the parts that are there. Thread-safe.
 *
 * @param <T> a part; immutable
 */
public final class Tally<T> {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final int total;
    private final long head;
    private final Map<String, T> parts = new LinkedHashMap<>();
    private @Nullable Span span;
    private @Nullable RuntimeException failure;
    private long endedAt;
    private boolean isDone;

    /**
     * With nothing in it.
     *
     * @param total how many parts there will be
     * @param head the newest revision when it was begun
     */
    Tally(int total, long head) {
        this.total = total;
        this.head = head;
    }

    /**
     * What it is about.
     *
     * @param from beginning, inclusive
     * @param until end, exclusive
     * @param revision the revision that is looked at
     */
    public record Span(Instant from, Instant until, long revision) {}

    /** How many parts there will be. */
    public int total() {
        return total;
    }

    /** The parts that are there, by code, in their order. */
    public synchronized Map<String, T> parts() {
        return new LinkedHashMap<>(parts);
    }

    /** A part, once it is there. */
    public synchronized Optional<T> part(String code) {
        return Optional.ofNullable(parts.get(code));
    }

    /** What it is about; empty as long as it has not been begun. */
    public synchronized Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /** What it is about, once a part of it is there. */
    public Span about() {
        return span().orElseThrow();
    }

    /** Whether all parts are there. */
    public synchronized boolean isComplete() {
        return isDone && failure == null;
    }

    /**
     * Waits until all is there, or so long.
     *
     * @return whether all is there
     * @throws RuntimeException what went wrong while it was counted
     */
    public boolean await(Duration patience) {
        return await(() -> isDone, patience);
    }

    /** Waits until a part is there, or so long; empty if it is not there then. */
    public Optional<T> await(String code, Duration patience) {
        await(() -> parts.containsKey(code), patience);
        return part(code);
    }

    /**
     * All parts, waited for.
     *
     * @throws Refusal OVERLOADED if they are not there by then
     */
    public Map<String, T> all(Duration patience) {
        if (!await(patience)) {
            throw notYet();
        }
        return parts();
    }

    /**
     * One part, waited for.
     *
     * @throws Refusal OVERLOADED if it is not there by then
     */
    public T one(String code, Duration patience) {
        return await(code, patience).orElseThrow(this::notYet);
    }

    private Refusal notYet() {
        return new Refusal(Problem.later(
                Kind.OVERLOADED,
                Text.of(
                        "正在统计（已完成 %d / %d）；请稍后再试",
                        "still being counted (%d of %d so far); try again in a while", parts().size(), total),
                AGAIN));
    }

    private synchronized boolean await(BooleanSupplier isThere, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            for (var left = patience.toNanos();
                    !isThere.getAsBoolean() && !isDone && left > 0;
                    left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            // told by each thread in its own words: one that is thrown twice would carry the trace of another
            throw failure instanceof Refusal refused
                    ? new Refusal(refused.problem())
                    : new IllegalStateException(failure);
        }
        return isDone;
    }

    synchronized void begin(Span about) {
        span = about;
    }

    synchronized void add(String code, T part) {
        parts.put(code, part);
        notifyAll();
    }

    synchronized void end(@Nullable RuntimeException wrong) {
        failure = wrong;
        isDone = true;
        endedAt = System.nanoTime();
        notifyAll();
    }

    /** The newest revision when it was begun: what readers might read then is what was counted for them. */
    long head() {
        return head;
    }

    synchronized boolean isDone() {
        return isDone;
    }

    /** Whether it ended well, not longer ago than that. */
    synchronized boolean isYoung(Duration age) {
        return isComplete() && System.nanoTime() - endedAt <= age.toNanos();
    }
}
