package org.shuqi.web.cases;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.agreement.DraftForm;
import org.shuqi.agreement.Template;
import org.shuqi.agreement.Templates;
import org.shuqi.agreement.VersionForm;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Begins agreements: from a template, with what a request was granted; and next versions of those in force. */
@Singleton
final class Drafting {

    private static final List<String> FIELDS =
            List.of("template", "identifier", "request", "provider", "recipients", "data", "validFrom", "validUntil");

    private final Office office;
    private final Drafts drafts;
    private final Templates templates;
    private final Agreements agreements;

    Drafting(Office office, Drafts drafts, Agreements agreements) {
        this.office = office;
        this.drafts = drafts;
        this.agreements = agreements;
        this.templates = Templates.over(
                office.store(),
                office.records(),
                office.settings().zone(),
                office.settings().clock());
    }

    DraftPage page(HttpRequest<?> request, View view) {
        var values = new LinkedHashMap<String, String>();
        values.put(
                "request",
                Optional.ofNullable(request.getParameters().get("request"))
                        .orElse("")
                        .strip());
        values.put("identifier", drafts.number("XY"));
        return page(values, view, List.of());
    }

    private DraftPage page(Map<String, String> values, View view, List<Fault> faults) {
        var all = templates.list();
        return office.look(view, look -> {
            var request = drafts.named(look, RecordKind.REQUESTS, values.getOrDefault("request", ""));
            var chosen = Optional.ofNullable(values.get("template"))
                    .orElse(all.isEmpty() ? "" : all.get(0).code());
            var more = new ArrayList<>(faults);
            if (request.isEmpty() && !values.getOrDefault("request", "").isEmpty()) {
                more.add(new Fault("request", view.t("cases.fault.request", values.getOrDefault("request", ""))));
            }
            return new DraftPage(
                    request.map(look::link),
                    request.map(Node::getURI).orElse(""),
                    all.stream().map(template -> choice(template, chosen, view)).toList(),
                    values,
                    more);
        });
    }

    private static DraftPage.Choice choice(Template template, String chosen, View view) {
        return new DraftPage.Choice(
                template.code(),
                Said.of(template.label(), view.language()),
                Said.of(template.description(), view.language()),
                template.duties().stream()
                        .map(duty -> Said.of(duty, view.language()))
                        .toList(),
                template.code().equals(chosen));
    }

    Begun<DraftPage> file(Posted form, View view, Caller caller) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(name -> values.put(name, form.get(name)));
        var faults = new ArrayList<Fault>();
        for (var name : List.of("template", "identifier")) {
            if (values.getOrDefault(name, "").isEmpty()) {
                faults.add(new Fault(name, view.t("cases.fault.missing", view.t("cases.draft." + name))));
            }
        }
        if (values.getOrDefault("request", "").isEmpty()) {
            for (var name : List.of("provider", "recipients", "data", "validUntil")) {
                if (values.getOrDefault(name, "").isEmpty()) {
                    faults.add(new Fault(name, view.t("cases.fault.missing", view.t("cases.draft." + name))));
                }
            }
        }
        if (faults.isEmpty()) {
            try {
                var written = templates.draft(
                        draft(values, form), terms("draft " + values.getOrDefault("identifier", ""), caller));
                var id = office.records()
                        .id(RecordKind.AGREEMENTS, written.record().iri());
                return Begun.at(Where.page(RecordKind.AGREEMENTS, id));
            } catch (Refusal refused) {
                faults.addAll(Steps.faults(refused, view));
            }
        }
        return Begun.again(page(values, view, faults));
    }

    private static DraftForm draft(Map<String, String> values, Posted form) {
        return new DraftForm(
                values.getOrDefault("template", ""),
                values.getOrDefault("identifier", ""),
                form.find("title"),
                form.find("request"),
                form.find("provider"),
                parts(values.getOrDefault("recipients", "")),
                parts(values.getOrDefault("data", "")),
                List.of(),
                List.of(),
                form.find("validFrom"),
                form.find("validUntil"));
    }

    private static List<String> parts(String text) {
        return Stream.of(text.split("[\\s,，、]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /**
     * Drafts the next version.
     *
     * @return where it stands
     */
    String revise(String id, Posted form, Caller caller) {
        var version = new VersionForm(
                form.get("kind"),
                Optional.empty(),
                form.find("validFrom"),
                form.find("validUntil"),
                form.find("from"),
                form.find("to"));
        var written =
                agreements.versions().draft(id, version, terms("draft the next version of agreements/" + id, caller));
        return Where.page(
                RecordKind.AGREEMENTS,
                office.records().id(RecordKind.AGREEMENTS, written.record().iri()));
    }

    private static Terms terms(String reason, Caller caller) {
        return new Terms(reason, OptionalLong.empty(), false, false, caller);
    }
}
