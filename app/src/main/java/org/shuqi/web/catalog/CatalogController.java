package org.shuqi.web.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.Collator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.api.Links;
import org.shuqi.casework.Cases;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.Where;
import org.shuqi.web.cases.Due;

/** The catalogues, and the entries of one. */
@Controller("/catalogs")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogController {

    private static final List<String> ATTRIBUTES = List.of("unconditional", "conditional", "not-shared");

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 20;

    private final Screens screens;
    private final Store store;
    private final Records records;
    private final Cases cases;
    /** Names are sorted once for a reader and a revision, since whoever pages through them looks again. */
    private final Cache<Sorting, List<Named>> sorted =
            Caffeine.newBuilder().expireAfterAccess(KEPT).maximumSize(MOST_KEPT).build();

    private final Settings settings;

    CatalogController(Screens screens, Store store, Records records, Cases cases, Settings settings) {
        this.settings = settings;
        this.screens = screens;
        this.store = store;
        this.records = records;
        this.cases = cases;
    }

    /** Whose view of which revision was sorted for which language. */
    private record Sorting(Optional<Caller> caller, long revision, Locale reader) {}

    private record Named(Node catalog, String name) {}

    @Get
    HttpResponse<?> all(HttpRequest<?> request, Caller caller) {
        var reader = screens.view(request).language();
        var wanted = text(request, "q");
        try (var now = store.read()) {
            var things = new Things(records, now.union(), reader);
            var found = catalogs(now, things, reader, wanted);
            var pager = new Pager(Pager.wanted(request), Pager.ROWS, found.size());
            var rows = found.stream()
                    .skip(pager.before())
                    .limit(Pager.ROWS)
                    .map(catalog -> row(now.union(), things, catalog))
                    .toList();
            return screens.page(request, "catalog/catalogs.jte", new CatalogsPage(rows, pager, wanted, mayAdd(caller)));
        }
    }

    @Get("/{+org}")
    HttpResponse<?> one(String org, HttpRequest<?> request, Caller caller) {
        var reader = screens.view(request).language();
        try (var now = store.read()) {
            var things = new Things(records, now.union(), reader);
            var catalog = catalog(now.union(), org);
            var keeper = catalog.flatMap(node -> first(now.union(), node, Dct.publisher))
                    .orElseGet(() -> records.iri(RecordKind.ORGANIZATIONS, org));
            if (catalog.isEmpty() && !now.union().contains(keeper, Rdf.type, Node.ANY)) {
                throw Refusal.of(
                        Kind.UNKNOWN,
                        "没有单位或目录 `%s`；请核对编号",
                        "no organisation or catalogue `%s`; check the identifier",
                        org);
            }
            var wanted = text(request, "q");
            var attribute = Optional.of(text(request, "attribute"))
                    .filter(ATTRIBUTES::contains)
                    .orElse("");
            var found = catalog.map(node -> entries(now.union(), things, node, wanted, attribute))
                    .orElse(List.of());
            var pager = new Pager(Pager.wanted(request), Pager.ROWS, found.size());
            var shown = found.stream()
                    .skip(pager.before())
                    .limit(Pager.ROWS)
                    .map(NodeFactory::createURI)
                    .toList();
            var dues = new Deadlines(records, settings, now, screens.view(request)).open(shown);
            var page = new CatalogPage(
                    things.name(catalog.orElse(keeper)),
                    catalog.map(node -> Links.path(things.id(RecordKind.CATALOGS, node)))
                            .orElse(""),
                    things.of(keeper),
                    things.id(RecordKind.ORGANIZATIONS, keeper),
                    shown.stream()
                            .map(entry -> entry(now.union(), things, entry, dues.getOrDefault(entry, List.of())))
                            .toList(),
                    pager,
                    wanted,
                    attribute,
                    ATTRIBUTES.stream()
                            .map(code -> new CatalogPage.Choice(code, things.name(Sq.code("sharing-attribute", code))))
                            .toList(),
                    mayAdd(caller));
            return screens.page(request, "catalog/catalog.jte", page);
        }
    }

    static boolean mayAdd(Caller caller) {
        return caller.is(Role.CATALOGUER) || caller.is(Role.REGISTRAR);
    }

    /** The catalogues by name, those that hold the wanted text. */
    private List<Node> catalogs(Snapshot now, Things things, Locale reader, String wanted) {
        var key = new Sorting(Acting.caller(), now.revision(), reader);
        var named = sorted.get(key, any -> named(now.union(), things));
        return named.stream()
                .filter(one -> holds(one.name(), wanted))
                .map(Named::catalog)
                .toList();
    }

    private static List<Named> named(Graph union, Things things) {
        var order = Collator.getInstance(Locale.CHINA);
        return union.find(Node.ANY, Rdf.type, Dcat.Catalog).mapWith(Triple::getSubject).toList().stream()
                .filter(Node::isURI)
                .distinct()
                .map(catalog -> new Named(catalog, things.name(catalog).text()))
                .sorted(Comparator.comparing(Named::name, order)
                        .thenComparing(one -> one.catalog().toString()))
                .toList();
    }

    static CatalogsPage.Row row(Graph union, Things things, Node catalog) {
        var keeper = first(union, catalog, Dct.publisher);
        var id = keeper.map(node -> things.id(RecordKind.ORGANIZATIONS, node))
                .filter(name -> only(union, keeper.get()))
                .orElseGet(() -> things.id(RecordKind.CATALOGS, catalog));
        return new CatalogsPage.Row(
                new Thing(things.name(catalog), Where.page(RecordKind.CATALOGS, id)),
                keeper.map(things::of).orElseGet(() -> new Thing(Said.code(""), "")),
                count(union, catalog, Dcat.dataset),
                keeper.map(things::code).orElse(""));
    }

    /** Whether the organisation keeps one catalogue, so that its own name will do. */
    private static boolean only(Graph union, Node keeper) {
        return kept(union, keeper).size() == 1;
    }

    private static List<Node> kept(Graph union, Node keeper) {
        return G.listPO(union, Dct.publisher, keeper).stream()
                .filter(node -> union.contains(node, Rdf.type, Dcat.Catalog))
                .sorted(Comparator.comparing(node -> node.toString()))
                .toList();
    }

    private Optional<Node> catalog(Graph union, String name) {
        var kept = kept(union, records.iri(RecordKind.ORGANIZATIONS, name));
        if (kept.size() == 1) {
            return Optional.of(kept.get(0));
        }
        var named = records.iri(RecordKind.CATALOGS, name);
        return union.contains(named, Rdf.type, Dcat.Catalog)
                ? Optional.of(named)
                : kept.stream().findFirst();
    }

    private static List<String> entries(Graph union, Things things, Node catalog, String wanted, String attribute) {
        var found = new TreeSet<String>();
        var listed = union.find(catalog, Dcat.dataset, Node.ANY);
        while (listed.hasNext()) {
            var entry = listed.next().getObject();
            if (entry.isURI()
                    && (attribute.isEmpty()
                            || union.contains(entry, Sq.sharingAttribute, Sq.code("sharing-attribute", attribute)))
                    && (wanted.isEmpty()
                            || holds(things.code(entry), wanted)
                            || things.all(entry, Dct.title).stream()
                                    .anyMatch(title -> holds(title.said().text(), wanted)))) {
                found.add(entry.getURI());
            }
        }
        return new ArrayList<>(found);
    }

    private CatalogPage.Row entry(Graph union, Things things, Node entry, List<Due> dues) {
        return new CatalogPage.Row(
                things.id(RecordKind.DATASETS, entry),
                things.of(entry),
                things.code(entry),
                sharing(union, things, entry),
                first(union, entry, Sq.securityLevel)
                        .or(() -> Levels.highest(union, entry))
                        .map(things::name)
                        .orElseGet(() -> Said.code("")),
                first(union, entry, Dct.accrualPeriodicity).map(things::name).orElseGet(() -> Said.code("")),
                status(things, entry),
                count(union, entry, Sq.dataItem),
                dues);
    }

    static Badge sharing(Graph union, Things things, Node entry) {
        return first(union, entry, Sq.sharingAttribute)
                .map(code -> Badges.of(code, things.name(code)))
                .orElseGet(() -> new Badge(Badge.Tone.BAD, Said.code("?")));
    }

    private Badge status(Things things, Node entry) {
        var status = Sq.code(
                "entry-status", cases.status(records.read(RecordKind.DATASETS, entry.getURI()), things.union()));
        return Badges.of(status, things.name(status));
    }

    private static long count(Graph union, Node subject, Node property) {
        var found = union.find(subject, property, Node.ANY);
        var count = 0L;
        for (; found.hasNext(); found.next()) {
            count++;
        }
        return count;
    }

    static Optional<Node> first(Graph union, Node subject, Node property) {
        return G.listSP(union, subject, property).stream().min(Comparator.comparing(node -> node.toString()));
    }

    private static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    static String text(HttpRequest<?> request, String name) {
        return Optional.ofNullable(request.getParameters().get(name)).orElse("").strip();
    }
}
