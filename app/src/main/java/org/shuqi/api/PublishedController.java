package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonContext;
import org.shuqi.standard.Published;
import org.shuqi.standard.Standard;

/** The published ontology, shapes and context: what this registry works with, and every version of it there has been. */
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublishedController {

    private static final List<Format> OFFERED =
            List.of(Format.TURTLE, Format.JSON_LD, Format.RDF_XML, Format.N_TRIPLES);
    private static final String FOR_A_DAY = "public, max-age=86400";
    /** What holds may change with the next version. */
    private static final String FOR_A_MINUTE = "public, max-age=60";

    private final Standard standard;

    PublishedController(Standard standard) {
        this.standard = standard;
    }

    @Get("/context/shuqi.jsonld")
    HttpResponse<byte[]> context() {
        return Replies.of(HttpStatus.OK, Format.JSON_LD.mediaType(), JsonContext.bytes())
                .header("Cache-Control", FOR_A_DAY);
    }

    @Get("/ontology")
    HttpResponse<byte[]> ontology(HttpRequest<?> request) {
        var now = standard.current();
        return graph(request, Published.of(now).terms(now.number()).orElseThrow(), FOR_A_MINUTE);
    }

    /** A version, or one file of it: {@code /ontology/0.1.0}, {@code /ontology/terms/agreement.ttl}. */
    @Get("/ontology/{+path}")
    HttpResponse<byte[]> ontology(String path, HttpRequest<?> request) {
        return published()
                .terms(path)
                .map(terms -> graph(request, terms, FOR_A_DAY))
                .orElseGet(() -> file(request, "ontology/" + path));
    }

    @Get("/shapes")
    HttpResponse<byte[]> shapes(HttpRequest<?> request) {
        return graph(request, standard.current().shapes(), FOR_A_MINUTE);
    }

    /** A version, or one file of it; a name in capitals is that of a shape, which has a page. */
    @Get("/shapes/{path:[a-z0-9].*}")
    HttpResponse<byte[]> shapes(String path, HttpRequest<?> request) {
        return published()
                .shapes(path)
                .map(shapes -> graph(request, shapes, FOR_A_DAY))
                .orElseGet(() -> file(request, "shapes/" + path));
    }

    private Published published() {
        return Published.of(standard.current());
    }

    private static HttpResponse<byte[]> graph(HttpRequest<?> request, Graph graph, String keep) {
        var format = Format.wanted(request, OFFERED);
        return Replies.of(HttpStatus.OK, format.mediaType(), RdfText.write(graph, format))
                .header("Cache-Control", keep);
    }

    /** One file: as it is under its name unless something of it was changed since, in any format without the ending. */
    private HttpResponse<byte[]> file(HttpRequest<?> request, String path) {
        var plain = path.endsWith(".ttl") ? path.substring(0, path.length() - ".ttl".length()) : path;
        var bytes = bytes(plain + ".ttl")
                .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "没有发布文件 `%s`", "there is no published file `%s`", path));
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(bytes)).lang(Lang.TURTLE).parse(graph);
        var changed = published().file(plain + ".ttl", graph);
        if (path.endsWith(".ttl")) {
            return Replies.of(
                            HttpStatus.OK,
                            Format.TURTLE.mediaType(),
                            changed.map(now -> RdfText.write(now, Format.TURTLE))
                                    .orElse(bytes))
                    .header("Cache-Control", FOR_A_MINUTE);
        }
        return graph(request, changed.orElse(graph), FOR_A_MINUTE);
    }

    private static Optional<byte[]> bytes(String path) {
        // only names that a release file can have: nothing that could lead out of the folder
        if (!path.matches("(ontology|shapes)(/[a-z0-9][a-z0-9-]*)+\\.ttl")) {
            return Optional.empty();
        }
        try (var in = PublishedController.class.getResourceAsStream("/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
