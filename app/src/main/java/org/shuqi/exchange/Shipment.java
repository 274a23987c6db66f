package org.shuqi.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.record.Intake;

/**
 * One file that has been read whole and found to be well-formed.
 *
 * @param file where it came from
 * @param manifest what it brings
 * @param cargo its quads
 * @param remarks what a mapping had to leave out
 */
record Shipment(SourceFile file, Manifest manifest, Cargo cargo, List<Remark> remarks) implements AutoCloseable {

    /**
     * Reads an RDF file.
     *
     * @throws Refusal MALFORMED, with the name of the file and the place of the fault
     */
    static Shipment rdf(SourceFile file, Progress progress) {
        var intake = Intake.of(Syntax.of(file), Optional.empty()).labelled(file.fingerprint());
        return read(file, progress, (in, to) -> {
            intake.read(in, new Handing(to));
            return List.of();
        });
    }

    /**
     * Reads a file of another format.
     *
     * @throws Refusal MALFORMED, with the name of the file
     */
    static Shipment foreign(SourceFile file, Mapping mapping, String baseIri, Progress progress) {
        return read(file, progress, (in, to) -> mapping.read(in, baseIri, to));
    }

    private static Shipment read(SourceFile file, Progress progress, Reading reading) {
        var manifest = new Manifest();
        var cargo = Cargo.empty();
        progress.begins(file.path(), file.size());
        try (var in = file.open(new Watched(Files.newInputStream(file.path()), progress))) {
            var remarks = reading.read(in, quad -> {
                manifest.note(quad);
                cargo.add(quad);
            });
            return new Shipment(file, manifest, cargo.sealed(), new ArrayList<>(remarks));
        } catch (IOException e) {
            cargo.close();
            throw file.damaged(e);
        } catch (Refusal refusal) {
            cargo.close();
            throw inFile(file, refusal.problem());
        } finally {
            progress.ends();
        }
    }

    private static Refusal inFile(SourceFile file, Problem problem) {
        var detail = new Text(
                "`" + file.path() + "`：" + problem.detail().zh(),
                "`" + file.path() + "`: " + problem.detail().en());
        return new Refusal(new Problem(problem.kind(), detail, problem.violations()));
    }

    @Override
    public void close() {
        cargo.close();
    }

    /** Reads the content of a file. */
    private interface Reading {
        List<Remark> read(InputStream in, Consumer<Quad> to) throws IOException;
    }

    /** Hands on what a parser says. */
    private static final class Handing extends StreamRDFBase {

        private final Consumer<Quad> to;

        Handing(Consumer<Quad> to) {
            this.to = to;
        }

        @Override
        public void triple(Triple triple) {
            to.accept(new Quad(Quad.defaultGraphIRI, triple));
        }

        @Override
        public void quad(Quad quad) {
            to.accept(quad);
        }
    }
}
