package org.shuqi.web.relations;

import com.ibm.icu.text.Collator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.decision.Lists;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.web.Address;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Shows who shares with whom: all, around one organisation, or between two. */
@Controller("/relations")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RelationsController {

    private static final int MOST_CHOICES = 400;

    private final Survey survey;
    private final Screens screens;
    private final Store store;
    private final Records records;
    private final Settings settings;

    RelationsController(Survey survey, Screens screens, Store store, Records records, Settings settings) {
        this.survey = survey;
        this.screens = screens;
        this.store = store;
        this.records = records;
        this.settings = settings;
    }

    @Get
    HttpResponse<?> relations(HttpRequest<?> request) {
        var wanted = wanted(request);
        return wanted.isPair()
                ? screens.page(request, "relations/pair.jte", pair(request, wanted))
                : screens.page(request, "relations/relations.jte", all(request, wanted));
    }

    static Wanted wanted(HttpRequest<?> request) {
        var given = request.getParameters();
        return new Wanted(
                given.getFirst("provider").orElse("").strip(),
                given.getFirst("recipient").orElse("").strip(),
                given.getFirst("organization").orElse("").strip(),
                given.getFirst("basis").filter("all"::equals).isPresent(),
                given.getFirst("at").orElse("").strip());
    }

    private RelationsPage all(HttpRequest<?> request, Wanted wanted) {
        var view = screens.view(request);
        var names = new Names(view.language());
        var found = survey.pairs(wanted);
        var pairs = found.pairs().stream()
                .sorted(Comparator.comparing(Pair::provider, names.order())
                        .thenComparing(Pair::recipient, names.order()))
                .toList();
        var drawing = new Drawing(view, wanted);
        var name = wanted.organization().isEmpty()
                ? Optional.<Said>empty()
                : Optional.of(name(wanted.organization(), view));
        var drawn = name.isEmpty()
                ? drawing.matrix(pairs)
                : drawing.neighbourhood(
                        pairs, iri(wanted.organization()).getURI(), name.get().text());
        var pager = new Pager(Pager.wanted(request), Pager.ROWS, pairs.size());
        return new RelationsPage(
                wanted.organization(),
                name,
                wanted.everything(),
                wanted.at(),
                found.isTooLarge() ? "" : view.time(found.at()),
                found.revision(),
                organizations(view),
                drawn.svg(),
                drawn.left(),
                pairs.stream()
                        .skip(pager.before())
                        .limit(pager.size())
                        .map(pair -> row(pair, drawing, names, view))
                        .toList(),
                pager,
                found.isTooLarge(),
                wanted.kept(Address.of("/relations/graph")).toString());
    }

    private static RelationsPage.Row row(Pair pair, Drawing drawing, Names names, View view) {
        return new RelationsPage.Row(
                new RelationsPage.Named(names.of(pair.provider()), drawing.around(pair.provider())),
                new RelationsPage.Named(names.of(pair.recipient()), drawing.around(pair.recipient())),
                pair.datasets().size(),
                pair.grants().size(),
                pair.until().map(view::date).orElse(""),
                drawing.list(pair));
    }

    private PairPage pair(HttpRequest<?> request, Wanted wanted) {
        var view = screens.view(request);
        var names = new Names(view.language());
        var byDataset = survey.between(wanted).stream()
                .sorted(Comparator.comparing(Lists.Flow::dataset, names.order()))
                .collect(Collectors.groupingBy(flow -> flow.dataset().iri(), LinkedHashMap::new, Collectors.toList()));
        var pager = new Pager(Pager.wanted(request), Pager.ROWS, byDataset.size());
        var now = settings.clock().instant();
        return new PairPage(
                side(wanted.provider(), wanted, view),
                side(wanted.recipient(), wanted, view),
                wanted.at().isEmpty() ? view.time(now) : wanted.at(),
                new Drawing(view, wanted).bars(byDataset, now, settings.zone()),
                byDataset.values().stream()
                        .skip(pager.before())
                        .limit(pager.size())
                        .map(flows -> row(flows, wanted, names, view))
                        .toList(),
                pager,
                wanted.address("", "", ""),
                wanted.address(wanted.recipient(), wanted.provider(), ""),
                file(wanted));
    }

    private RelationsPage.Named side(String organization, Wanted wanted, View view) {
        return new RelationsPage.Named(name(organization, view), wanted.address("", "", organization));
    }

    private PairPage.Row row(List<Lists.Flow> flows, Wanted wanted, Names names, View view) {
        var dataset = flows.get(0).dataset();
        var id = Names.id(dataset.iri(), "dataset");
        var until = flows.stream().flatMap(flow -> flow.validUntil().stream()).min(Instant::compareTo);
        return new PairPage.Row(
                new RelationsPage.Named(names.of(dataset), Where.page(RecordKind.DATASETS, id)),
                flows.stream().map(flow -> names.of(flow.purpose())).distinct().toList(),
                flows.stream()
                        .flatMap(flow -> flow.grants().stream())
                        .distinct()
                        .map(this::grant)
                        .toList(),
                flows.stream()
                        .flatMap(flow -> flow.level().stream())
                        .map(names::of)
                        .findFirst(),
                until.map(view::date).orElse(""),
                Address.of("/ask")
                        .with("recipient", wanted.recipient())
                        .with("dataset", id)
                        .toString());
    }

    private RelationsPage.Named grant(String iri) {
        var code = iri.substring(iri.lastIndexOf('/') + 1);
        return new RelationsPage.Named(Said.code(code), new Where(records).of(iri));
    }

    private static Address file(Wanted wanted) {
        return Address.of("/api/v1/decisions/matrix")
                .with("format", "xlsx")
                .with("provider", wanted.provider())
                .with("recipient", wanted.recipient())
                .with("partial", "true")
                .with("granted", wanted.everything() ? "" : "true")
                .with("at", wanted.at());
    }

    private Node iri(String organization) {
        return records.iri(RecordKind.ORGANIZATIONS, organization);
    }

    private Said name(String organization, View view) {
        try (var now = store.read()) {
            return Said.name(now.union(), iri(organization), view.language());
        }
    }

    /** All of them: who is not in the picture now can still be asked about. Too many for a menu are typed instead. */
    private List<RelationsPage.Choice> organizations(View view) {
        try (var now = store.read()) {
            var collator = Collator.getInstance(view.language());
            var all = organizations(now.union()).toList();
            return (all.size() > MOST_CHOICES ? List.<Node>of() : all)
                    .stream()
                            .filter(node -> node.isURI())
                            .map(node -> new RelationsPage.Choice(
                                    Names.id(node.getURI(), "organization"),
                                    Said.name(now.union(), node, view.language())))
                            .sorted((one, other) -> collator.compare(
                                    one.name().text(), other.name().text()))
                            .toList();
        }
    }

    private static Stream<Node> organizations(Graph graph) {
        return Stream.of(Org.FormalOrganization, Org.Organization)
                .flatMap(type -> graph.find(Node.ANY, Rdf.type, type).toList().stream())
                .map(triple -> triple.getSubject())
                .distinct();
    }
}
