package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.decision.fact.Kept;
import org.shuqi.graph.Delta;

/** An index written to a file and read again is the same, and goes on from there. */
class KeptIndexTest {

    private static final IndexDerivation DERIVATION = new IndexDerivation(ZoneId.of("Asia/Shanghai"));

    @Test
    void randomIndexesComeBackAsTheyWere() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            var registry = new RandomRegistry(random.nextLong()).dataset();
            var index = random.nextBoolean() ? DERIVATION.build(registry, 7) : followed(registry, random);

            var back = Kept.read(Kept.bytes(index), 7);

            assertThat(back.describe()).as("seed %d, round %d", seed, round).isEqualTo(index.describe());
            assertThat(back.revision()).isEqualTo(7);
        }
    }

    /** Built from some of the statements, and brought to the rest by changes. */
    private static Index followed(DatasetGraph registry, Random random) {
        var late = registry.stream().filter(quad -> random.nextInt(4) == 0).toList();
        late.forEach(registry::delete);
        var index = DERIVATION.build(registry, 1);
        for (var quad : late) {
            registry.add(quad);
            index = DERIVATION.next(index, registry, 7, new Delta(List.of(), List.of(quad)));
        }
        return index;
    }

    @Test
    void anIndexThatWasReadFollowsChangesLikeTheOneThatWasWritten() throws IOException {
        var registry = WorkedExample.dataset();
        var index = DERIVATION.build(registry, 1);
        var back = Kept.read(Kept.bytes(index), 1);
        var gone = registry.stream()
                .filter(quad -> quad.getSubject().isURI()
                        && Math.floorMod(quad.getSubject().hashCode(), 3) == 0)
                .toList();
        gone.forEach(registry::delete);
        var change = new Delta(gone, List.of());

        var next = DERIVATION.next(back, registry, 2, change);

        assertThat(next.describe())
                .isEqualTo(DERIVATION.next(index, registry, 2, change).describe())
                .isNotEqualTo(index.describe());
        assertThat(Kept.read(Kept.bytes(next), 2).describe()).isEqualTo(next.describe());
    }

    @Test
    void aFileThatEndsTooEarlyIsNotRead() throws IOException {
        var bytes = Kept.bytes(DERIVATION.build(WorkedExample.dataset(), 1));
        long seed = System.nanoTime();
        var random = new Random(seed);

        for (int round = 0; round < 50; round++) {
            var cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThatThrownBy(() -> Kept.read(cut, 1))
                    .as("seed %d, round %d", seed, round)
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void aDamagedFileNeverMakesRoomForWhatItDoesNotHold() throws IOException {
        var bytes = Kept.bytes(DERIVATION.build(WorkedExample.dataset(), 1));
        long seed = System.nanoTime();
        var random = new Random(seed);

        for (int round = 0; round < 300; round++) {
            var damaged = bytes.clone();
            for (int hits = 0; hits < 4; hits++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                Kept.read(damaged, 1);
            } catch (IOException | RuntimeException refused) {
                continue;
            } catch (OutOfMemoryError tooMuch) {
                throw new AssertionError("seed " + seed + ", round " + round, tooMuch);
            }
        }
    }
}
