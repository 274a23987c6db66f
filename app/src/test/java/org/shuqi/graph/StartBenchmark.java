package org.shuqi.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.ChangeLog.Draft;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/**
 * What a start costs at size: a log of some large loads and many small entries, and a derived value of some hundred
 * megabytes. {@code app/docs/performance-start.md} says how to run it.
 */
final class StartBenchmark {

    private static final int LITERAL = 2_000;
    private static final int GROUP = 500;

    private StartBenchmark() {}

    /**
     * Arguments: an empty folder, megabytes of loads, small entries, megabytes of the derived value; or only a folder, to
     * open it as a registry, once.
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        if (arguments.length == 1) {
            timed("registry opened and closed", () -> {
                try (var registry = Registry.open(Settings.of(folder))) {
                    System.out.printf(
                            "  revision %,d: %,d ms%n", registry.store().revision(), since());
                }
            });
            return;
        }
        var entries = Integer.parseInt(arguments[2]);
        var derived = Integer.parseInt(arguments[3]);
        if (!Files.exists(folder.resolve("changes.log"))) {
            timed("writing the log", () -> write(folder, Integer.parseInt(arguments[1]), entries));
            timed("first start: the graph is made from the log", () -> start(folder, Opening.USUAL, derived));
        }
        System.out.printf(
                "log %,d MB, positions %,d kB, derived %,d MB%n",
                Files.size(folder.resolve("changes.log")) >> 20,
                Files.size(folder.resolve("changes.log.positions")) >> 10,
                Files.size(folder.resolve("derived").resolve("Bulk")) >> 20);
        timed("start after reading the whole log", () -> start(folder, Opening.USUAL.readingTheWholeLog(), derived));
        for (var round = 0; round < 3; round++) {
            timed("start", () -> start(folder, Opening.USUAL, derived));
        }
    }

    private static void write(Path folder, int megabytes, int entries) throws IOException {
        Files.createDirectories(folder);
        var random = new Random(7);
        try (var log = FileLog.open(
                folder.resolve("changes.log"), Optional.of(Position.START), Opening.USUAL.readingTheWholeLog())) {
            var quads = 100L * (1 << 20) / LITERAL;
            for (var written = 0; written < megabytes; written += 100) {
                var name = "load-" + written;
                log.append(List.of(new Draft(Scribe.STAMP, Instant.EPOCH, 0, quads, sink -> {
                    for (var number = 0L; number < quads; number++) {
                        sink.added(quad(name, name + "-" + number, random, LITERAL));
                    }
                })));
            }
            for (var written = 0; written < entries; written += GROUP) {
                var drafts = new ArrayList<Draft>();
                for (var number = 0; number < GROUP; number++) {
                    var name = "record-" + (written + number);
                    var content = List.of(quad(name, name, random, 40), quad(name, name + "-b", random, 40));
                    drafts.add(new Draft(Scribe.STAMP, Instant.EPOCH, 0, 2, Payload.of(new Delta(List.of(), content))));
                }
                log.append(drafts);
            }
        }
    }

    private static Quad quad(String graph, String subject, Random random, int length) {
        var text = random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Quad(Scribe.iri(graph), Scribe.iri(subject), Scribe.iri("p"), NodeFactory.createLiteralString(text));
    }

    private static void start(Path folder, Opening opening, int derived) {
        try (var scribe = new Scribe(folder, opening)) {
            System.out.printf("  open to revision %,d: %,d ms since the start%n", scribe.store.revision(), since());
            var value = scribe.store.derive(new Bulk(derived)).current();
            System.out.printf("  derived, %,d buffers: %,d ms since the start%n", value.size(), since());
        }
    }

    private static long began;

    private static long since() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void timed(String what, Step step) throws IOException {
        began = System.nanoTime();
        step.run();
        System.out.printf("%s: %,d ms%n", what, since());
    }

    /** A value of which only the size matters, mapped when it is read. */
    private record Bulk(int megabytes) implements Derivation<List<ByteBuffer>>, Keeping<List<ByteBuffer>> {

        @Override
        public List<ByteBuffer> build(DatasetGraph whole, long revision) {
            var bytes = new byte[1 << 20];
            new Random(1).nextBytes(bytes);
            return new ArrayList<>(java.util.Collections.nCopies(megabytes, ByteBuffer.wrap(bytes)));
        }

        @Override
        public List<ByteBuffer> next(List<ByteBuffer> previous, DatasetGraph now, long revision, Delta delta) {
            return previous;
        }

        @Override
        public Optional<Keeping<List<ByteBuffer>>> keeping() {
            return Optional.of(this);
        }

        @Override
        public String name() {
            return "Bulk";
        }

        @Override
        public String layout() {
            return "1, " + megabytes + " MB";
        }

        @Override
        public void write(List<ByteBuffer> value, WritableByteChannel out) throws IOException {
            for (var bytes : value) {
                out.write(bytes.duplicate());
            }
        }

        @Override
        public List<ByteBuffer> read(KeptBytes bytes, long revision) throws IOException {
            var mapped = new ArrayList<ByteBuffer>();
            for (var at = 0L; at < bytes.size(); at += 1L << 30) {
                mapped.add(bytes.map(at, Math.min(1L << 30, bytes.size() - at)));
            }
            return mapped;
        }
    }
}
