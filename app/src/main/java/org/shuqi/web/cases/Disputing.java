package org.shuqi.web.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.View;

/** Contests a refusal: everything the request and its answer say is carried over, and only the position is written. */
@Singleton
final class Disputing {

    private static final String PREFIX = "ZY";
    private static final List<String> FIELDS = List.of("number", "request", "dataset", "requester", "position");

    private final Office office;
    private final Drafts drafts;

    Disputing(Office office, Drafts drafts) {
        this.office = office;
        this.drafts = drafts;
    }

    /** Who disputes about what. */
    private record Matter(Optional<Node> request, List<Node> parties, List<Node> data) {}

    NewCasePage page(HttpRequest<?> request, View view, Caller caller) {
        return office.look(view, look -> {
            var values = new LinkedHashMap<String, String>();
            for (var name : List.of("request", "dataset")) {
                values.put(
                        name,
                        Optional.ofNullable(request.getParameters().get(name))
                                .orElse("")
                                .strip());
            }
            values.put("number", drafts.number(PREFIX));
            var faults = new ArrayList<Fault>();
            named(look, values, faults);
            return page(look, values, caller, faults);
        });
    }

    private void named(Look look, Map<String, String> values, List<Fault> faults) {
        var request = values.getOrDefault("request", "");
        if (!request.isEmpty()
                && drafts.named(look, RecordKind.REQUESTS, request).isEmpty()) {
            faults.add(new Fault("request", look.view().t("cases.fault.request", request)));
        }
        var dataset = values.getOrDefault("dataset", "");
        if (!dataset.isEmpty()
                && drafts.named(look, RecordKind.DATASETS, dataset).isEmpty()) {
            faults.add(new Fault("dataset", look.view().t("cases.fault.dataset", dataset)));
        }
    }

    private Matter matter(Look look, Map<String, String> values) {
        var request = drafts.named(look, RecordKind.REQUESTS, values.getOrDefault("request", ""));
        var parties = new LinkedHashSet<Node>();
        var data = new LinkedHashSet<Node>();
        if (request.isPresent()) {
            parties.addAll(Lists.from(look, RecordKind.REQUESTS, request.get()));
            parties.addAll(CaseDesk.providers(look, request.get()));
            look.all(request.get(), Odrl.permission)
                    .forEach(permission -> data.addAll(look.all(permission, Odrl.target)));
        } else {
            drafts.named(look, RecordKind.ORGANIZATIONS, values.getOrDefault("requester", ""))
                    .ifPresent(parties::add);
            drafts.named(look, RecordKind.DATASETS, values.getOrDefault("dataset", ""))
                    .ifPresent(dataset -> {
                        data.add(dataset);
                        parties.addAll(look.all(dataset, Dct.publisher));
                    });
        }
        return new Matter(request, List.copyOf(parties), List.copyOf(data));
    }

    private NewCasePage page(Look look, Map<String, String> values, Caller caller, List<Fault> faults) {
        var matter = matter(look, values);
        var facts = new ArrayList<CasePage.Fact>();
        matter.request().ifPresent(request -> {
            facts.add(new CasePage.Fact(
                    look.name(Sq.disputant),
                    matter.parties().stream().map(look::link).toList()));
            facts.add(new CasePage.Fact(
                    look.name(Sq.about), matter.data().stream().map(look::link).toList()));
            for (var property : List.of(
                    Sq.usageBasis, Sq.usageScenario, Sq.usageScope, Sq.necessity, Sq.refusalGround, Sq.refusalReason)) {
                var told = CaseDesk.values(request, property, look);
                if (!told.isEmpty()) {
                    facts.add(new CasePage.Fact(look.name(property), told));
                }
            }
        });
        return new NewCasePage(
                values.getOrDefault("number", ""),
                matter.request().map(look::link),
                matter.request().map(Node::getURI).orElse(""),
                facts,
                Drafts.organizations(look, caller, values.getOrDefault("requester", "")),
                List.of(),
                values,
                faults);
    }

    Begun<NewCasePage> file(Posted form, View view, Caller caller) {
        return office.look(view, look -> ready(look, form))
                .file(
                        RecordKind.DISPUTES,
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
        named(look, values, faults);
        var matter = matter(look, values);
        if (matter.request().isEmpty()) {
            if (form.get("dataset").isEmpty()) {
                faults.add(new Fault("dataset", view.t("cases.fault.no-dataset")));
            }
            if (drafts.named(look, RecordKind.ORGANIZATIONS, form.get("requester"))
                    .isEmpty()) {
                faults.add(new Fault("requester", view.t("cases.fault.requester")));
            }
        }
        if (form.get("position").isEmpty()) {
            faults.add(new Fault("position", view.t("cases.fault.missing", view.t("cases.contest.position"))));
        }
        var number = drafts.sent(PREFIX, form.get("number")).orElseGet(() -> drafts.number(PREFIX));
        var json = faults.isEmpty() ? Optional.of(json(look, number, values, matter)) : Optional.<ObjectNode>empty();
        return new Ready(values, faults, number, json);
    }

    private ObjectNode json(Look look, String number, Map<String, String> values, Matter matter) {
        var json = JsonTree.object();
        json.put("id", "case/" + number);
        json.put("identifier", number);
        var name = look.name(new Grants(look).dataset(matter.data().get(0))).text();
        json.set("title", Drafts.text(look.view().t("cases.contest.about", name)));
        json.put("caseStatus", Sq.code("dispute-status", "negotiating").getURI());
        matter.parties().forEach(party -> json.withArray("disputant").add(party.getURI()));
        matter.data().forEach(data -> json.withArray("about").add(data.getURI()));
        matter.request()
                .ifPresent(request ->
                        json.set("prov:wasDerivedFrom", JsonTree.object().put("id", request.getURI())));
        json.set("description", Drafts.text(values.getOrDefault("position", "")));
        return json;
    }
}
