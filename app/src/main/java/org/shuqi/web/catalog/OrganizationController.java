package org.shuqi.web.catalog;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.shuqi.form.Forms;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Screens;
import org.shuqi.web.form.Facts;

/** One organisation with what it keeps and whom it shares with. */
@Controller("/organizations")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganizationController {

    private static final int MOST = 200;
    private static final int HIGHEST = 10;

    private final Screens screens;
    private final Store store;
    private final Records records;

    OrganizationController(Screens screens, Store store, Records records) {
        this.screens = screens;
        this.store = store;
        this.records = records;
    }

    @Get("/{+id}")
    HttpResponse<?> read(String id, HttpRequest<?> request) {
        var reader = screens.view(request).language();
        var record = records.read(RecordKind.ORGANIZATIONS, id);
        try (var now = store.read()) {
            var union = now.union();
            var things = new Things(records, union, reader);
            var form =
                    Forms.standard().of(Org.FormalOrganization).without("identifier", "prefLabel", "subOrganizationOf");
            var kept = G.listPO(union, Dct.publisher, record.iri());
            var page = new OrganizationPage(
                    things.name(record.iri()),
                    things.code(record.iri()),
                    new Facts(things.choices(), reader).of(form, record.iri(), record.description()),
                    above(union, things, record.iri()),
                    G.listPO(union, Org.subOrganizationOf, record.iri()).stream()
                            .limit(MOST)
                            .map(things::of)
                            .toList(),
                    kept.stream()
                            .filter(node -> union.contains(node, Rdf.type, Dcat.Catalog))
                            .map(node -> CatalogController.row(union, things, node))
                            .toList(),
                    kept.stream()
                            .filter(node -> union.contains(node, Rdf.type, Dcat.Dataset))
                            .count(),
                    agreements(union, things, Odrl.assigner, record.iri()),
                    agreements(union, things, Odrl.assignee, record.iri()),
                    records.id(RecordKind.ORGANIZATIONS, record.iri()));
            return screens.page(request, "catalog/organization.jte", page);
        }
    }

    private static List<Thing> above(Graph union, Things things, Node organization) {
        var found = new ArrayList<Thing>();
        var at = CatalogController.first(union, organization, Org.subOrganizationOf);
        while (at.isPresent() && found.size() < HIGHEST) {
            found.add(things.of(at.get()));
            at = CatalogController.first(union, at.get(), Org.subOrganizationOf);
        }
        Collections.reverse(found);
        return found;
    }

    /** The agreements with a permission that names the organisation so. */
    private static List<Thing> agreements(Graph union, Things things, Node property, Node organization) {
        var found = new TreeMap<String, Thing>();
        G.listPO(union, property, organization).stream()
                .flatMap(permission -> G.listPO(union, Odrl.permission, permission).stream())
                .filter(policy -> policy.isURI() && union.contains(policy, Rdf.type, Sq.SharingAgreement))
                .forEach(policy -> found.put(policy.getURI(), things.of(policy)));
        return found.values().stream().limit(MOST).toList();
    }
}
