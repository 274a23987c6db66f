package org.shuqi.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;

/** Which pages are visited in an invented registry, and which bare call brings the same rows. */
final class Visits {

    private final Records records;
    private final Graph registry;
    private final List<Visit> all = new ArrayList<>();

    /** The largest catalogue, and whose it is; an office with work in it. */
    private final Node catalog;

    private final Node office;

    Visits(Records records, Graph registry) {
        this.records = records;
        this.registry = registry;
        var sizes = new TreeMap<String, Integer>();
        var nodes = new TreeMap<String, Node>();
        registry.find(Node.ANY, Dcat.dataset, Node.ANY).forEachRemaining(triple -> {
            nodes.put(triple.getSubject().toString(), triple.getSubject());
            sizes.merge(triple.getSubject().toString(), 1, Integer::sum);
        });
        this.catalog = nodes.get(sizes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey());
        this.office = object(catalog, Dct.publisher);
    }

    /**
     * A page and the call beside it.
     *
     * @param name of the page
     * @param path its address
     * @param call address of the bare call; empty if no call brings the same
     */
    record Visit(String name, String path, String call) {}

    /** The organisation that the cut caller works for. */
    Node office() {
        return office;
    }

    List<Visit> all() {
        all.clear();
        catalogues();
        cases();
        questions();
        overviews();
        return List.copyOf(all);
    }

    private void catalogues() {
        var keeper = records.id(RecordKind.ORGANIZATIONS, office);
        add("catalogues", "/catalogs", "/api/v1/catalogs?limit=50");
        add("catalogues, page 4", "/catalogs?page=4", "/api/v1/catalogs?limit=50&offset=150");
        add(
                "one catalogue",
                "/catalogs/" + keeper,
                "/api/v1/datasets?limit=50&publisher=" + Urls.encoded(office.getURI()));
        add("all data sets, 50 of them", "/search?kind=datasets", "/api/v1/datasets?limit=50");
        add("all data sets, page 100", "/search?kind=datasets&page=100", "/api/v1/datasets?limit=50&offset=4950");
        var dataset = object(catalog, Dcat.dataset);
        var entry = records.id(RecordKind.DATASETS, dataset);
        for (var tab : List.of("items", "use", "attached", "matters", "history", "rdf")) {
            add(
                    "data set, " + tab,
                    "/datasets/" + entry + "?tab=" + tab,
                    tab.equals("use")
                            ? "/api/v1/decisions/recipients?dataset=" + Urls.encoded(dataset.getURI())
                            : "/api/v1/datasets/" + entry);
        }
        add("organisation", "/organizations/" + keeper, "/api/v1/organizations/" + keeper);
    }

    private void cases() {
        add("desk", "/", "/api/v1/clocks?limit=50&state=overdue");
        for (var list : List.of("requests", "agreements", "corrections", "disputes")) {
            var page = list.equals("requests") ? "applications" : list;
            add(page, "/" + page, "/api/v1/" + list + "?limit=50");
        }
        add("agreements, page 20", "/agreements?page=20", "/api/v1/agreements?limit=50&offset=950");
        add("agreements, active", "/agreements?status=active", "/api/v1/agreements?limit=50");
        add("applications, due", "/applications?side=due", "/api/v1/clocks?limit=50&code=delivery");
        var agreement = first(RecordKind.AGREEMENTS);
        add("an agreement", "/agreements/" + agreement, "/api/v1/agreements/" + agreement);
        var request = first(RecordKind.REQUESTS);
        add("an application", "/applications/" + request, "/api/v1/requests/" + request);
        add("lists, demand", "/lists?tab=demand", "/api/v1/lists?limit=50&type=DemandListEntry");
        add("lists, responsibility", "/lists?tab=responsibility", "");
        add("lists, negative", "/lists?tab=negative", "");
    }

    private void questions() {
        var permission = registry.find(Node.ANY, Odrl.permission, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .min(Comparator.comparing(Node::toString))
                .orElseThrow();
        var asked =
                "recipient=" + Urls.encoded(object(permission, Odrl.assignee).getURI()) + "&dataset="
                        + Urls.encoded(object(catalog, Dcat.dataset).getURI()) + "&purpose=statistics";
        add("question", "/ask", "");
        var coded = "recipient=" + records.id(RecordKind.ORGANIZATIONS, object(permission, Odrl.assignee)) + "&dataset="
                + records.id(RecordKind.DATASETS, object(catalog, Dcat.dataset)) + "&purpose=statistics";
        add("question with its answer", "/ask?" + coded, "/api/v1/decisions?" + asked);
        for (var words : List.of("登记", "hunyin", "A-G100")) {
            add(
                    "search " + words,
                    "/search?q=" + Urls.encoded(words),
                    "/api/v1/search?limit=5&q=" + Urls.encoded(words));
        }
        add("suggest", "/suggest?kind=organizations&q=" + Urls.encoded("税务"), "");
    }

    private void overviews() {
        var keeper = records.id(RecordKind.ORGANIZATIONS, office);
        add("relations", "/relations", "");
        add(
                "relations of one",
                "/relations?organization=" + keeper,
                "/api/v1/decisions/matrix?partial=true&limit=50&provider=" + keeper);
        add("figures", "/figures", "/api/v1/supervision/indicators");
        add("figures of one", "/figures?organization=" + keeper, "");
        add("violations", "/figures/violations", "/api/v1/supervision/violations?limit=50");
        add("audit", "/audit", "/api/v1/audit?limit=50");
        add("settings, accounts", "/settings/accounts", "/api/v1/accounts?limit=50");
        add("vocabulary", "/vocab", "");
        add("API", "/api", "");
    }

    private void add(String name, String path, String call) {
        all.add(new Visit(name, path, call));
    }

    private String first(RecordKind kind) {
        return kind.types().stream()
                .flatMap(type -> registry.find(Node.ANY, Rdf.type, type).mapWith(Triple::getSubject).toList().stream())
                .min(Comparator.comparing(Node::toString))
                .map(node -> records.id(kind, node))
                .orElseThrow();
    }

    private Node object(Node subject, Node property) {
        return registry.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .min(Comparator.comparing(Node::toString))
                .orElseThrow();
    }
}
