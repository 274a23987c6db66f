package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.problem.Refusal;

/** Whoever begins to read between a commit in the database and its being told to others. */
class ReadingWhilePublishedTest {

    @Test
    void theRevisionThatIsReadCanBeOpenedOnceMore(@TempDir Path data) {
        var reading = new AtomicReference<Runnable>(() -> {});
        Faults between = step -> {
            if (step == Faults.Step.PUBLISH) {
                reading.get().run();
            }
        };
        try (var scribe = new Scribe(data, between)) {
            scribe.write("g s p o");
            var store = scribe.store;
            reading.set(() -> CompletableFuture.runAsync(() -> {
                        try (var now = store.read();
                                var again = store.readAt(now.revision())) {
                            assertThat(now.revision()).isEqualTo(store.revision() + 1);
                            assertThat(again.dataset().contains(Scribe.quad("g s p other")))
                                    .isTrue();
                        }
                    })
                    .join());

            assertThat(scribe.write("g s p other")).isEqualTo(2);
            assertThatThrownBy(() -> store.readAt(3)).isInstanceOf(Refusal.class);
            try (var now = store.read()) {
                assertThat(now.revision()).isEqualTo(2);
            }
        }
    }
}
