package org.shuqi.web.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.access.Caller;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepForm;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Begins requests: one form for several datasets, one request for each provider. */
@Singleton
final class Applying {

    private static final String PREFIX = "SQ";
    private static final List<String> TEXTS = List.of("title", "basis", "scenario", "scope", "necessity");
    private static final List<String> NEEDED = List.of("basis", "scenario", "scope", "purpose", "method", "until");
    private static final int MOST_DATASETS = 50;

    private final Office office;
    private final Drafts drafts;
    private final Cases cases;

    Applying(Office office, Drafts drafts, Cases cases) {
        this.office = office;
        this.drafts = drafts;
        this.cases = cases;
    }

    /** What the form holds: datasets by what was asked, and fields. */
    private record Entry(List<Node> datasets, Set<String> items, Map<String, String> values, List<String> methods) {}

    /** The form for the datasets that the address names. */
    NewApplicationPage page(HttpRequest<?> request, View view, Caller caller) {
        return office.look(view, look -> {
            var faults = new ArrayList<Fault>();
            var datasets = datasets(look, request.getParameters().getAll("dataset"), faults);
            var values = new LinkedHashMap<String, String>();
            values.put("number", drafts.number(PREFIX));
            values.put("until", drafts.today().plusYears(1).toString());
            values.put("title", title(look, datasets));
            var entry = new Entry(datasets, Set.of(), values, List.of());
            var page = page(look, entry, caller, faults);
            // what the registry knows does not have to be typed
            if (!page.bases().isEmpty()) {
                values.put("basis", page.bases().get(0).text());
            }
            return page(look, entry, caller, faults);
        });
    }

    private List<Node> datasets(Look look, List<String> names, List<Fault> faults) {
        var found = new LinkedHashSet<Node>();
        for (var name : names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .limit(MOST_DATASETS)
                .toList()) {
            drafts.named(look, RecordKind.DATASETS, name)
                    .ifPresentOrElse(
                            found::add,
                            () -> faults.add(new Fault("dataset", look.view().t("cases.fault.dataset", name))));
        }
        return List.copyOf(found);
    }

    private static String title(Look look, List<Node> datasets) {
        if (datasets.isEmpty()) {
            return "";
        }
        var first = look.name(datasets.get(0)).text();
        return datasets.size() == 1
                ? look.view().t("cases.new.title.one", first)
                : look.view().t("cases.new.title.many", first, datasets.size());
    }

    private NewApplicationPage page(Look look, Entry entry, Caller caller, List<Fault> faults) {
        var listed = new LinkedHashSet<Node>();
        var methods = new LinkedHashSet<Node>();
        for (var dataset : entry.datasets()) {
            listed.addAll(look.all(dataset, Sq.sharingPurpose));
            methods.addAll(look.all(dataset, Sq.sharingMethod));
        }
        var others = new LinkedHashSet<>(codes(look, "purpose"));
        others.removeAll(listed);
        if (methods.isEmpty()) {
            methods.addAll(codes(look, "sharing-method"));
        }
        var chosen = Set.of(entry.values().getOrDefault("purpose", listed.size() == 1 ? uri(listed) : ""));
        var how = entry.methods().isEmpty() ? Set.of(uri(methods)) : Set.copyOf(entry.methods());
        var requesters = Drafts.organizations(look, caller, entry.values().getOrDefault("requester", ""));
        return new NewApplicationPage(
                entry.values().getOrDefault("number", ""),
                entry.datasets().stream()
                        .map(dataset -> wanted(look, dataset, entry.items()))
                        .toList(),
                requesters,
                bases(look, requesters, entry.values()),
                words(look, listed, chosen),
                words(look, others, chosen),
                words(look, methods, how),
                entry.values(),
                faults);
    }

    private static String uri(Set<Node> nodes) {
        return nodes.stream().findFirst().map(Node::getURI).orElse("");
    }

    private static List<Node> codes(Look look, String list) {
        return look
                .registry()
                .find(Node.ANY, Skos.inScheme, Sq.scheme(list))
                .mapWith(triple -> triple.getSubject())
                .toList()
                .stream()
                .sorted(Comparator.comparing(node -> look.name(node).text()))
                .toList();
    }

    private static List<Handling.Word> words(Look look, Set<Node> concepts, Set<String> chosen) {
        return concepts.stream()
                .map(concept -> new Handling.Word(
                        concept.getURI(), look.name(concept), Optional.empty(), chosen.contains(concept.getURI())))
                .toList();
    }

    /** The public duties of whoever asks, by their names. */
    private static List<Said> bases(Look look, List<Handling.Word> requesters, Map<String, String> values) {
        var who = requesters.stream()
                .filter(Handling.Word::isChosen)
                .map(Handling.Word::code)
                .findFirst()
                .or(() -> requesters.stream().map(Handling.Word::code).findFirst())
                .or(() -> Optional.ofNullable(values.get("requester")).filter(name -> name.startsWith("http")));
        return who.map(NodeFactory::createURI)
                .map(party -> look.all(party, Sq.publicDuty).stream()
                        .map(duty -> duty.isLiteral() ? Said.code(duty.getLiteralLexicalForm()) : look.name(duty))
                        .toList())
                .orElse(List.of());
    }

    private static NewApplicationPage.Wanted wanted(Look look, Node dataset, Set<String> items) {
        var all = look.all(dataset, Sq.dataItem);
        var isNarrow = all.stream().anyMatch(item -> items.contains(item.getURI()));
        return new NewApplicationPage.Wanted(
                dataset.getURI(),
                look.link(dataset),
                look.links(dataset, Dct.publisher),
                look.all(dataset, Sq.sharingAttribute).stream().map(look::name).toList(),
                look.said(dataset, Sq.sharingCondition).stream().toList(),
                all.stream()
                        .map(item -> new Handling.Word(
                                item.getURI(),
                                look.name(item),
                                look.one(item, Sq.securityLevel).map(look::name),
                                !isNarrow || items.contains(item.getURI())))
                        .toList());
    }

    /** What is to be filed, worked out before anything is written. */
    private record Ready(Entry entry, List<Fault> faults, Optional<Node> requester, String number, List<Part> parts) {}

    /** The request to one provider. */
    private record Part(String id, ObjectNode json) {}

    /** Files what was sent: as drafts, and on to the provider if the reader may. */
    Begun<NewApplicationPage> file(Posted form, View view, Caller caller) {
        var ready = office.look(view, look -> ready(look, form));
        var faults = new ArrayList<>(ready.faults());
        if (faults.isEmpty()) {
            try {
                for (var part : ready.parts()) {
                    drafts.file(RecordKind.REQUESTS, part.id(), part.json(), caller);
                    if (!form.get("then").equals("draft")) {
                        submit(part.id(), ready.requester().orElseThrow(), caller);
                    }
                }
                return Begun.at(address(ready));
            } catch (Refusal refused) {
                faults.addAll(Steps.faults(refused, view));
            }
        }
        return Begun.again(office.look(view, look -> page(look, ready.entry(), caller, faults)));
    }

    private static String address(Ready ready) {
        return ready.parts().size() == 1
                ? Where.page(RecordKind.REQUESTS, ready.number()) + "?done=1"
                : Where.list(RecordKind.REQUESTS) + "?q=" + ready.number();
    }

    private Ready ready(Look look, Posted form) {
        var faults = new ArrayList<Fault>();
        var values = new LinkedHashMap<String, String>();
        for (var name : List.of("number", "requester", "purpose", "until")) {
            values.put(name, form.get(name));
        }
        TEXTS.forEach(name -> values.put(name, form.get(name)));
        var datasets = datasets(look, form.all("dataset"), faults);
        var entry = new Entry(datasets, Set.copyOf(form.all("item")), values, form.all("method"));
        var requester = drafts.named(look, RecordKind.ORGANIZATIONS, form.get("requester"));
        check(look, entry, requester, faults);
        var number = drafts.sent(PREFIX, form.get("number")).orElseGet(() -> drafts.number(PREFIX));
        var parts = faults.isEmpty() ? parts(look, entry, requester.orElseThrow(), number, faults) : List.<Part>of();
        return new Ready(entry, faults, requester, number, parts);
    }

    private void check(Look look, Entry entry, Optional<Node> requester, List<Fault> faults) {
        var view = look.view();
        if (entry.datasets().isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("dataset", view.t("cases.fault.no-dataset")));
        }
        if (requester.isEmpty()) {
            faults.add(new Fault("requester", view.t("cases.fault.requester")));
        }
        for (var name : NEEDED) {
            var isEmpty = name.equals("method")
                    ? entry.methods().isEmpty()
                    : entry.values().getOrDefault(name, "").isEmpty();
            if (isEmpty) {
                faults.add(new Fault(name, view.t("cases.fault.missing", view.t("cases.new." + name))));
            }
        }
        var until = entry.values().getOrDefault("until", "");
        var day = Drafts.day(until);
        if (!until.isEmpty()
                && day.filter(last -> !last.isBefore(drafts.today())).isEmpty()) {
            faults.add(new Fault("until", view.t("cases.fault.day", until)));
        }
    }

    /** One request for each provider, since each answers for itself. */
    private List<Part> parts(Look look, Entry entry, Node requester, String number, List<Fault> faults) {
        var byProvider = new TreeMap<String, List<Node>>();
        for (var dataset : entry.datasets()) {
            var provider = look.one(dataset, Dct.publisher);
            if (provider.isEmpty()) {
                faults.add(new Fault(
                        "dataset",
                        look.view()
                                .t("cases.fault.no-provider", look.name(dataset).text())));
            } else {
                byProvider
                        .computeIfAbsent(provider.get().getURI(), any -> new ArrayList<>())
                        .add(dataset);
            }
        }
        var parts = new ArrayList<Part>();
        byProvider.forEach((provider, datasets) -> {
            var id = byProvider.size() == 1 ? number : number + "-" + (parts.size() + 1);
            var json = new RequestForm(entry.values(), entry.methods(), drafts)
                    .json(id, requester, provider, targets(look, datasets, entry.items()));
            parts.add(new Part(id, json));
        });
        return parts;
    }

    /** Whoever may not send it on leaves it as a draft to the head of the sharing office. */
    private void submit(String id, Node requester, Caller caller) {
        var submit = cases.options(RecordKind.REQUESTS, id, caller).options().stream()
                .filter(option -> option.allowed() && option.step().equals("submit"))
                .findFirst();
        submit.ifPresent(option -> cases.take(
                RecordKind.REQUESTS,
                id,
                new StepForm(
                        option.to(),
                        Optional.of(option.step()),
                        Optional.empty(),
                        option.mine().contains(requester.getURI()) ? Optional.of(requester.getURI()) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        JsonTree.object()),
                new Terms("submit requests/" + id, java.util.OptionalLong.empty(), false, true, caller)));
    }

    /** A dataset of which every item is asked for is asked for as a whole. */
    private static List<String> targets(Look look, List<Node> datasets, Set<String> items) {
        var targets = new ArrayList<String>();
        for (var dataset : datasets) {
            var all = look.all(dataset, Sq.dataItem);
            var some =
                    all.stream().filter(item -> items.contains(item.getURI())).toList();
            if (some.isEmpty() || some.size() == all.size()) {
                targets.add(dataset.getURI());
            } else {
                some.forEach(item -> targets.add(item.getURI()));
            }
        }
        return targets;
    }
}
