package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqi.graph.Scribe.quad;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.graph.ChangeLog.Draft;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The log gives back what was written, cuts off what was never finished, and names the place of any damage. */
class FileLogTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgainToTheLetter() throws IOException {
        var quads = List.of(
                quad("g s p 'plain"),
                new Quad(
                        Scribe.iri("g"),
                        Scribe.iri("s"),
                        Scribe.iri("p"),
                        NodeFactory.createLiteralString(
                                "\u0000\t\n\r\"\\'`<>{}| \u00e9 数契 \ud83d\ude00 \u202e \ufffe end")),
                new Quad(
                        Scribe.iri("g"),
                        Scribe.iri("数契"),
                        Scribe.iri("p"),
                        NodeFactory.createLiteralLang("契", "zh-Hans")),
                new Quad(
                        Scribe.iri("g"),
                        Scribe.iri("s"),
                        Scribe.iri("p"),
                        NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal)),
                new Quad(
                        Scribe.iri("g"),
                        Scribe.iri("s"),
                        Scribe.iri("p"),
                        NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean)),
                new Quad(
                        Scribe.iri("g"),
                        NodeFactory.createBlankNode("b0"),
                        Scribe.iri("p"),
                        NodeFactory.createBlankNode("0a:b-c.d_e")));
        var stamp = new Stamp("ann \"数\"\n", "because\t\\ of H and <this> .\n", OptionalLong.of(0));
        try (var log = open()) {
            log.append(List.of(draft(stamp, quads)));
        }

        try (var log = open();
                var tail = log.tail(0)) {
            var header = tail.next();
            var read = new ArrayList<Quad>();
            tail.body(collecting(read));

            assertThat(header.stamp()).isEqualTo(stamp);
            assertThat(header.revision()).isEqualTo(1);
            assertThat(header.added()).isEqualTo(quads.size());
            assertThat(read).isEqualTo(quads);
            assertThat(tail.hasNext()).isFalse();
        }
    }

    @Test
    void aLiteralOfAnyCharactersComesBack() throws IOException {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var quads = new ArrayList<Quad>();
        for (var number = 0; number < 2_000; number++) {
            var text = random.ints(random.nextInt(12), 0, 0x11000)
                    .filter(point -> point < 0xd800 || point > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            quads.add(new Quad(
                    Scribe.iri("g"), Scribe.iri("s" + number), Scribe.iri("p"), NodeFactory.createLiteralString(text)));
        }
        try (var log = open()) {
            log.append(List.of(draft(Scribe.STAMP, quads)));
            try (var tail = log.tail(0)) {
                var read = new ArrayList<Quad>();
                tail.next();
                tail.body(collecting(read));
                assertThat(read).isEqualTo(quads);
            }
        }
    }

    @Test
    void anEntryCutAtAnyByteIsTakenOffAndTheRestStays() throws IOException {
        filled(2);
        var whole = Files.readAllBytes(file());
        filled(1);
        var random = new Random(1);

        for (var length = boundary(2) - 1; length > boundary(1); length -= 1 + random.nextInt(40)) {
            Files.write(file(), Arrays.copyOf(whole, (int) length));

            try (var log = FileLog.open(file(), Optional.of(position(1)), Opening.USUAL)) {
                assertThat(log.head()).isEqualTo(position(1));
            }
            assertThat(Files.size(file())).isEqualTo(boundary(1));
        }
    }

    @Test
    void aTornTailThatTheGraphHasAppliedIsDamage() throws IOException {
        filled(2);
        var applied = position(2);
        try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.setLength(boundary(2) - 5);
        }

        assertThatThrownBy(() -> FileLog.open(file(), Optional.of(applied), Opening.USUAL))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.BROKEN))
                .hasMessageStartingWith("the log is damaged at byte " + boundary(1) + " (after revision 1)");
    }

    @Test
    void aFullScanFindsEveryFlippedBitAndCutsNothingOff() throws IOException {
        filled(4);
        var applied = position(4);
        var whole = Files.readAllBytes(file());
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);

        for (var round = 0; round < 300; round++) {
            var damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);

            assertThatThrownBy(() -> FileLog.open(file(), Optional.of(applied), Opening.USUAL.readingTheWholeLog()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.BROKEN));
            assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
        }
    }

    @Test
    void damageInTheMiddleIsNotMistakenForATornTailEvenIfTheGraphIsBehind() throws IOException {
        filled(4);
        var applied = position(1);
        var bytes = Files.readAllBytes(file());
        bytes[(int) boundary(2) + 40] ^= 1;
        Files.write(file(), bytes);

        assertThatThrownBy(() -> FileLog.open(file(), Optional.of(applied), Opening.USUAL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at byte " + boundary(2));
    }

    @Test
    void garbageBehindTheLastEntryAfterAPowerCutIsTakenOff() throws IOException {
        filled(2);
        var applied = position(2);
        try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.setLength(boundary(2) + 4096);
        }

        try (var log = FileLog.open(file(), Optional.of(applied), Opening.USUAL)) {
            assertThat(log.head()).isEqualTo(applied);
        }
        assertThat(Files.size(file())).isEqualTo(boundary(2));
    }

    @Test
    void entriesSwappedOrLeftOutAreFound() throws IOException {
        filled(3);
        var whole = Files.readAllBytes(file());
        var applied = position(3);
        var without = new ByteArrayOutputStream();
        without.write(whole, 0, (int) boundary(1));
        without.write(whole, (int) boundary(2), (int) (boundary(3) - boundary(2)));
        Files.write(file(), without.toByteArray());

        assertThatThrownBy(() -> FileLog.open(file(), Optional.of(applied), Opening.USUAL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("revision 3 stands after 1");
    }

    @Test
    void aLogOfAnotherRegistryIsFound() throws IOException {
        filled(2);
        var other = position(2);
        Files.delete(file());
        filled(2);

        assertThatThrownBy(() -> FileLog.open(file(), Optional.of(other), Opening.USUAL))
                .hasMessageContaining("the graph was made by another log");
    }

    @Test
    void aFailedWriteIsTakenBack() throws IOException {
        filled(1);
        Faults full = step -> {
            if (step == Faults.Step.LOG_WRITTEN) {
                throw new IOException("no space left on device");
            }
        };
        try (var log = FileLog.open(file(), Optional.of(position(1)), Opening.USUAL.with(full))) {
            assertThatThrownBy(() -> log.append(List.of(draft(Scribe.STAMP, List.of(quad("g s p 'x"))))))
                    .isInstanceOf(IOException.class);

            assertThat(log.head().revision()).isEqualTo(1);
            assertThat(Files.size(file())).isEqualTo(boundary(1));
        }
    }

    private void filled(int entries) throws IOException {
        Files.deleteIfExists(file());
        try (var log = open()) {
            for (var number = 0; number < entries; number++) {
                log.append(List.of(draft(Scribe.STAMP, List.of(quad("g s p 'value " + number)))));
            }
        }
    }

    private long boundary(int revision) throws IOException {
        return LogScan.of(file()).index().end(revision);
    }

    private Position position(int revision) throws IOException {
        try (var log = FileLog.open(file(), Optional.of(Position.START), Opening.USUAL);
                var tail = log.tail(0)) {
            for (var at = 1; at < revision; at++) {
                tail.next();
                tail.body(collecting(new ArrayList<>()));
            }
            tail.next();
            return tail.body(collecting(new ArrayList<>()));
        }
    }

    private FileLog open() throws IOException {
        return FileLog.open(file(), Optional.of(Position.START), Opening.USUAL);
    }

    private Path file() {
        return folder.resolve("changes.log");
    }

    private static Draft draft(Stamp stamp, List<Quad> quads) {
        return new Draft(stamp, Instant.EPOCH, 0, quads.size(), Payload.of(new Delta(List.of(), quads)));
    }

    private static QuadSink collecting(List<Quad> quads) {
        return new QuadSink() {
            @Override
            public void removed(Quad quad) {
                throw new AssertionError("nothing was removed");
            }

            @Override
            public void added(Quad quad) {
                quads.add(quad);
            }
        };
    }
}
