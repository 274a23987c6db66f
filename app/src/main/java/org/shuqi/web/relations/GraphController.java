package org.shuqi.web.relations;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shuqi.api.Replies;
import org.shuqi.decision.Lists;
import org.shuqi.web.Address;
import org.shuqi.web.Screens;

/** The whole graph, for whoever asks for it after the matrix; drawn by the browser. */
@Controller("/relations/graph")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphController {

    /** More are a hairball, and keep a browser busy for long. */
    private static final int MOST_EDGES = 1500;

    private static final List<String> SCRIPTS =
            List.of("cytoscape.min.js", "layout-base.js", "cose-base.js", "cytoscape-fcose.js");

    /** Cytoscape writes one style element, always the same; a browser lets just that one in. */
    private static final String ITS_STYLE = "style-src 'self' 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='";

    private final Survey survey;
    private final Screens screens;

    GraphController(Survey survey, Screens screens) {
        this.survey = survey;
        this.screens = screens;
    }

    @Get
    HttpResponse<?> graph(HttpRequest<?> request) {
        var wanted = RelationsController.wanted(request);
        var found = survey.pairs(wanted);
        var page = new GraphPage(
                organizations(found).size(),
                found.pairs().size(),
                wanted.kept(Address.of("/relations/graph/data")).toString(),
                wanted.kept(Address.of("/relations")).toString(),
                SCRIPTS,
                found.isTooLarge() || found.pairs().size() > MOST_EDGES);
        var reply = screens.page(request, "relations/graph.jte", page);
        var policy = reply.getHeaders().get("Content-Security-Policy");
        reply.getHeaders()
                .set("Content-Security-Policy", String.valueOf(policy).replace("style-src 'self'", ITS_STYLE));
        return reply;
    }

    /** What is drawn: organisations, and how many datasets pass between them. */
    @Get("/data")
    HttpResponse<byte[]> data(HttpRequest<?> request) {
        var wanted = RelationsController.wanted(request);
        var found = survey.pairs(wanted);
        var view = screens.view(request);
        var names = new Names(view.language());
        var drawing = new Drawing(view, wanted);
        var nodes = organizations(found).stream()
                .map(one -> Map.of("id", one.iri(), "name", names.of(one).text(), "href", drawing.around(one)))
                .toList();
        var edges = found.pairs().stream()
                .map(pair -> Map.of(
                        "source", pair.provider().iri(),
                        "target", pair.recipient().iri(),
                        "count", pair.datasets().size(),
                        "href", drawing.list(pair)))
                .toList();
        return Replies.json(Map.of("nodes", nodes, "edges", edges), found.revision())
                .header("Cache-Control", "no-store");
    }

    private static LinkedHashSet<Lists.Named> organizations(Survey.Found found) {
        var all = new LinkedHashSet<Lists.Named>();
        found.pairs().stream()
                .flatMap(pair -> Stream.of(pair.provider(), pair.recipient()))
                .forEach(all::add);
        return all;
    }
}
