package org.shuqi.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqi.change.Desk.quads;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;
import org.shuqi.graph.Stores;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Verification, backup, restore and rebuilding. */
class KeepingTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenVerifies() {
        try (var desk = filled(folder.resolve("data"))) {
            desk.store.derive(new Size());
            desk.add("g s2 p 'later");

            var seen = desk.store.verify(quads -> {});

            assertThat(seen.faults()).isEmpty();
            assertThat(seen.revision()).isEqualTo(10);
            assertThat(seen.quads()).isEqualTo(9);
        }
    }

    @Test
    void aDerivationThatLosesTrackIsFound() {
        try (var desk = filled(folder.resolve("data"))) {
            desk.store.derive(new Size() {
                @Override
                public Integer next(Integer previous, DatasetGraph now, long revision, Delta delta) {
                    return previous + delta.added().size();
                }
            });
            desk.apply(OptionalLong.empty(), quads("g s p 'value 6"), quads());

            assertThat(desk.store.verify(quads -> {}).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.en()).endsWith("differs from what is computed anew"));
        }
    }

    @Test
    void aBackupTakenAtWorkComesBackAsTheRevisionItWasTakenAt() {
        var backup = folder.resolve("backup");
        try (var desk = filled(folder.resolve("data"))) {
            var taken = desk.store.backup(backup);
            desk.add("g s2 p 'after the backup");

            assertThat(taken.revision()).isEqualTo(9);
            assertThatThrownBy(() -> desk.store.backup(backup))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.TAKEN));
        }

        var restored = Stores.restore(backup, folder.resolve("again"));

        assertThat(restored.isSound()).isTrue();
        try (var desk = new Desk(folder.resolve("again"))) {
            assertThat(desk.store.revision()).isEqualTo(9);
            assertThat(desk.holds("g s p 'value 7")).isTrue();
            assertThat(desk.holds("g s2 p 'after the backup")).isFalse();
            assertThat(desk.add("g s2 p 'life goes on").revision()).isEqualTo(10);
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndNothingIsRestored() throws IOException {
        var backup = folder.resolve("backup");
        try (var desk = filled(folder.resolve("data"))) {
            desk.store.backup(backup);
        }
        flip(backup.resolve("changes.log"), 3_000, 3);

        assertThatThrownBy(() -> Stores.restore(backup, folder.resolve("again")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.BROKEN));
        assertThat(Files.exists(folder.resolve("again"))).isFalse();
    }

    @Test
    void rebuildingGivesTheSameGraph() throws IOException {
        var data = folder.resolve("data");
        filled(data).close();

        assertThat(Stores.rebuild(data)).isEqualTo(9);

        assertThat(data.resolve("graph-1")).doesNotExist();
        try (var desk = new Desk(data)) {
            assertThat(desk.holds("g s p 'value 7")).isTrue();
            assertThat(desk.holds("g s p 'gone")).isFalse();
            assertThat(desk.store.verify(quads -> {}).faults()).isEmpty();
            assertThat(desk.add("g s p 'more").revision()).isEqualTo(10);
        }
    }

    @Test
    void aLostGraphIsMadeAgainFromTheLog() throws IOException {
        var data = folder.resolve("data");
        filled(data).close();
        deleteFolder(data.resolve("graph-1"));

        try (var desk = new Desk(data)) {
            assertThat(desk.store.revision()).isEqualTo(9);
            assertThat(desk.holds("g s p 'value 7")).isTrue();
        }
    }

    @Test
    void aSecondProcessIsTurnedAway() {
        try (var desk = new Desk(folder.resolve("data"))) {
            assertThatThrownBy(() -> Stores.open(folder.resolve("data")))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.OVERLOADED));
            assertThat(desk.store.revision()).isZero();
        }
    }

    @Test
    void writesStopBeforeTheDiskIsFullAndReadsGoOn() {
        var data = folder.resolve("data");
        filled(data).close();

        try (var store = Stores.open(data, Long.MAX_VALUE);
                var door = ChangeDoor.open(store, Guard.NONE);
                var snapshot = store.read()) {
            var change = new Change("test", OptionalLong.empty(), now -> new Delta(List.of(), quads("g s p 'x")));
            assertThatThrownBy(() -> door.apply(change, Caller.operator()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.OVERLOADED));
            assertThat(snapshot.dataset().stream()).hasSize(8);
        }
    }

    private static Desk filled(Path data) {
        var desk = new Desk(data);
        desk.add("g s p 'gone");
        for (var number = 0; number < 8; number++) {
            desk.apply(OptionalLong.empty(), quads("g s p 'gone"), quads("g s p 'value " + number));
        }
        return desk;
    }

    /** Counts the quads. */
    private static class Size implements Derivation<Integer> {

        @Override
        public Integer build(DatasetGraph whole, long revision) {
            return (int) whole.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY).count();
        }

        @Override
        public Integer next(Integer previous, DatasetGraph now, long revision, Delta delta) {
            return previous + delta.added().size() - delta.removed().size();
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static void flip(Path file, long at, int bit) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            var old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ (1 << bit));
        }
    }
}
