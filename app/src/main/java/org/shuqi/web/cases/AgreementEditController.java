package org.shuqi.web.cases;

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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.jspecify.annotations.Nullable;
import org.shuqi.casework.Cases;
import org.shuqi.form.Form;
import org.shuqi.form.Forms;
import org.shuqi.form.Source;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Crumb;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.form.FormDoor;
import org.shuqi.web.form.Place;
import org.shuqi.web.form.Sheet;

/** Edits the terms of an agreement that nobody has reviewed yet: parties, data item by item, purposes, term, duties, clauses. */
@Controller("/agreements")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgreementEditController {

    private static final Form TERMS = Forms.standard().of(Sq.SharingAgreement).without("identifier");

    private final Screens screens;
    private final FormDoor door;
    private final Office office;
    private final Cases cases;
    private final PlainTerms folding;

    AgreementEditController(Screens screens, FormDoor door, Office office, Cases cases) {
        this.screens = screens;
        this.door = door;
        this.office = office;
        this.cases = cases;
        this.folding = new PlainTerms(office.settings().zone());
    }

    @Get("/{+id}/edit")
    HttpResponse<?> edit(String id, HttpRequest<?> request) {
        var record = office.records().read(RecordKind.AGREEMENTS, id);
        return door.show(request, sheet(request, record).with(record));
    }

    /** Writes what was filled in, or adds and removes permissions and duties. */
    @Post("/{+id}/edit")
    HttpResponse<?> change(String id, HttpRequest<?> request, @Body byte @Nullable [] body) {
        var posted = Posted.of(request, body);
        var sheet = sheet(request, office.records().read(RecordKind.AGREEMENTS, id));
        return door.act(
                request,
                door.sent(request, sheet, posted),
                posted,
                record -> Screens.to(sheet.place().back()));
    }

    private Sheet sheet(HttpRequest<?> request, Filed record) {
        var id = office.records().id(RecordKind.AGREEMENTS, record.iri());
        var view = screens.view(request);
        return office.look(view, look -> {
            if (!cases.isEditable(record.iri(), look.registry())) {
                throw Refusal.of(
                        Kind.NOT_A_STEP,
                        "协议 `%s` 已送审或者已签署，条款不能再改；请退回起草或者起草下一版本",
                        "agreement `%s` is under review or signed, and its terms are fixed; have it returned, or draft its next version",
                        id);
            }
            return Sheet.of(RecordKind.AGREEMENTS, terms(look, record), place(view, id), id)
                    .folded(folding);
        });
    }

    private static Place place(View view, String id) {
        var page = Where.page(RecordKind.AGREEMENTS, id);
        return new Place(
                view.t("cases.form.title.terms", id),
                view.t("cases.form.lead.terms"),
                "agreements",
                List.of(Crumb.of(view, "cases.list.title.agreements", "/agreements")),
                page + "/edit",
                page);
    }

    /** The data are ticked among the entries that the agreement names, item by item. */
    private static Form terms(Look look, Filed record) {
        var data = new LinkedHashSet<Node>();
        var grants = new Grants(look);
        look.all(record.iri(), Odrl.permission).stream()
                .flatMap(permission -> look.all(permission, Odrl.target).stream())
                .map(grants::dataset)
                .sorted(Comparator.comparing(Node::toString))
                .forEach(dataset -> {
                    data.add(dataset);
                    data.addAll(G.listSP(look.registry(), dataset, Sq.dataItem));
                });
        return data.isEmpty()
                ? TERMS
                : TERMS.with(field -> field.property().equals(Odrl.target)
                        ? field.from(new Source(List.copyOf(data), List.of(), List.of()))
                        : field);
    }
}
