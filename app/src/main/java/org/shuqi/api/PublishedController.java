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
import org.shuqi.gate.Gate;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonContext;
import org.shuqi.vocabulary.Release;

/** The published ontology, shapes and context: the very bytes that this program works with. */
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublishedController {

    private static final List<Format> OFFERED =
            List.of(Format.TURTLE, Format.JSON_LD, Format.RDF_XML, Format.N_TRIPLES);
    private static final String ONTOLOGY_GRAPH = "https://w3id.org/shuqi/graph/ontology";
    private static final String FOR_A_DAY = "public, max-age=86400";

    @Get("/context/shuqi.jsonld")
    HttpResponse<byte[]> context() {
        return Replies.of(HttpStatus.OK, Format.JSON_LD.mediaType(), JsonContext.bytes())
                .header("Cache-Control", FOR_A_DAY);
    }

    @Get("/ontology")
    HttpResponse<byte[]> ontology(HttpRequest<?> request) {
        return graph(request, terms());
    }

    /** A version, or one file of it: {@code /ontology/0.1.0}, {@code /ontology/terms/agreement.ttl}. */
    @Get("/ontology/{+path}")
    HttpResponse<byte[]> ontology(String path, HttpRequest<?> request) {
        return path.equals(Release.VERSION) ? graph(request, terms()) : file(request, "ontology/" + path);
    }

    @Get("/shapes")
    HttpResponse<byte[]> shapes(HttpRequest<?> request) {
        return graph(request, Gate.published());
    }

    @Get("/shapes/{+path}")
    HttpResponse<byte[]> shapes(String path, HttpRequest<?> request) {
        return path.equals(Release.VERSION) ? graph(request, Gate.published()) : file(request, "shapes/" + path);
    }

    private static Graph terms() {
        var all = GraphFactory.createDefaultGraph();
        Release.parts().stream()
                .filter(part -> part.graph().equals(ONTOLOGY_GRAPH))
                .forEach(part -> {
                    try (var in = part.open()) {
                        RDFParser.source(in).lang(Lang.TURTLE).parse(all);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
        return all;
    }

    private static HttpResponse<byte[]> graph(HttpRequest<?> request, Graph graph) {
        var format = Format.wanted(request, OFFERED);
        return Replies.of(HttpStatus.OK, format.mediaType(), RdfText.write(graph, format))
                .header("Cache-Control", FOR_A_DAY);
    }

    /** One file: as it is under its name, in any format without the ending. */
    private static HttpResponse<byte[]> file(HttpRequest<?> request, String path) {
        var plain = path.endsWith(".ttl") ? path.substring(0, path.length() - ".ttl".length()) : path;
        var bytes = bytes(plain + ".ttl")
                .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "没有发布文件 `%s`", "there is no published file `%s`", path));
        if (path.endsWith(".ttl")) {
            return Replies.of(HttpStatus.OK, Format.TURTLE.mediaType(), bytes).header("Cache-Control", FOR_A_DAY);
        }
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(bytes)).lang(Lang.TURTLE).parse(graph);
        return graph(request, graph);
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
