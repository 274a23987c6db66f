package org.shuqi.exchange;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.thrift.ThriftRDF;
import org.apache.jena.sparql.core.Quad;

/**
 * Quads of one file that have been read and checked, kept in a temporary file so that their number does not matter.
 *
 * <p>Written once, then read as often as wanted.
 */
final class Cargo implements AutoCloseable {

    private final Path spool;
    private final BufferedOutputStream out;
    private final StreamRDF writer;
    private long quads;

    private Cargo(Path spool, BufferedOutputStream out) {
        this.spool = spool;
        this.out = out;
        this.writer = ThriftRDF.streamToOutputStream(out, false);
        this.writer.start();
    }

    static Cargo empty() {
        try {
            var spool = Files.createTempFile("shuqi-", ".load");
            return new Cargo(spool, new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Quad quad) {
        quads++;
        if (quad.isDefaultGraph() || quad.isTriple()) {
            writer.triple(quad.asTriple());
        } else {
            writer.quad(quad);
        }
    }

    /** No more is added from here on. */
    Cargo sealed() {
        writer.finish();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    long size() {
        return quads;
    }

    /** Hands on every quad; those outside a named graph are in the default graph. */
    void forEach(Consumer<Quad> to) {
        try (var in = new BufferedInputStream(Files.newInputStream(spool), 1 << 16)) {
            ThriftRDF.inputStreamToStream(in, new StreamRDFBase() {
                @Override
                public void triple(Triple triple) {
                    to.accept(new Quad(Quad.defaultGraphIRI, triple));
                }

                @Override
                public void quad(Quad quad) {
                    to.accept(quad);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
