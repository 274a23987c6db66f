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
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.form.Answers;
import org.shuqi.form.Form;
import org.shuqi.form.Forms;
import org.shuqi.graph.Store;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.web.Duty;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.form.FormDoor;
import org.shuqi.web.form.Place;
import org.shuqi.web.form.Sheet;

/** Registers organisations and changes them; whoever moves one is told first what comes of it. */
@Controller("/organizations")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganizationFormController {

    private static final Form FORM = Forms.standard().of(Org.FormalOrganization);

    private final FormDoor door;
    private final Screens screens;
    private final Store store;
    private final Records records;

    OrganizationFormController(FormDoor door, Screens screens, Store store, Records records) {
        this.door = door;
        this.screens = screens;
        this.store = store;
        this.records = records;
    }

    @Get("/new")
    HttpResponse<?> begin(HttpRequest<?> request, Caller caller) {
        require(caller);
        var above = CatalogController.text(request, "above");
        var sheet = fresh(request);
        return door.show(
                request,
                above.isEmpty()
                        ? sheet
                        : sheet.with(Answers.none()
                                .with(
                                        "subOrganizationOf",
                                        records.iri(RecordKind.ORGANIZATIONS, above)
                                                .getURI())));
    }

    @Post("/new")
    HttpResponse<?> create(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        require(caller);
        var sheet = door.sent(request, fresh(request), posted);
        return door.act(request, sheet, posted, this::page);
    }

    @Get("/{+id}/edit")
    HttpResponse<?> edit(String id, HttpRequest<?> request, Caller caller) {
        require(caller);
        var record = records.read(RecordKind.ORGANIZATIONS, id);
        return door.show(request, sheet(request, record).with(record));
    }

    @Post("/{+id}/edit")
    HttpResponse<?> change(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        require(caller);
        var record = records.read(RecordKind.ORGANIZATIONS, id);
        var sheet = door.sent(request, sheet(request, record), posted);
        try (var now = store.read()) {
            var moving = new Moving(now.union(), record.iri(), planned(record.iri(), sheet), screens.view(request));
            if (!moving.target().isEmpty() && !moving.target().equals(posted.get("meant"))) {
                return door.warn(request, sheet, moving.consequences(), moving.target());
            }
        }
        return door.act(request, sheet, posted, this::page);
    }

    /** Where the answers put it; what is not clear is told when it is filed. */
    private static Graph planned(Node organization, Sheet sheet) {
        var planned = GraphFactory.createDefaultGraph();
        for (var place : List.of(Org.subOrganizationOf, Dct.spatial)) {
            sheet.form().about(place).ifPresent(field -> sheet.answers().all(field.key()).stream()
                    .filter(said -> said.contains(":"))
                    .forEach(said -> planned.add(organization, place, NodeFactory.createURI(said))));
        }
        return planned;
    }

    private HttpResponse<?> page(Filed record) {
        return Screens.to(Where.page(RecordKind.ORGANIZATIONS, records.id(RecordKind.ORGANIZATIONS, record.iri())));
    }

    private Sheet fresh(HttpRequest<?> request) {
        var view = screens.view(request);
        return Sheet.fresh(
                RecordKind.ORGANIZATIONS,
                FORM,
                place(view, view.t("organization.new"), "/organizations/new", "/catalogs"));
    }

    private Sheet sheet(HttpRequest<?> request, Filed record) {
        var view = screens.view(request);
        var id = records.id(RecordKind.ORGANIZATIONS, record.iri());
        var page = Where.page(RecordKind.ORGANIZATIONS, id);
        var name = Said.name(record.description(), record.iri(), view.language());
        return Sheet.of(
                RecordKind.ORGANIZATIONS,
                FORM,
                place(view, view.t("organization.edit.title", name.text()), page + "/edit", page),
                id);
    }

    private static Place place(View view, String title, String address, String back) {
        return new Place(title, view.t("form.lead"), "catalogs", List.of(), address, back);
    }

    private static void require(Caller caller) {
        Duty.require(caller, Role.REGISTRAR);
    }
}
