package org.shuqi.web.catalog;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.shuqi.access.Caller;
import org.shuqi.api.Handouts;
import org.shuqi.audit.Trail;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepForm;
import org.shuqi.decision.Decisions;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.Checkpoints;
import org.shuqi.record.Filed;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.registry.Settings;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Pager;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.Where;

/** One entry, tab by tab; the steps of its procedure; who may use it, as a signed table. */
@Controller("/datasets")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DatasetController {

    private static final List<Lang> LANGUAGES = List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML, Lang.JSONLD);

    private final Screens screens;
    private final Store store;
    private final Records records;
    private final Cases cases;
    private final Decisions decisions;
    private final Checkpoints checkpoints;
    private final Handouts handouts;
    private final Trail trail;
    private final Settings settings;

    DatasetController(
            Screens screens,
            Store store,
            Records records,
            Cases cases,
            Decisions decisions,
            Checkpoints checkpoints,
            Handouts handouts,
            Trail trail,
            Settings settings) {
        this.screens = screens;
        this.store = store;
        this.records = records;
        this.cases = cases;
        this.decisions = decisions;
        this.checkpoints = checkpoints;
        this.handouts = handouts;
        this.trail = trail;
        this.settings = settings;
    }

    @Get("/{+id}")
    HttpResponse<?> read(String id, HttpRequest<?> request, Caller caller) {
        var reader = screens.view(request).language();
        var record = records.read(RecordKind.DATASETS, id);
        var tab = Optional.of(CatalogController.text(request, "tab"))
                .filter(DatasetPage.TABS::contains)
                .orElse(DatasetPage.TABS.get(0));
        try (var now = store.read()) {
            var things = new Things(records, now.union(), reader);
            var name = records.id(RecordKind.DATASETS, record.iri());
            var tabs = new DatasetTabs(things, record, reader);
            var options = cases.options(RecordKind.DATASETS, record.iri().getURI(), caller);
            var status = Sq.code("entry-status", options.status());
            var page = new DatasetPage(
                    Where.page(RecordKind.DATASETS, name),
                    name,
                    tabs.head(Badges.of(status, things.name(status))),
                    new Deadlines(records, settings, now, screens.view(request)).of(record.iri()),
                    tab,
                    options.options().stream()
                            .filter(option -> option.allowed())
                            .map(option -> new DatasetPage.Step(
                                    option.step(),
                                    option.to(),
                                    option.label().in(reader),
                                    option.needsNote(),
                                    option.needs()))
                            .toList(),
                    CatalogController.mayAdd(caller),
                    content(tab, request, caller, things, tabs, record, reader, name));
            return screens.page(request, "catalog/dataset.jte", page);
        }
    }

    private DatasetPage.Content content(
            String tab,
            HttpRequest<?> request,
            Caller caller,
            Things things,
            DatasetTabs tabs,
            Filed record,
            Locale reader,
            String name) {
        return switch (tab) {
            case "use" -> DatasetPage.Content.none().with(use(request, things, record, reader, name));
            case "attached" -> DatasetPage.Content.ofAttached(tabs.attached());
            case "quality" -> DatasetPage.Content.ofMatters(tabs.matters());
            case "history" ->
                DatasetPage.Content.none()
                        .with(tabs.history(
                                trail,
                                caller,
                                number(request, "before"),
                                number(request, "change"),
                                Where.page(RecordKind.DATASETS, name)));
            case "rdf" -> DatasetPage.Content.ofRdf(new String(written(record, Lang.TURTLE), StandardCharsets.UTF_8));
            default -> DatasetPage.Content.ofItems(tabs.items());
        };
    }

    private DatasetPage.Use use(HttpRequest<?> request, Things things, Filed record, Locale reader, String name) {
        var at = day(request);
        var purpose = CatalogController.text(request, "purpose");
        var users = new Users(decisions, things, reader, record.iri(), name, given(purpose), given(at));
        var rows = users.rows();
        var pager = new Pager(Pager.wanted(request), Pager.ROWS, rows.total());
        return new DatasetPage.Use(
                at,
                rows.at(),
                rows.revision(),
                purpose,
                purposes(things),
                rows.page(pager.before(), Pager.ROWS).map(users::row).toList(),
                pager);
    }

    /** The same as a table that the registry has signed; the journal keeps who took it, when and why. */
    @Get("/{+id}/use.csv")
    HttpResponse<?> table(String id, HttpRequest<?> request, Caller caller) {
        var view = screens.view(request);
        var record = records.read(RecordKind.DATASETS, id);
        var at = day(request);
        var purpose = CatalogController.text(request, "purpose");
        try (var now = store.read()) {
            var things = new Things(records, now.union(), view.language());
            var name = records.id(RecordKind.DATASETS, record.iri());
            var users = new Users(decisions, things, view.language(), record.iri(), name, given(purpose), given(at));
            var rows = users.rows();
            var csv = new SignedCsv(List.of(
                    view.t("dataset.recipient"),
                    "IRI",
                    view.t("dataset.purposes"),
                    view.t("dataset.because"),
                    view.t("dataset.basis"),
                    view.t("dataset.grants"),
                    view.t("dataset.until")));
            rows.all().map(entry -> cells(users.row(entry), entry.what().iri())).forEach(csv::add);
            var handout = handouts.note(request, caller, "csv", rows.revision());
            var file = csv.signed(
                    List.of(
                            "shuqi recipients",
                            "dataset " + record.iri().getURI(),
                            "purpose " + (purpose.isEmpty() ? "any" : purpose),
                            "at " + rows.at(),
                            "revision " + rows.revision(),
                            "asked by " + caller.id(),
                            "asked at " + settings.clock().instant(),
                            "export " + handout.number()),
                    checkpoints.keys());
            var reply = HttpResponse.ok(file)
                    .header("Content-Type", "text/csv;charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"recipients.csv\"")
                    .header("Cache-Control", "no-store");
            return handout.on(reply, request);
        }
    }

    private static List<String> cells(DatasetPage.Row row, String iri) {
        return List.of(
                row.recipient().said().text(),
                iri,
                String.join(
                        "; ", row.purposes().stream().map(said -> said.text()).toList()),
                String.join(" ", row.because()),
                String.join("; ", row.basis().stream().map(said -> said.text()).toList()),
                String.join(
                        "; ",
                        row.grants().stream().map(thing -> thing.said().text()).toList()),
                row.until().map(Object::toString).orElse(""));
    }

    /** Takes a step of the procedure that needs no more than an opinion. */
    @Post("/{+id}/steps")
    HttpResponse<?> step(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var form = new StepForm(
                posted.get("to"),
                posted.find("step"),
                posted.find("note"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JsonTree.object());
        var reason = "step " + posted.get("step");
        cases.take(RecordKind.DATASETS, id, form, new Terms(reason, OptionalLong.empty(), false, true, caller));
        return Screens.to(Where.page(RecordKind.DATASETS, id));
    }

    private List<CatalogPage.Choice> purposes(Things things) {
        return G.listPO(things.union(), Skos.inScheme, Sq.scheme("purpose")).stream()
                .map(node -> new CatalogPage.Choice(code(node), things.name(node)))
                .sorted(java.util.Comparator.comparing(CatalogPage.Choice::code))
                .toList();
    }

    /** The day asked about; refuses what is none, so that nobody takes today's answer for another day's. */
    private String day(HttpRequest<?> request) {
        var at = CatalogController.text(request, "at");
        ZoneId zone = settings.zone();
        if (!at.isEmpty() && Instants.parse(at, zone).isEmpty()) {
            throw Refusal.of(Kind.UNUSABLE, "`%s` 不是日期；请写成 2026-01-31", "`%s` is no day; write it like 2026-01-31", at);
        }
        return at;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static OptionalLong number(HttpRequest<?> request, String name) {
        var text = CatalogController.text(request, name);
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static String code(Node node) {
        var iri = node.toString();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    /** The entry as a file of triples. */
    @Get("/{+id}/rdf")
    HttpResponse<?> file(String id, HttpRequest<?> request) {
        var ending = CatalogController.text(request, "format");
        var lang = Optional.ofNullable(RDFLanguages.fileExtToLang(ending))
                .filter(LANGUAGES::contains)
                .orElse(Lang.TURTLE);
        return HttpResponse.ok(written(records.read(RecordKind.DATASETS, id), lang))
                .header("Content-Type", lang.getHeaderString() + ";charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"dataset."
                                + lang.getFileExtensions().get(0) + "\"");
    }

    private static byte[] written(Filed record, Lang lang) {
        var graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(Gate.published().getPrefixMapping());
        record.description().find().forEachRemaining(graph::add);
        var out = new ByteArrayOutputStream();
        RDFWriter.source(graph).lang(lang).build().output(out);
        return out.toByteArray();
    }
}
