package org.shuqi.web.workshop;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.graph.Store;
import org.shuqi.problem.Refusal;
import org.shuqi.standard.InForce;
import org.shuqi.standard.Places;
import org.shuqi.standard.Standard;
import org.shuqi.standard.Wording;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sh;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.View;

/** Lets people try shapes. Nothing is kept. */
@Controller("/workshop")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorkshopController {

    private static final String FIRST = "S-CAT";

    private final Screens screens;
    private final Store store;
    private final Standard standard;

    WorkshopController(Screens screens, Store store, Standard standard) {
        this.screens = screens;
        this.store = store;
        this.standard = standard;
    }

    /** Begins with a shape that holds, and a record that it is about. */
    @Get
    HttpResponse<?> begin(HttpRequest<?> request) {
        var chosen = Optional.ofNullable(request.getParameters().get("shape")).orElse(FIRST);
        try (var now = store.read()) {
            var held = standard.current();
            var shape = NodeFactory.createURI(Places.SHAPES + chosen);
            var text = Wording.of(shape, held.shapes());
            var sample = held.gate().focusNodes(now.dataset(), shape).stream()
                    .filter(Node::isURI)
                    .min(java.util.Comparator.comparing(Node::getURI))
                    .map(node -> Wording.of(node, now.union()))
                    .orElseGet(GraphFactory::createDefaultGraph);
            return screens.page(
                    request,
                    "workshop/workshop.jte",
                    new WorkshopPage(
                            names(held),
                            text.isEmpty() ? "" : chosen,
                            text.isEmpty() ? "" : Wording.write(text),
                            sample.isEmpty() ? "" : Wording.write(sample),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Preview.of(text, held.shapes(), now.union(), screens.view(request))));
        }
    }

    /** Tries what was written, on the data or on the records there are. */
    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> attempt(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var view = screens.view(request);
        var faults = new ArrayList<Fault>();
        var shape = read(posted.get("shape"), "shape", "workshop.shape.first", view, faults);
        var data = read(posted.get("data"), "data", "workshop.data.first", view, faults);
        try (var now = store.read()) {
            var held = standard.current();
            var report = Optional.<WorkshopPage.Report>empty();
            var live = Optional.<WorkshopPage.Live>empty();
            if (faults.isEmpty()) {
                try {
                    var bench = Bench.of(shape, held, now);
                    report = Optional.of(bench.on(data));
                    live = posted.find("live").map(any -> bench.live());
                } catch (Refusal refused) {
                    faults.add(new Fault("shape", view.t(refused.problem().detail())));
                }
            }
            return screens.page(
                    request,
                    faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                    "workshop/workshop.jte",
                    new WorkshopPage(
                            names(held),
                            posted.get("from"),
                            posted.get("shape"),
                            posted.get("data"),
                            faults,
                            report,
                            live,
                            Preview.of(shape, held.shapes(), now.union(), view)));
        }
    }

    /** The forms alone, while somebody writes the shape. */
    @Post(value = "/preview", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> preview(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var view = screens.view(request);
        var faults = new ArrayList<Fault>();
        var shape = read(Posted.of(request, body).get("shape"), "shape", "workshop.shape.first", view, faults);
        try (var now = store.read()) {
            var previews = Preview.of(shape, standard.current().shapes(), now.union(), view);
            return screens.page(
                    request,
                    "workshop/preview.jte",
                    new WorkshopPage(List.of(), "", "", "", faults, Optional.empty(), Optional.empty(), previews));
        }
    }

    private static Graph read(String text, String field, String key, View view, List<Fault> faults) {
        try {
            return Wording.parse(text);
        } catch (Refusal refused) {
            faults.add(new Fault(field, view.t(key, view.t(refused.problem().detail()))));
            return GraphFactory.createDefaultGraph();
        }
    }

    private static List<String> names(InForce held) {
        return held
                .shapes()
                .find(Node.ANY, Rdf.type, Sh.NodeShape)
                .mapWith(Triple::getSubject)
                .filterKeep(Places::isShape)
                .mapWith(node -> node.getURI().substring(Places.SHAPES.length()))
                .toList()
                .stream()
                .filter(name -> name.startsWith("S-"))
                .sorted()
                .toList();
    }
}
