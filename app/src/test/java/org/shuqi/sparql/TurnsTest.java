package org.shuqi.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shuqi.problem.Refusal;

class TurnsTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private CompletableFuture<Void> longWork(Turns turns) throws InterruptedException {
        var running = CompletableFuture.runAsync(() -> turns.take(() -> {
            begun.countDown();
            await(end);
        }));
        begun.await();
        return running;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void oneMoreWaitsForItsTurn() throws InterruptedException {
        var turns = new Turns(1, Duration.ofMinutes(1));
        var running = longWork(turns);
        var done = new AtomicBoolean();
        var waiting = CompletableFuture.runAsync(() -> turns.take(() -> done.set(true)));

        assertThat(done).isFalse();
        end.countDown();

        running.join();
        waiting.join();
        assertThat(done).isTrue();
        assertThat(turns.taken()).isZero();
    }

    @Test
    void whoHasWaitedLongEnoughIsToldToComeBack() throws InterruptedException {
        var turns = new Turns(1, Duration.ofMillis(20));
        var running = longWork(turns);

        assertThatThrownBy(() -> turns.take(() -> {})).isInstanceOf(Refusal.class);

        end.countDown();
        running.join();
        turns.take(() -> {});
    }
}
