package org.shuqi.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Descriptions;
import org.shuqi.record.RecordKind;
import org.shuqi.record.WholeGraphs;
import org.shuqi.vocabulary.Rdf;

/** Writes what a registry holds, quad by quad where the syntax allows it. */
public final class Exports {

    /** Prefixes that make Turtle and TriG readable; they change nothing. */
    private static final String[][] PREFIXES = {
        {"sq", "https://w3id.org/shuqi/ns#"},
        {"dcat", "http://www.w3.org/ns/dcat#"},
        {"dct", "http://purl.org/dc/terms/"},
        {"skos", "http://www.w3.org/2004/02/skos/core#"},
        {"org", "http://www.w3.org/ns/org#"},
        {"odrl", "http://www.w3.org/ns/odrl/2/"},
        {"prov", "http://www.w3.org/ns/prov#"},
        {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    };

    private final Snapshot now;

    /** For one revision. */
    public Exports(Snapshot now) {
        this.now = now;
    }

    /**
     * What to write; one of graph and kind at most.
     *
     * @param graph one named graph
     * @param kind the records of one kind, each with what it owns
     * @param shipped whether the graphs of the shipped release are wanted too
     */
    public record Choice(Optional<String> graph, Optional<RecordKind> kind, boolean shipped) {}

    /**
     * Writes.
     *
     * @param about lines on who took the file, when and why; they stand where the syntax has room for remarks, and are no
     *     statements
     * @return how many statements
     * @throws Refusal UNKNOWN if there is no such graph; NOT_ACCEPTABLE if the syntax cannot hold what was chosen
     */
    public long write(Choice choice, Lang lang, List<String> about, OutputStream out) throws IOException {
        choice.graph().filter(name -> !has(name)).ifPresent(name -> {
            throw Refusal.of(Kind.UNKNOWN, "没有命名图 `%s`；请核对", "no named graph `%s`; check the name", name);
        });
        var remarks = new Remarks(about);
        if (StreamRDFWriter.registered(lang)) {
            remarks.above(out);
            return stream(choice, StreamRDFWriter.getWriterStream(out, lang), RDFLanguages.isQuads(lang));
        }
        if (choice.graph().isEmpty() && choice.kind().isEmpty()) {
            throw Refusal.of(
                    Kind.NOT_ACCEPTABLE,
                    "`%s` 只适合一个图或一类记录；请加 --graph 或 --kind，或改用 trig、nquads",
                    "`%s` is for one graph or one kind of record; add --graph or --kind, or take trig or nquads",
                    lang.getName());
        }
        var document = new ByteArrayOutputStream();
        var count = whole(choice, lang, document);
        remarks.within(document.toString(StandardCharsets.UTF_8), lang, out);
        return count;
    }

    private long stream(Choice choice, StreamRDF to, boolean quads) {
        var count = new long[1];
        to.start();
        for (var prefix : PREFIXES) {
            to.prefix(prefix[0], prefix[1]);
        }
        each(choice, quad -> {
            count[0]++;
            if (quads) {
                to.quad(quad);
            } else {
                to.triple(quad.asTriple());
            }
        });
        to.finish();
        return count[0];
    }

    private long whole(Choice choice, Lang lang, OutputStream out) {
        var graph = GraphFactory.createDefaultGraph();
        for (var prefix : PREFIXES) {
            graph.getPrefixMapping().setNsPrefix(prefix[0], prefix[1]);
        }
        each(choice, quad -> graph.add(quad.asTriple()));
        RDFWriter.source(graph).lang(lang).output(out);
        return graph.size();
    }

    private void each(Choice choice, Consumer<Quad> to) {
        if (choice.kind().isPresent()) {
            records(choice.kind().get(), choice.shipped(), to);
        } else if (choice.graph().isPresent()) {
            all(NodeFactory.createURI(choice.graph().get()), to);
        } else {
            now.dataset().listGraphNodes().forEachRemaining(graph -> {
                if (isWanted(graph, choice.shipped())) {
                    all(graph, to);
                }
            });
        }
    }

    private void all(Node graph, Consumer<Quad> to) {
        now.dataset().find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(to);
    }

    private void records(RecordKind kind, boolean shipped, Consumer<Quad> to) {
        kind.types().stream()
                .flatMap(type -> stream(type))
                .filter(quad -> isWanted(quad.getGraph(), shipped) && isFirst(kind, quad))
                .forEach(quad -> {
                    Graph source = now.dataset().getGraph(quad.getGraph());
                    Descriptions.of(quad.getSubject(), source)
                            .find()
                            .forEachRemaining(triple -> to.accept(new Quad(quad.getGraph(), triple)));
                });
    }

    private Stream<Quad> stream(Node type) {
        return now.dataset().stream(Node.ANY, Node.ANY, Rdf.type, type);
    }

    /** A record with two classes of its kind is written once. */
    private boolean isFirst(RecordKind kind, Quad quad) {
        return kind.types().stream()
                .takeWhile(type -> !type.equals(quad.getObject()))
                .noneMatch(type -> now.dataset().contains(quad.getGraph(), quad.getSubject(), Rdf.type, type));
    }

    private boolean has(String graph) {
        return now.dataset().contains(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY);
    }

    private static boolean isWanted(Node graph, boolean shipped) {
        return shipped || !graph.getURI().startsWith(WholeGraphs.RELEASED);
    }
}
