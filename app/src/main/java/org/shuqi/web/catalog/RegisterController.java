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
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.form.Answers;
import org.shuqi.form.Form;
import org.shuqi.form.Forms;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.web.Crumb;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.form.Drafts;
import org.shuqi.web.form.FormDoor;
import org.shuqi.web.form.Place;
import org.shuqi.web.form.Sheet;

/** Registers entries and changes them, with a form that is drawn from the shapes. */
@Controller("/datasets")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RegisterController {

    private static final String NEW = "/datasets/new";
    private static final Form ENTRY = Forms.standard().of(Dcat.Dataset);

    private final FormDoor door;
    private final Screens screens;
    private final Records records;
    private final Drafts drafts;

    RegisterController(FormDoor door, Screens screens, Records records, Drafts drafts) {
        this.door = door;
        this.screens = screens;
        this.records = records;
        this.drafts = drafts;
    }

    @Get("/new")
    HttpResponse<?> begin(HttpRequest<?> request, Caller caller) {
        var sheet = fresh(request);
        return door.show(
                request,
                draft(request, caller)
                        .map(draft -> begun(sheet, draft))
                        .orElseGet(() -> sheet.with(preset(request, caller))));
    }

    @Post("/new")
    HttpResponse<?> create(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        return door.act(request, door.sent(request, fresh(request), posted), posted, this::page);
    }

    @Get("/{+id}/edit")
    HttpResponse<?> edit(String id, HttpRequest<?> request, Caller caller) {
        var record = records.read(RecordKind.DATASETS, id);
        var sheet = sheet(request, record);
        return door.show(
                request,
                draft(request, caller).map(draft -> begun(sheet, draft)).orElseGet(() -> sheet.with(record)));
    }

    @Post("/{+id}/edit")
    HttpResponse<?> change(String id, HttpRequest<?> request, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var sheet = sheet(request, records.read(RecordKind.DATASETS, id));
        return door.act(request, door.sent(request, sheet, posted), posted, this::page);
    }

    private HttpResponse<?> page(Filed record) {
        return Screens.to(Where.page(RecordKind.DATASETS, records.id(RecordKind.DATASETS, record.iri())));
    }

    private Sheet fresh(HttpRequest<?> request) {
        var view = screens.view(request);
        var place = new Place(view.t("register.new"), view.t("register.lead"), "catalogs", way(view), NEW, "/catalogs");
        return Sheet.fresh(RecordKind.DATASETS, ENTRY, place).keptAs("");
    }

    private Sheet sheet(HttpRequest<?> request, Filed record) {
        var view = screens.view(request);
        var id = records.id(RecordKind.DATASETS, record.iri());
        var page = Where.page(RecordKind.DATASETS, id);
        var name = Said.name(record.description(), record.iri(), view.language());
        var place = new Place(
                view.t("register.edit", name.text()),
                view.t("register.lead"),
                "catalogs",
                way(view),
                page + "/edit",
                page,
                page + "?tab=history");
        return Sheet.of(RecordKind.DATASETS, ENTRY, place, id).keptAs("");
    }

    private static List<Crumb> way(View view) {
        return List.of(Crumb.of(view, "catalog.all", "/catalogs"));
    }

    private static Sheet begun(Sheet sheet, Drafts.Draft draft) {
        return sheet.with(draft.answers()).at(draft.answers().get("tag")).keptAs(draft.id());
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
