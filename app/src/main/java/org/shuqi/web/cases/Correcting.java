package org.shuqi.web.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.View;

/** Reports wrong data: which item, what it says, what it should say, on what evidence. */
@Singleton
final class Correcting {

    private static final String PREFIX = "JH";
    private static final List<String> FIELDS =
            List.of("number", "dataset", "about", "requester", "observed", "expected", "key", "evidence", "links");

    private final Office office;
    private final Drafts drafts;

    Correcting(Office office, Drafts drafts) {
        this.office = office;
        this.drafts = drafts;
    }

    NewCasePage page(HttpRequest<?> request, View view, Caller caller) {
        return office.look(view, look -> {
            var values = new LinkedHashMap<String, String>();
            for (var name : List.of("dataset", "about")) {
                values.put(
                        name,
                        Optional.ofNullable(request.getParameters().get(name))
                                .orElse("")
                                .strip());
            }
            var faults = new ArrayList<Fault>();
            dataset(look, values, faults);
            values.put("number", drafts.number(PREFIX));
            return page(look, values, caller, faults);
        });
    }

    private Optional<Node> dataset(Look look, Map<String, String> values, List<Fault> faults) {
        var name = values.getOrDefault("dataset", "");
        var found = drafts.named(look, RecordKind.DATASETS, name);
        if (found.isEmpty() && !name.isEmpty()) {
            faults.add(new Fault("dataset", look.view().t("cases.fault.dataset", name)));
        }
        return found;
    }

    private NewCasePage page(Look look, Map<String, String> values, Caller caller, List<Fault> faults) {
        var dataset = drafts.named(look, RecordKind.DATASETS, values.getOrDefault("dataset", ""));
        var about = values.getOrDefault("about", "");
        return new NewCasePage(
                values.getOrDefault("number", ""),
                dataset.map(look::link),
                dataset.map(Node::getURI).orElse(""),
                dataset.map(node ->
                                List.of(new CasePage.Fact(look.name(Sq.respondent), look.links(node, Dct.publisher))))
                        .orElse(List.of()),
                Drafts.organizations(look, caller, values.getOrDefault("requester", "")),
                dataset.map(node -> look.all(node, Sq.dataItem).stream()
                                .map(item -> new Handling.Word(
                                        item.getURI(),
                                        look.name(item),
                                        Optional.empty(),
                                        item.getURI().equals(about)))
                                .toList())
                        .orElse(List.of()),
                values,
                faults);
    }

    Begun<NewCasePage> file(Posted form, View view, Caller caller) {
        return office.look(view, look -> ready(look, form))
                .file(
                        RecordKind.CORRECTIONS,
                        drafts,
                        view,
                        caller,
                        (values, faults) -> office.look(view, look -> page(look, values, caller, faults)));
    }

    private Ready ready(Look look, Posted form) {
        var view = look.view();
        var faults = new ArrayList<Fault>();
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(name -> values.put(name, form.get(name)));
        var dataset = dataset(look, values, faults);
        if (dataset.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("dataset", view.t("cases.fault.no-dataset")));
        }
        var requester = drafts.named(look, RecordKind.ORGANIZATIONS, form.get("requester"));
        if (requester.isEmpty()) {
            faults.add(new Fault("requester", view.t("cases.fault.requester")));
        }
        for (var name : List.of("observed", "evidence")) {
            if (form.get(name).isEmpty()) {
                faults.add(new Fault(name, view.t("cases.fault.missing", view.t("cases.correct." + name))));
            }
        }
        for (var link : links(values)) {
            if (!link.matches("https?://[^\\s<>\"{}|^`\\\\]+")) {
                faults.add(new Fault("links", view.t("cases.fault.link", link)));
            }
        }
        var number = drafts.sent(PREFIX, form.get("number")).orElseGet(() -> drafts.number(PREFIX));
        var json = faults.isEmpty()
                ? Optional.of(json(look, number, values, dataset.orElseThrow(), requester.orElseThrow()))
                : Optional.<ObjectNode>empty();
        return new Ready(values, faults, number, json);
    }

    private ObjectNode json(Look look, String number, Map<String, String> values, Node dataset, Node requester) {
        var items = look.all(dataset, Sq.dataItem);
        var about = items.stream()
                .filter(item -> item.getURI().equals(values.getOrDefault("about", "")))
                .findFirst()
                .orElse(dataset);
        var json = JsonTree.object();
        json.put("id", "case/" + number);
        json.put("identifier", number);
        json.set(
                "title",
                Drafts.text(
                        look.view().t("cases.correct.about", look.name(about).text())));
        json.put("caseStatus", Sq.code("correction-status", "submitted").getURI());
        json.put("requester", requester.getURI());
        look.all(dataset, Dct.publisher).forEach(provider -> json.put("respondent", provider.getURI()));
        json.putArray("about").add(about.getURI());
        json.set("observedValue", Drafts.text(values.getOrDefault("observed", "")));
        if (!values.getOrDefault("expected", "").isEmpty()) {
            json.set("expectedValue", Drafts.text(values.getOrDefault("expected", "")));
        }
        if (!values.getOrDefault("key", "").isEmpty()) {
            json.put("recordKey", values.getOrDefault("key", ""));
        }
        json.set("description", Drafts.text(values.getOrDefault("evidence", "")));
        links(values).forEach(link -> json.withArray("dct:references")
                .add(JsonTree.object().put("id", link)));
        json.put("submittedAt", drafts.now());
        return json;
    }

    /** Addresses of what shows it, with blanks between them. */
    private static List<String> links(Map<String, String> values) {
        return Stream.of(values.getOrDefault("links", "").split("\\s+"))
                .filter(link -> !link.isEmpty())
                .distinct()
                .toList();
    }
}
