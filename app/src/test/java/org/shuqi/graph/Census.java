package org.shuqi.graph;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** How many quads each graph has; a derived value that is kept, and counts how it was come by. */
final class Census implements Derivation<Map<String, Long>> {

    final AtomicInteger built = new AtomicInteger();
    final AtomicInteger followed = new AtomicInteger();
    final AtomicInteger read = new AtomicInteger();
    private final String layout;
    private final int filler;

    Census() {
        this("1", 0);
    }

    /**
     * A census of its own layout.
     *
     * @param filler bytes written behind it, so that writing takes a while
     */
    Census(String layout, int filler) {
        this.layout = layout;
        this.filler = filler;
    }

    @Override
    public Map<String, Long> build(DatasetGraph whole, long revision) {
        built.incrementAndGet();
        var counts = new TreeMap<String, Long>();
        whole.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> count(counts, quad, 1));
        return counts;
    }

    @Override
    public Map<String, Long> next(Map<String, Long> previous, DatasetGraph now, long revision, Delta delta) {
        followed.incrementAndGet();
        var counts = new TreeMap<>(previous);
        delta.removed().forEach(quad -> count(counts, quad, -1));
        delta.added().forEach(quad -> count(counts, quad, 1));
        return counts;
    }

    private static void count(Map<String, Long> counts, Quad quad, long by) {
        counts.compute(quad.getGraph().getURI(), (graph, count) -> {
            var sum = (count == null ? 0 : count) + by;
            return sum == 0 ? null : sum;
        });
    }

    @Override
    public String name() {
        return "census";
    }

    @Override
    public Optional<Keeping<Map<String, Long>>> keeping() {
        return Optional.of(new Keeping<>() {

            @Override
            public String layout() {
                return layout;
            }

            @Override
            public void write(Map<String, Long> value, WritableByteChannel out) throws IOException {
                var lines = new StringBuilder();
                value.forEach((graph, count) ->
                        lines.append(graph).append(' ').append(count).append('\n'));
                var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
                out.write(ByteBuffer.allocate(4).putInt(0, bytes.length));
                out.write(ByteBuffer.wrap(bytes));
                for (var left = filler; left > 0; left -= 1 << 12) {
                    out.write(ByteBuffer.allocate(1 << 12));
                }
            }

            @Override
            public Map<String, Long> read(KeptBytes bytes, long revision) throws IOException {
                read.incrementAndGet();
                var length = bytes.map(0, 4).getInt();
                if (length > bytes.size() - 4) {
                    throw new EOFException("shorter than it says");
                }
                var text = ByteBuffer.allocate(length);
                bytes.read(4, text);
                var counts = new TreeMap<String, Long>();
                StandardCharsets.UTF_8.decode(text.flip()).toString().lines().forEach(line -> {
                    var words = line.split(" ");
                    counts.put(words[0], Long.parseLong(words[1]));
                });
                return counts;
            }
        });
    }
}
