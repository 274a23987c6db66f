package org.shuqi.web.cases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.access.Caller;
import org.shuqi.agreement.Duties;
import org.shuqi.agreement.DutyInstance;
import org.shuqi.agreement.Version;
import org.shuqi.agreement.Versions;
import org.shuqi.casework.Cases;
import org.shuqi.chart.Caption;
import org.shuqi.chart.Spans;
import org.shuqi.chart.Tone;
import org.shuqi.paper.Papers;
import org.shuqi.record.RecordKind;
import org.shuqi.signature.Signatures;
import org.shuqi.signature.Validity;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Puts the page of an agreement together. */
@Singleton
final class Agreements {

    private static final Set<String> IN_FORCE = Set.of("active", "suspended", "disputed");
    private static final int MOST_DUTIES = 50;
    private static final int MOST_ASKED = 20;

    private final Office office;
    private final Steps steps;
    private final Cases cases;
    private final Papers papers;
    private final Versions versions;
    private final Duties duties;
    private final Signatures signatures;

    Agreements(Office office, Steps steps, Cases cases) {
        var zone = office.settings().zone();
        this.office = office;
        this.steps = steps;
        this.cases = cases;
        this.papers = Papers.over(office.store(), office.records(), zone);
        this.versions = Versions.over(office.store(), office.records(), cases, zone);
        this.duties = Duties.over(
                office.store(), office.records(), zone, office.settings().clock());
        this.signatures = Signatures.over(office.store(), office.records(), zone);
    }

    Papers papers() {
        return papers;
    }

    Versions versions() {
        return versions;
    }

    AgreementPage page(String name, View view, Caller caller, Sent sent, List<Fault> faults, boolean isDone) {
        var record = office.records().read(RecordKind.AGREEMENTS, name);
        var iri = record.iri();
        var id = office.records().id(RecordKind.AGREEMENTS, iri);
        var table = steps.options(RecordKind.AGREEMENTS, name, caller);
        var paper = papers.of(name, view.language());
        var issues = versions.list(name);
        var owed = duties.list(name, Optional.empty());
        var valid = signatures.validity(name);
        return office.look(view, look -> {
            var handling = new Handlings(look, table, sent)
                    .of(
                            Where.page(RecordKind.AGREEMENTS, id) + "/steps",
                            faults,
                            office.next(look, caller, Optional.of(iri)).isPresent());
            return new AgreementPage(
                    Where.page(RecordKind.AGREEMENTS, id),
                    paper.number(),
                    look.status(cases.status(iri, look.registry())),
                    term(look, iri),
                    office.dues(look, iri),
                    paper,
                    new Grants(look).of(iri),
                    valid.stream().map(one -> signed(look, one)).toList(),
                    issues.stream().map(one -> issue(look, one, iri)).toList(),
                    owed(look, owed),
                    handling,
                    new Course(look, iri).events(),
                    asked(look, iri),
                    origins(look, iri),
                    cases.isEditable(iri, look.registry()),
                    IN_FORCE.contains(table.status()),
                    parties(look, iri),
                    isDone ? new Course(look, iri).last().map(event -> new Crumb(event.what(), "")) : Optional.empty());
        });
    }

    /** The term as a bar, and each suspension as another. */
    private String term(Look look, Node agreement) {
        var from = look.instant(agreement, Sq.validFrom);
        var until = look.instant(agreement, Sq.validUntil);
        if (from.isEmpty() && until.isEmpty()) {
            return "";
        }
        var end = Stream.of(until, look.instant(agreement, Sq.terminatedAt))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        var view = look.view();
        var bars = new ArrayList<Spans.Span>();
        bars.add(new Spans.Span(from, end, Tone.GOOD));
        look.all(agreement, Sq.suspension)
                .forEach(suspension -> bars.add(new Spans.Span(
                        look.instant(suspension, Sq.validFrom),
                        look.instant(suspension, Sq.validUntil).or(() -> end),
                        Tone.PALE)));
        var said = view.t("cases.agreement.term.said", day(view, from), day(view, end), bars.size() - 1);
        var line = new Spans.Line(view.t("cases.agreement.term"), bars, said, "");
        return new Spans(
                        List.of(line),
                        office.settings().clock().instant(),
                        view.t("cases.agreement.today"),
                        office.settings().zone())
                .picture(new Caption("term", view.t("cases.agreement.term"), said))
                .svg();
    }

    private static String day(View view, Optional<Instant> at) {
        return at.map(view::date).orElse("—");
    }

    private static AgreementPage.Signed signed(Look look, Validity validity) {
        var tone =
                switch (validity.state()) {
                    case VALID -> Badge.Tone.GOOD;
                    case RECORDED -> Badge.Tone.PLAIN;
                    default -> Badge.Tone.BAD;
                };
        return new AgreementPage.Signed(
                validity.signatory().map(NodeFactory::createURI).map(look::link).orElse(new Crumb(Said.code("—"), "")),
                look.time(NodeFactory.createURI(validity.signature()), Sq.signedAt)
                        .orElse("—"),
                new Badge(tone, Said.of(validity.says(), look.view().language())));
    }

    private AgreementPage.Issue issue(Look look, Version version, Node shown) {
        var iri = NodeFactory.createURI(version.iri());
        var isThis = iri.equals(shown);
        var id = office.records().id(RecordKind.AGREEMENTS, shown);
        return new AgreementPage.Issue(
                version.number(),
                new Crumb(Said.code(version.id()), look.link(iri).address()),
                isThis,
                version.kind().map(kind -> look.code("version-kind", kind)).stream()
                        .toList(),
                look.status(cases.status(iri, look.registry())),
                day(look.view(), look.instant(iri, Sq.validFrom)) + " – "
                        + day(look.view(), look.instant(iri, Sq.validUntil)),
                isThis
                        ? ""
                        : Where.page(RecordKind.AGREEMENTS, id) + "/compare?with="
                                + java.net.URLEncoder.encode(version.id(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<AgreementPage.Owed> owed(Look look, List<DutyInstance> instances) {
        return instances.stream()
                .limit(MOST_DUTIES)
                .map(instance -> new AgreementPage.Owed(
                        Said.of(instance.label(), look.view().language()),
                        look.link(NodeFactory.createURI(instance.party())),
                        instance.due().map(Object::toString).orElse("—"),
                        new Badge(
                                tone(instance.state()),
                                look.word(
                                        "cases.duty." + instance.state().name().toLowerCase(Locale.ROOT)))))
                .toList();
    }

    private static Badge.Tone tone(DutyInstance.State state) {
        return switch (state) {
            case FULFILLED -> Badge.Tone.GOOD;
            case OVERDUE, BREACHED -> Badge.Tone.BAD;
            case OPEN -> Badge.Tone.PLAIN;
        };
    }

    /** Receipts say which grants their answers rest on. */
    private static AgreementPage.Asked asked(Look look, Node agreement) {
        var receipts = look.registry()
                .find(Node.ANY, Sq.underGrant, agreement)
                .mapWith(Triple::getSubject)
                .filterKeep(subject -> look.isA(subject, Sq.DecisionReceipt))
                .toList();
        return new AgreementPage.Asked(
                receipts.size(),
                receipts.stream()
                        .sorted(Comparator.comparing((Node receipt) ->
                                        look.instant(receipt, Dct.created).orElse(Instant.EPOCH))
                                .reversed())
                        .limit(MOST_ASKED)
                        .map(receipt -> new AgreementPage.Question(
                                look.time(receipt, Sq.askedAt).orElse("—"),
                                look.one(receipt, Sq.askedBy)
                                        .map(by -> by.isLiteral() ? by.getLiteralLexicalForm() : by.toString())
                                        .orElse("—"),
                                look.one(receipt, Sq.outcome)
                                        .map(look::status)
                                        .orElse(new Badge(Badge.Tone.PLAIN, Said.code("—")))))
                        .toList());
    }

    /** What it was drafted from, and the records about it that have pages. */
    private static List<Crumb> origins(Look look, Node agreement) {
        return look.links(agreement, Prov.wasDerivedFrom).stream()
                .filter(link -> !link.address().isEmpty())
                .toList();
    }

    private static List<Handling.Word> parties(Look look, Node agreement) {
        return look.all(agreement, Odrl.permission).stream()
                .flatMap(permission -> Stream.concat(
                        look.all(permission, Odrl.assigner).stream(), look.all(permission, Odrl.assignee).stream()))
                .distinct()
                .map(party -> new Handling.Word(party.toString(), look.name(party), Optional.empty(), false))
                .toList();
    }
}
