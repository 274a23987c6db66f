package org.shuqi.web.vocab;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.access.Role;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.standard.Places;
import org.shuqi.standard.Standard;
import org.shuqi.standard.Wording;
import org.shuqi.web.Screens;
import org.shuqi.web.View;

/** Shows the words and shapes in force. */
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VocabController {

    private static final String WORDS = "https://w3id.org/shuqi/graph/";

    private final Screens screens;
    private final Store store;
    private final Standard standard;

    VocabController(Screens screens, Store store, Standard standard) {
        this.screens = screens;
        this.store = store;
        this.standard = standard;
    }

    /** What there is, or what has the words of {@code q} in its name. */
    @Get("/vocab")
    HttpResponse<?> all(HttpRequest<?> request) {
        var view = screens.view(request);
        var wanted =
                Optional.ofNullable(request.getParameters().get("q")).orElse("").strip();
        try (var now = store.read()) {
            var held = standard.current();
            var lexicon = Lexicon.of(now, held, view.language());
            return screens.page(
                    request,
                    "vocab/vocab.jte",
                    new VocabPage(
                            held.number(),
                            wanted,
                            wanted.isEmpty() ? List.of() : lexicon.search(wanted),
                            lexicon.tops(),
                            lexicon.properties(view),
                            lexicon.lists(),
                            lexicon.shapeEntries()));
        }
    }

    /** All of it in a row, to be printed. */
    @Get("/vocab/print")
    HttpResponse<?> book(HttpRequest<?> request) {
        var view = screens.view(request);
        try (var now = store.read()) {
            var held = standard.current();
            var book = new Book(Lexicon.of(now, held, view.language()), held, view);
            return screens.page(request, "vocab/book.jte", book.page());
        }
    }

    /** One word; as RDF if {@code as} says so. */
    @Get("/vocab/{+name}")
    HttpResponse<?> term(String name, HttpRequest<?> request) {
        var view = screens.view(request);
        if (name.startsWith("http")
                && !Lexicon.address(NodeFactory.createURI(name)).isEmpty()) {
            return Screens.to(Lexicon.address(NodeFactory.createURI(name)));
        }
        try (var now = store.read()) {
            var held = standard.current();
            var lexicon = Lexicon.of(now, held, view.language());
            var term = lexicon.named(name);
            if (term.isEmpty()) {
                return screens.page(
                        request,
                        HttpStatus.NOT_FOUND,
                        "vocab/unknown.jte",
                        new UnknownPage(name, lexicon.nearest(name)));
            }
            var format = request.getParameters().get("as");
            if (format != null) {
                return text(term.get(), lexicon, format);
            }
            return screens.page(
                    request,
                    "vocab/term.jte",
                    new TermReading(lexicon, held).term(term.get(), uses(term.get(), now.dataset()), edits(view)));
        }
    }

    /** One shape. */
    @Get("/shapes/{name:[A-Z].*}")
    HttpResponse<?> shape(String name, HttpRequest<?> request) {
        var view = screens.view(request);
        try (var now = store.read()) {
            var held = standard.current();
            var lexicon = Lexicon.of(now, held, view.language());
            var shape = NodeFactory.createURI(Places.SHAPES + name);
            if (!held.shapes().contains(shape, Node.ANY, Node.ANY)) {
                return screens.page(
                        request,
                        HttpStatus.NOT_FOUND,
                        "vocab/unknown.jte",
                        new UnknownPage(name, lexicon.nearestShapes(name)));
            }
            var records = held.gate().focusNodes(now.dataset(), shape).size();
            return screens.page(
                    request, "vocab/shape.jte", new TermReading(lexicon, held).shape(shape, records, edits(view)));
        }
    }

    private static boolean edits(View view) {
        return view.is(Role.STANDARDS_EDITOR);
    }

    private static HttpResponse<byte[]> text(Node term, Lexicon lexicon, String format) {
        var said = Wording.of(term, lexicon.words());
        return switch (format) {
            case "ttl" ->
                HttpResponse.ok(Wording.write(said).getBytes(StandardCharsets.UTF_8))
                        .contentType("text/turtle; charset=utf-8");
            case "jsonld" -> {
                var out = new ByteArrayOutputStream();
                RDFWriter.source(said).format(RDFFormat.JSONLD11_PLAIN).build().output(out);
                yield HttpResponse.ok(out.toByteArray()).contentType("application/ld+json");
            }
            default ->
                throw Refusal.of(
                        Kind.NOT_ACCEPTABLE,
                        "没有格式 `%s`；可用 ttl、jsonld",
                        "there is no format `%s`; take ttl or jsonld",
                        format);
        };
    }

    /** Statements of the records that the reader may read, outside the words themselves. */
    private static long uses(Node term, DatasetGraph registry) {
        var count = 0L;
        for (var found : List.of(
                registry.find(Node.ANY, Node.ANY, Node.ANY, term), registry.find(Node.ANY, Node.ANY, term, Node.ANY))) {
            while (found.hasNext()) {
                count += found.next().getGraph().getURI().startsWith(WORDS) ? 0 : 1;
            }
        }
        return count;
    }
}
