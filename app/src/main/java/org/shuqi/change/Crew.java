package org.shuqi.change;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Ledger;
import org.shuqi.problem.Violation;

/**
 * Several threads that look at the chunks of one load, each with a reading of its own.
 *
 * <p>What they find is handed on by the thread that gives out the chunks, and in that order, so that nobody sees from the
 * findings how many there were. Close it before the load.
 */
final class Crew implements AutoCloseable {

    /** Looks at one chunk in the registry as it would be. */
    @FunctionalInterface
    interface Look {
        List<Violation> at(DatasetGraph after, Delta chunk);
    }

    /** A chunk, and what is found in it sooner or later. */
    private record Job(Delta chunk, CompletableFuture<List<Violation>> found) {

        static final Job LAST = of(new Delta(List.of(), List.of()));

        static Job of(Delta chunk) {
            return new Job(chunk, new CompletableFuture<>());
        }

        void done(Look look, DatasetGraph after) {
            try {
                found.complete(look.at(after, chunk));
            } catch (RuntimeException | Error e) {
                found.completeExceptionally(e);
            }
        }
    }

    private final Ledger.Bulk bulk;
    private final Look look;
    private final BiConsumer<Delta, List<Violation>> hearer;
    private final BlockingQueue<Job> open = new LinkedBlockingQueue<>();
    private final Queue<Job> unheard = new ArrayDeque<>();
    private final List<Thread> threads;

    /**
     * As many threads as are wanted.
     *
     * @param hearer is told what was found in each chunk, on the thread that gives them out
     */
    Crew(Ledger.Bulk bulk, Look look, int size, BiConsumer<Delta, List<Violation>> hearer) {
        this.bulk = bulk;
        this.look = look;
        this.hearer = hearer;
        this.threads = IntStream.range(0, size)
                .mapToObj(number -> new Thread(this::work, "shuqi-check-" + number))
                .toList();
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Gives out a chunk; hears first what became of an earlier one if many are under way. */
    void look(Delta chunk) {
        if (unheard.size() >= 2 * threads.size()) {
            hear();
        }
        var job = Job.of(chunk);
        unheard.add(job);
        open.add(job);
    }

    /** Hears of all that were given out. */
    void finish() {
        while (!unheard.isEmpty()) {
            hear();
        }
    }

    private void hear() {
        var job = unheard.remove();
        try {
            hearer.accept(job.chunk(), job.found().join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void work() {
        try (var reading = bulk.beside()) {
            each(job -> job.done(look, reading.after()));
        } catch (RuntimeException | Error e) {
            each(job -> job.found().completeExceptionally(e));
        }
    }

    private void each(Consumer<Job> what) {
        try {
            for (var job = open.take(); job != Job.LAST; job = open.take()) {
                what.accept(job);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a check", e);
        }
    }

    /** What was given out and is not heard of is dropped. */
    @Override
    public void close() {
        open.clear();
        threads.forEach(thread -> open.add(Job.LAST));
        var interrupted = false;
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
