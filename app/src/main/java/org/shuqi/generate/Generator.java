package org.shuqi.generate;

import java.io.OutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/**
 * Grows an invented registry of any size: the same numbers give the same statements, in the same order, for ever.
 *
 * <p>Nothing is kept in memory but the list of places, so that a nation of millions of data sets takes no more room than
 * a city. The statements of one named graph stand together. The result rests on the shipped code lists and breaks no
 * shape; every organisation in it says that it is invented.
 */
public final class Generator {

    private final World world;
    private final Grants grants;
    private final Norms norms;

    private Generator(World world) {
        this.world = world;
        this.grants = new Grants(world);
        this.norms = new Norms(world, grants);
    }

    /**
     * A registry to be.
     *
     * @param datasets how many catalogue entries, at least 1; about one organisation for thirty of them
     * @param seed any number; another one gives another registry
     * @param baseIri what every IRI starts with, ending in a slash
     */
    public static Generator of(long datasets, long seed, String baseIri) {
        return new Generator(new World(Size.of(datasets), seed, baseIri));
    }

    /** Writes the registry as N-Quads in UTF-8 and flushes, but leaves the stream open. */
    public void write(OutputStream out) {
        write(StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS_UTF8));
    }

    /** Hands the registry to a sink, between its start and its finish. */
    public void write(StreamRDF sink) {
        sink.start();
        var quads = new Quads(sink, world.graph("norms"));
        new NormsRdf(world, norms, quads).write();
        new OrganizationsRdf(world, quads).write();
        new CatalogsRdf(world, quads).write();
        new GrantsRdf(world, grants, quads).write();
        sink.finish();
    }

    /** Questions about this registry, without end; the same seed asks the same ones. */
    public QuestionStream questions(long seed) {
        return new QuestionStream(world, grants, norms, seed);
    }

    /** How many organisations the registry has. */
    public int organisations() {
        return world.size().organisations();
    }

    /** How many agreements the registry has, in whatever state. */
    public long agreements() {
        return world.size().agreements();
    }
}
