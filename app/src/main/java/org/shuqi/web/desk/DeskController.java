package org.shuqi.web.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.clock.Clocks;
import org.shuqi.graph.Store;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.search.Facet;
import org.shuqi.search.Group;
import org.shuqi.search.SearchIndex;
import org.shuqi.search.Wanted;
import org.shuqi.web.Combo;
import org.shuqi.web.Crumb;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.find.Picks;

/** What somebody has to do today, and the question that everybody asks. */
@Controller("/")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeskController {

    private final Screens screens;
    private final Picks picks;
    private final SearchIndex index;
    private final Store store;
    private final Records records;
    private final Clocks clocks;
    private final Settings settings;

    DeskController(
            Screens screens,
            Picks picks,
            SearchIndex index,
            Store store,
            Records records,
            Clocks clocks,
            Settings settings) {
        this.screens = screens;
        this.picks = picks;
        this.index = index;
        this.store = store;
        this.records = records;
        this.clocks = clocks;
        this.settings = settings;
    }

    @Get
    HttpResponse<?> desk(HttpRequest<?> request, Caller caller) {
        var view = screens.view(request);
        var own = caller.organizations().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
        var usual = own.size() == 1
                ? picks.of(own.get(0), Group.ORGANIZATIONS, view).value()
                : "";
        try (var now = store.read()) {
            var agenda = new Agenda(
                    view,
                    now,
                    new Where(records),
                    clocks,
                    settings.clock().instant().atZone(settings.zone()),
                    Set.copyOf(own));
            return screens.page(
                    request,
                    "desk/desk.jte",
                    new DeskPage(
                            Combo.of("recipient", view.t("ask.field.recipient"), "organizations")
                                    .with(usual),
                            Combo.of("dataset", view.t("ask.field.dataset"), "datasets"),
                            Combo.of("purpose", view.t("ask.field.purpose"), "terms")
                                    .in("purpose"),
                            own.stream()
                                    .map(office -> new Crumb(
                                            Said.name(now.union(), office, view.language()),
                                            new Where(records).of(office, now.union())))
                                    .toList(),
                            agenda.due(Pager.wanted(request)),
                            agenda.waiting(Pager.wanted(request, "waiting")),
                            drafts(own, view, Pager.wanted(request, "drafts"))));
        }
    }

    private DeskPage.Drafts drafts(List<Node> own, View view, int page) {
        try {
            var narrowed = own.isEmpty()
                    ? Map.of(Facet.STATUS, Set.of("draft"))
                    : Map.of(
                            Facet.STATUS,
                            Set.of("draft"),
                            Facet.ORGANIZATION,
                            own.stream().map(Node::getURI).collect(Collectors.toSet()));
            var found =
                    index.search(new Wanted("", Optional.empty(), narrowed, true, (page - 1) * Pager.ROWS, Pager.ROWS));
            var where = new Where(records);
            try (var now = store.read()) {
                var rows = found.hits().stream()
                        .map(hit -> new Crumb(
                                Said.name(now.union(), hit.iri(), view.language()), where.of(hit.iri(), now.union())))
                        .toList();
                return new DeskPage.Drafts(rows, new Pager(page, Pager.ROWS, found.total()), Optional.empty());
            }
        } catch (Refusal refused) {
            // the rest of the desk is of use without
            return new DeskPage.Drafts(
                    List.of(),
                    new Pager(1, Pager.ROWS, 0),
                    Optional.of(view.t(refused.problem().detail())));
        }
    }
}
