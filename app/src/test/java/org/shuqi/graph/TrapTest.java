package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqi.graph.Scribe.iri;
import static org.shuqi.graph.Scribe.quad;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of the database under us, each shown to be there, and shown not to catch us. */
class TrapTest {

    @TempDir
    private Path folder;

    /** If this one fails, TDB2 has been mended and the rule against aborting may be looked at again. */
    @Test
    void inTdb2AnAbortLosesWhatIsCommittedAfterIt() {
        var location = folder.resolve("tdb").toString();
        write(location, tdb -> committed(tdb, "old", 500));

        write(location, tdb -> {
            tdb.begin(ReadWrite.WRITE);
            Stream.of("g x1 y1 'z1", "g x2 y2 'z2", "g x3 y3 'z3").forEach(words -> tdb.add(quad(words)));
            readOld(tdb, 0, 200);
            tdb.abort();
            tdb.end();
            for (var number = 0; number < 15; number++) {
                tdb.begin(ReadWrite.WRITE);
                readOld(tdb, 200 + 10 * number, 210 + 10 * number);
                tdb.add(quad(numbered("new", number)));
                tdb.commit();
                tdb.end();
            }
        });

        var lost = new AtomicInteger();
        write(location, tdb -> {
            tdb.begin(ReadWrite.READ);
            for (var number = 0; number < 15; number++) {
                lost.addAndGet(readable(tdb, "new", number) ? 0 : 1);
            }
            tdb.end();
        });
        System.out.println("lost after an abort in bare TDB2: " + lost + " of 15");
        assertThat(lost).hasPositiveValue();
    }

    private static void write(String location, Consumer<DatasetGraph> work) {
        var tdb = DatabaseMgr.connectDatasetGraph(location);
        work.accept(tdb);
        TDBInternal.expel(tdb, true);
    }

    private static void committed(DatasetGraph tdb, String kind, int count) {
        tdb.begin(ReadWrite.WRITE);
        for (var number = 0; number < count; number++) {
            tdb.add(quad(numbered(kind, number)));
        }
        tdb.commit();
        tdb.end();
    }

    /** Scans by subject, so that the objects come from disk and not from the cache. */
    private static void readOld(DatasetGraph tdb, int from, int to) {
        for (var number = from; number < to; number++) {
            tdb.find(Node.ANY, iri("old" + number), Node.ANY, Node.ANY).forEachRemaining(Quad::toString);
        }
    }

    private static String numbered(String kind, int number) {
        return "g " + kind + number + " p" + kind + number + " 'value " + kind + number;
    }

    private static boolean readable(DatasetGraph tdb, String kind, int number) {
        try {
            var found = tdb.find(Node.ANY, iri(kind + number), Node.ANY, Node.ANY);
            return found.hasNext() && found.next().equals(quad(numbered(kind, number)));
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void whatHasATrapIsNotUsed() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/shuqi"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .hasSizeGreaterThan(100)
                    .noneMatch(file -> mentions(file, "DatabaseMgr.compact"))
                    .noneMatch(file -> mentions(file, "DatabaseMgr.createDatasetGraph()"))
                    .noneMatch(file -> mentions(file, ".abort()"));
        }
    }

    @Test
    void bitsFlippedInTheDatabaseAreFoundByVerification() throws IOException {
        var data = folder.resolve("data");
        try (var scribe = new Scribe(data)) {
            var quads = new ArrayList<String>();
            for (var number = 0; number < 300; number++) {
                quads.add("g" + number % 7 + " subject" + number + " p" + number % 5 + " 'a value of some length "
                        + number);
            }
            scribe.write(quads.toArray(String[]::new));
            assertThat(scribe.store.verify(unused -> {}).faults()).isEmpty();
        }
        var nodes = data.resolve("graph-1/Data-0001/nodes-data.obj");
        var whole = Files.readAllBytes(nodes);
        var random = new Random(7);
        var found = 0;
        var rounds = 8;

        for (var round = 0; round < rounds; round++) {
            var damaged = whole.clone();
            damaged[whole.length / 4 + random.nextInt(whole.length / 2)] ^= (byte) (1 << random.nextInt(8));
            Files.write(nodes, damaged);
            found += isFound(data) ? 1 : 0;
        }

        assertThat(found).isEqualTo(rounds);
        assertThat(Stores.rebuild(data)).isEqualTo(1);
        try (var scribe = new Scribe(data)) {
            assertThat(scribe.store.verify(unused -> {}).faults()).isEmpty();
        }
    }

    @Test
    void aTupleMissingFromOneIndexIsFound() throws IOException {
        var data = folder.resolve("data");
        try (var scribe = new Scribe(data)) {
            scribe.write("g s p 'one", "g s p 'two", "g s2 p 'three");
        }
        var index = data.resolve("graph-1/Data-0001/POSG.dat");
        try (var bytes = new RandomAccessFile(index.toFile(), "rw")) {
            for (var at = 0; at < 60_000; at++) {
                bytes.seek(at);
                if (bytes.read() != 0) {
                    bytes.seek(at);
                    bytes.write(0x7f);
                }
            }
        }

        assertThat(isFound(data)).isTrue();
    }

    private static boolean isFound(Path data) {
        try (var scribe = new Scribe(data)) {
            return !scribe.store.verify(unused -> {}).isSound();
        } catch (RuntimeException damagedBeyondOpening) {
            return true;
        }
    }

    @Test
    void aProposalThatIsDroppedLeavesNothingBehind() {
        try (var scribe = new Scribe(folder.resolve("data"))) {
            try (var round = scribe.store.ledger().open()) {
                round.propose(new Delta(List.of(), List.of(quad("g s p 'dropped"))));
            }
            try (var round = scribe.store.ledger().rehearsal()) {
                assertThatThrownBy(round::commit).hasMessage("a rehearsal is not committed");
            }

            assertThat(scribe.write("g s p 'one")).isEqualTo(1);
            assertThat(scribe.holds("g s p 'dropped")).isFalse();
        }
    }

    private static boolean mentions(Path file, String words) {
        try {
            return Files.readString(file).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
