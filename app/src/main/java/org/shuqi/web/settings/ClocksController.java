package org.shuqi.web.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.shuqi.access.Role;
import org.shuqi.api.Links;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Shows every clock with the time limits set for it, by law and by profiles; these are what an area may change. */
@Controller("/settings/clocks")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClocksController {

    /** The limits of Order 809 in the order of their articles. */
    private static final List<String> STATUTORY = List.of(
            "catalogue-update",
            "catalogue-review",
            "unconditional-reply",
            "conditional-reply",
            "delivery",
            "correction");

    private final Store store;
    private final Records records;
    private final Screens screens;

    ClocksController(Store store, Records records, Screens screens) {
        this.store = store;
        this.records = records;
        this.screens = screens;
    }

    @Get
    HttpResponse<?> clocks(HttpRequest<?> request) {
        var view = screens.view(request);
        var mayChange = view.is(Role.STANDARDS_EDITOR);
        try (var now = store.read()) {
            var union = now.union();
            var rows = G.listPO(union, Skos.inScheme, Sq.scheme("clock")).stream()
                    .sorted(Comparator.comparingInt(ClocksController::rank).thenComparing(node -> node.toString()))
                    .map(clock -> clock(clock, union, view, mayChange))
                    .toList();
            return screens.page(
                    request, "settings/clocks.jte", new ClocksPage(rows, mayChange ? "/settings/profiles/new" : ""));
        }
    }

    private ClocksPage.Clock clock(Node clock, Graph union, View view, boolean mayChange) {
        var rank = STATUTORY.indexOf(last(clock));
        var where = new Where(records);
        var rules = G.listPO(union, Sq.clock, clock).stream()
                .filter(node -> union.contains(node, Rdf.type, Sq.ClockRule))
                .toList();
        var limits = new ArrayList<ClocksPage.Limit>();
        for (var profile : G.listPO(union, Rdf.type, Sq.JurisdictionProfile).stream()
                .sorted(Comparator.comparing((Node node) -> node.toString()).reversed())
                .toList()) {
            G.listSP(union, profile, Sq.deadline).stream()
                    .filter(deadline -> union.contains(deadline, Sq.clock, clock))
                    .forEach(deadline -> limits.add(limit(deadline, profile, union, view, mayChange)));
        }
        return new ClocksPage.Clock(
                rank < 0 ? "" : "T" + (rank + 1),
                Said.name(union, clock, view.language()),
                rules.stream()
                        .flatMap(rule -> G.listSP(union, rule, Sq.appliesTo).stream())
                        .distinct()
                        .map(type -> new Crumb(Said.name(union, type, view.language()), where.of(type, union)))
                        .toList(),
                rules.stream()
                        .flatMap(rule -> G.listSP(union, rule, Sq.responsibleAs).stream())
                        .distinct()
                        .map(part -> Said.name(union, part, view.language()))
                        .toList(),
                limits);
    }

    private ClocksPage.Limit limit(Node deadline, Node profile, Graph union, View view, boolean mayChange) {
        var where = new Where(records);
        var isOwn = profile.getURI().startsWith(records.baseIri());
        return new ClocksPage.Limit(
                text(union, deadline, Sq.workingDays),
                text(union, deadline, Sq.extensionDays),
                G.listSP(union, deadline, Sq.legalBasis).stream()
                        .map(law -> new Crumb(Said.name(union, law, view.language()), where.of(law, union)))
                        .toList(),
                new Crumb(Said.name(union, profile, view.language()), where.of(profile, union)),
                isOwn && mayChange
                        ? "/settings/profiles/" + Links.path(records.id(RecordKind.PROFILES, profile)) + "/edit"
                        : "");
    }

    private static String text(Graph union, Node subject, Node property) {
        return G.listSP(union, subject, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    private static int rank(Node clock) {
        var rank = STATUTORY.indexOf(last(clock));
        return rank < 0 ? STATUTORY.size() : rank;
    }

    private static String last(Node node) {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }
}
