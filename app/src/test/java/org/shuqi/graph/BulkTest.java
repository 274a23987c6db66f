package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqi.graph.Scribe.quad;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A load is written whole, whether it fits into memory or not, and is seen before by every thread that asks. */
class BulkTest {

    private static final int LOAD = 3_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000_000})
    void whatIsLoadedIsInTheLogAndInTheGraph(int heapQuads) throws IOException {
        try (var scribe = new Scribe(folder, Opening.USUAL.keeping(heapQuads))) {
            scribe.write("g0 s0 p 'value 0", "other s p 'there");
            try (var staging = staged(scribe);
                    var bulk = scribe.store.ledger().open(staging)) {
                assertThat(bulk.count()).isEqualTo(LOAD - 1);
                var chunks = new ArrayList<Quad>();
                bulk.chunks(700, chunk -> chunks.addAll(chunk.added()));
                assertThat(chunks).hasSize(LOAD - 1).doesNotHaveDuplicates();
                assertThat(elsewhere(() -> seenBeside(bulk))).isEqualTo(LOAD + 1);
                bulk.commit(Scribe.STAMP, written -> {});
            }

            assertThat(scribe.store.verify(done -> {}).faults()).isEmpty();
            assertThat(Files.exists(folder.resolve("scratch"))
                            && Files.list(folder.resolve("scratch")).findAny().isPresent())
                    .isFalse();
        }
        try (var scribe = new Scribe(folder, Opening.USUAL.readingTheWholeLog());
                var snapshot = scribe.store.read()) {
            assertThat(snapshot.revision()).isEqualTo(2);
            assertThat(snapshot.dataset().stream()).hasSize(LOAD + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000_000})
    void whatIsLeftOutIsNotWritten(int heapQuads) throws IOException {
        try (var scribe = new Scribe(folder, Opening.USUAL.keeping(heapQuads))) {
            try (var staging = staged(scribe);
                    var bulk = scribe.store.ledger().open(staging)) {
                var gone = new ArrayList<Quad>();
                bulk.leaveOut(Set.of(Scribe.iri("s7")), 4, chunk -> gone.addAll(chunk.removed()));
                assertThat(gone).hasSize(10);
                bulk.commit(Scribe.STAMP, written -> {});
            }

            assertThat(scribe.holds("g0 s7 p 'value 70")).isFalse();
            assertThat(scribe.holds("g0 s8 p 'value 80")).isTrue();
        }
    }

    @Test
    void anotherThreadDoesNotSeeMoreThanARehearsalItself() {
        try (var scribe = new Scribe(folder);
                var staging = staged(scribe);
                var bulk = scribe.store.ledger().rehearsal(staging)) {
            elsewhere(() -> scribe.write("other s p 'there"));

            assertThatThrownBy(() -> elsewhere(() -> seenBeside(bulk)))
                    .hasRootCauseMessage("somebody has written meanwhile");
        }
    }

    private static long seenBeside(Ledger.Bulk bulk) {
        try (var reading = bulk.beside()) {
            return Iter.count(reading.after().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
        }
    }

    private static <T> T elsewhere(Supplier<T> work) {
        var done = new CompletableFuture<T>();
        var thread = new Thread(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        thread.start();
        return done.join();
    }

    private static Ledger.Staging staged(Scribe scribe) {
        var staging = scribe.store.ledger().stage();
        IntStream.range(0, LOAD).mapToObj(BulkTest::many).forEach(staging::add);
        staging.ends();
        return staging;
    }

    private static Quad many(int number) {
        return quad("g" + number % 10 + " s" + number / 10 + " p 'value " + number);
    }
}
