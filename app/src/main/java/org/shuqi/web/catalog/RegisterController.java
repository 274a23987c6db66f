package org.shuqi.web.catalog;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.form.Answers;
import org.shuqi.form.Choices;
import org.shuqi.form.Filing;
import org.shuqi.form.Form;
import org.shuqi.form.Forms;
import org.shuqi.form.Mistake;
import org.shuqi.form.Outcome;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.Where;
import org.shuqi.web.form.Drafts;
import org.shuqi.web.form.FormView;
import org.shuqi.web.form.Picked;

/** Registers entries and changes them, with a form that is drawn from the shapes. */
@Controller("/datasets")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RegisterController {

    private static final String NEW = "/datasets/new";
    private static final Form ENTRY = Forms.standard().of(Dcat.Dataset);

    private final Screens screens;
    private final Store store;
    private final Records records;
    private final Drafts drafts;
    private final Filing filing;
    private final Picked picked;

    RegisterController(Screens screens, Store store, Records records, Drafts drafts, Picked picked, Settings settings) {
        this.screens = screens;
        this.store = store;
        this.records = records;
        this.drafts = drafts;
        this.picked = picked;
        this.filing = new Filing(Forms.standard(), records, store, settings.zone());
    }

    /**
     * What is being filled in.
     *
     * @param id of the entry; empty for a new one
     * @param tag revision that was read; empty for a new one
     * @param draft id of the draft, if it is one
     */
    private record Sheet(String id, String tag, String draft, Answers answers) {

        boolean isNew() {
            return id.isEmpty();
        }

        String address() {
            return isNew() ? NEW : Where.page(RecordKind.DATASETS, id) + "/edit";
        }

        Sheet with(Answers others) {
            return new Sheet(id, tag, draft, others);
        }

        Sheet keptAs(String name) {
            return new Sheet(id, tag, name, answers);
        }
    }

    @Get("/new")
    HttpResponse<?> begin(HttpRequest<?> request, Caller caller) {
        var begun = draft(request, caller);
        var answers = begun.map(Drafts.Draft::answers).orElseGet(() -> preset(request, caller));
        var sheet = new Sheet("", "", begun.map(Drafts.Draft::id).orElse(""), answers);
        return show(request, caller, sheet, HttpStatus.OK, List.of(), false, false);
    }

    @Get("/{+id}/edit")
    HttpResponse<?> edit(String id, HttpRequest<?> request, Caller caller) {
        var record = records.read(RecordKind.DATASETS, id);
        var begun = draft(request, caller);
        var sheet = new Sheet(
                records.id(RecordKind.DATASETS, record.iri()),
                begun.map(draft -> draft.answers().get("tag")).orElseGet(() -> Long.toString(record.tag())),
                begun.map(Drafts.Draft::id).orElse(""),
                begun.map(Drafts.Draft::answers).orElseGet(() -> Filing.answers(ENTRY, record)));
        return show(request, caller, sheet, HttpStatus.OK, List.of(), false, false);
    }

    @Post("/new")
    HttpResponse<?> create(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        return act(request, caller, new Sheet("", "", posted.get("draft"), answers(request, posted)), posted);
    }

    @Post("/{+id}/edit")
    HttpResponse<?> change(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        return act(
                request,
                caller,
                new Sheet(id, posted.get("tag"), posted.get("draft"), answers(request, posted)),
                posted);
    }

    private Answers answers(HttpRequest<?> request, Posted posted) {
        return picked.in(ENTRY, FormView.answers(posted), screens.view(request));
    }

    private HttpResponse<?> act(HttpRequest<?> request, Caller caller, Sheet sheet, Posted posted) {
        var rearranged = FormView.rearranged(posted);
        if (rearranged.isPresent()) {
            return show(request, caller, sheet.with(rearranged.get()), HttpStatus.OK, List.of(), false, false);
        }
        if (posted.get("do").equals("draft")) {
            var title = sheet.answers().get("title.zh");
            var kept = drafts.keep(
                    caller.id(),
                    Optional.of(sheet.draft()).filter(id -> !id.isEmpty()),
                    sheet.address(),
                    title.isEmpty() ? sheet.answers().get("identifier") : title,
                    sheet.answers());
            return show(request, caller, sheet.keptAs(kept), HttpStatus.OK, List.of(), false, true);
        }
        return save(request, caller, sheet);
    }

    private HttpResponse<?> save(HttpRequest<?> request, Caller caller, Sheet sheet) {
        Outcome outcome;
        try {
            outcome = sheet.isNew() ? created(sheet, caller) : changed(sheet, caller);
        } catch (Refusal refusal) {
            if (refusal.problem().kind() == Kind.STALE) {
                return show(request, caller, sheet, HttpStatus.PRECONDITION_FAILED, List.of(), true, false);
            }
            return show(
                    request,
                    caller,
                    sheet,
                    HttpStatus.valueOf(refusal.problem().kind().status()),
                    List.of(Mistake.of(refusal)),
                    false,
                    false);
        }
        if (outcome.written().isEmpty()) {
            return show(request, caller, sheet, HttpStatus.UNPROCESSABLE_ENTITY, outcome.mistakes(), false, false);
        }
        drafts.forget(caller.id(), sheet.draft());
        var record = outcome.written().get().record();
        return Screens.to(Where.page(RecordKind.DATASETS, records.id(RecordKind.DATASETS, record.iri())));
    }

    private Outcome created(Sheet sheet, Caller caller) {
        var terms = new Terms("register an entry", OptionalLong.empty(), false, false, caller);
        return filing.create(RecordKind.DATASETS, ENTRY, sheet.answers(), Optional.empty(), terms);
    }

    private Outcome changed(Sheet sheet, Caller caller) {
        var read = sheet.tag().matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(sheet.tag()))
                : OptionalLong.empty();
        return filing.change(
                RecordKind.DATASETS, sheet.id(), ENTRY, sheet.answers(), Filing.terms("change an entry", read, caller));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Caller caller,
            Sheet sheet,
            HttpStatus status,
            List<Mistake> mistakes,
            boolean conflict,
            boolean kept) {
        var reader = screens.view(request).language();
        try (var now = store.read()) {
            var things = new Things(records, now.union(), reader);
            var form = FormView.of(ENTRY, sheet.answers(), new Choices(now.union()), mistakes, reader);
            var page = new RegisterPage(
                    form,
                    sheet.address(),
                    sheet.isNew(),
                    sheet.isNew()
                            ? ""
                            : things.name(records.iri(RecordKind.DATASETS, sheet.id()))
                                    .text(),
                    sheet.isNew() ? "/catalogs" : Where.page(RecordKind.DATASETS, sheet.id()),
                    sheet.tag(),
                    sheet.draft(),
                    drafts.of(caller.id()).stream()
                            .filter(draft -> draft.address().equals(sheet.address())
                                    && !draft.id().equals(sheet.draft()))
                            .toList(),
                    conflict,
                    kept);
            return screens.page(request, status, "catalog/register.jte", page);
        }
    }

    private Optional<Drafts.Draft> draft(HttpRequest<?> request, Caller caller) {
        var id = CatalogController.text(request, "draft");
        return id.isEmpty() ? Optional.empty() : drafts.find(caller.id(), id);
    }

    /** Whoever belongs to one department registers its data; everything begins with one item. */
    private Answers preset(HttpRequest<?> request, Caller caller) {
        var org = CatalogController.text(request, "org");
        Optional<Node> provider = org.isEmpty()
                ? caller.organizations().stream()
                        .filter(node -> caller.organizations().size() == 1)
                        .findFirst()
                : Optional.of(records.iri(RecordKind.ORGANIZATIONS, org));
        var begun = Answers.none().withPart("dataItem");
        return provider.map(node -> begun.with("publisher", node.getURI())).orElse(begun);
    }
}
