package org.shuqi.web.cases;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.access.Caller;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepOption;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Puts the page of a request, correction or dispute together. */
@Singleton
final class CaseDesk {

    /** What is shown of each kind, in order, by the names of the vocabulary. */
    private static final Map<RecordKind, List<Node>> FACTS = Map.of(
            RecordKind.REQUESTS,
            List.of(
                    Sq.requester,
                    Sq.usageBasis,
                    Sq.usageScenario,
                    Sq.usageScope,
                    Sq.necessity,
                    Sq.expectedVolume,
                    Sq.receivingSystem,
                    Sq.sharingMethod,
                    Sq.usageUntil,
                    Sq.refusalGround,
                    Sq.refusalReason,
                    Sq.validFrom,
                    Sq.validUntil,
                    Sq.endCause),
            RecordKind.CORRECTIONS,
            List.of(
                    Sq.requester,
                    Sq.respondent,
                    Sq.about,
                    Sq.recordKey,
                    Sq.observedValue,
                    Sq.expectedValue,
                    Dct.description,
                    Dct.references,
                    Sq.feedback),
            RecordKind.DISPUTES,
            List.of(Sq.disputant, Sq.about, Sq.disputeLevel, Prov.wasDerivedFrom, Sq.decisionText),
            RecordKind.LISTS,
            List.of(
                    Sq.listedBy,
                    Sq.reviewedBy,
                    Sq.providerScope,
                    Sq.assetScope,
                    Sq.purposeScope,
                    Sq.legalBasis,
                    Sq.matchedBy,
                    Sq.validFrom,
                    Sq.validUntil));

    private final Office office;
    private final Steps steps;
    private final Cases cases;
    private final Matches matches;

    CaseDesk(Office office, Steps steps, Cases cases, Matches matches) {
        this.matches = matches;
        this.office = office;
        this.cases = cases;
        this.steps = steps;
    }

    /** The page; with a form that was sent and what has to be mended in it. */
    CasePage page(
            RecordKind kind,
            String id,
            View view,
            Caller caller,
            Sent sent,
            List<Fault> faults,
            Optional<String> done) {
        var record = office.records().read(kind, id);
        var table = steps.options(kind, id, caller);
        return office.look(view, look -> page(kind, record, table, look, caller, sent, faults, done));
    }

    private CasePage page(
            RecordKind kind,
            Filed record,
            StepOption.Table table,
            Look look,
            Caller caller,
            Sent sent,
            List<Fault> faults,
            Optional<String> done) {
        var iri = record.iri();
        var id = office.records().id(kind, iri);
        var handling = new Handlings(look, table, sent)
                .of(
                        Where.page(kind, id) + "/steps",
                        faults,
                        office.next(look, caller, Optional.of(iri)).isPresent());
        return new CasePage(
                Where.list(kind).substring(1),
                look.said(iri, Dct.identifier).map(Said::text).orElse(id),
                look.said(iri, Dct.title)
                        .or(() -> look.said(iri, org.shuqi.vocabulary.Skos.prefLabel))
                        .orElseGet(() ->
                                look.word("cases.untitled." + Where.list(kind).substring(1))),
                look.status(cases.status(iri, look.registry())),
                office.dues(look, iri),
                facts(kind, iri, look),
                kind == RecordKind.REQUESTS ? new Grants(look).of(iri) : List.of(),
                kind == RecordKind.DISPUTES ? new Positions(look).of(iri) : List.of(),
                handling,
                new Course(look, iri).events(),
                kind == RecordKind.LISTS ? matches.of(id, look) : actions(kind, id, iri, look, table),
                done(look, kind, iri, done));
    }

    private static List<CasePage.Fact> facts(RecordKind kind, Node record, Look look) {
        var facts = new ArrayList<CasePage.Fact>();
        for (var property : FACTS.getOrDefault(kind, List.of())) {
            var links = property.equals(Dct.references) ? outside(record, look) : values(record, property, look);
            if (!links.isEmpty()) {
                facts.add(new CasePage.Fact(label(property, look), links));
            }
        }
        return facts;
    }

    /** Evidence that stands elsewhere, under its own address. */
    private static List<Crumb> outside(Node record, Look look) {
        return look.all(record, Dct.references).stream()
                .filter(link -> link.isURI() && link.getURI().matches("https?://.+"))
                .map(link -> new Crumb(Said.code(link.getURI()), link.getURI()))
                .toList();
    }

    /** What corrections are described by is the evidence; the word is not of our ontology, so it has no name there. */
    private static Said label(Node property, Look look) {
        if (property.equals(Dct.references)) {
            return look.word("cases.correct.links");
        }
        return property.equals(Dct.description) ? look.word("cases.correct.evidence") : look.name(property);
    }

    /** Texts in one language, everything else value by value. */
    static List<Crumb> values(Node record, Node property, Look look) {
        var values = look.all(record, property);
        var texts = values.stream()
                .filter(value ->
                        value.isLiteral() && !value.getLiteralLanguage().isEmpty())
                .toList();
        var links = new ArrayList<Crumb>();
        if (!texts.isEmpty()) {
            look.said(record, property).ifPresent(said -> links.add(new Crumb(said, "")));
        }
        values.stream().filter(value -> !texts.contains(value)).map(look::link).forEach(links::add);
        return links;
    }

    private static List<Crumb> actions(RecordKind kind, String id, Node record, Look look, StepOption.Table table) {
        var actions = new ArrayList<Crumb>();
        if (kind == RecordKind.REQUESTS) {
            var status = table.status();
            if (look.registry()
                    .contains(record, Sq.consented, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean))) {
                actions.add(new Crumb(look.word("cases.action.draft"), "/agreements/new?request=" + id));
            }
            if (status.equals("refused") || status.equals("partially-consented") || status.equals("negotiating")) {
                actions.add(new Crumb(look.word("cases.action.dispute"), "/disputes/new?request=" + id));
            }
        }
        look
                .registry()
                .find(Node.ANY, Prov.wasDerivedFrom, record)
                .mapWith(triple -> triple.getSubject())
                .toList()
                .stream()
                .distinct()
                .filter(derived -> !derived.equals(record))
                .forEach(derived -> actions.add(look.link(derived)));
        return actions.stream().filter(action -> !action.address().isEmpty()).toList();
    }

    /** The step that was just taken: of this record, or of the one the reader comes from. */
    private Optional<Crumb> done(Look look, RecordKind kind, Node record, Optional<String> done) {
        return done.flatMap(name -> {
                    var parts = name.split("/", 2);
                    return parts.length < 2
                            ? Optional.of(record)
                            : RecordKind.at(parts[0])
                                    .map(other -> office.records().iri(other, parts[1]));
                })
                .flatMap(node -> new Course(look, node)
                        .last()
                        .map(event -> new Crumb(
                                event.what(),
                                node.equals(record) ? "" : look.link(node).address())));
    }

    /** The parties of a permission, for who looks for them elsewhere. */
    static List<Node> providers(Look look, Node record) {
        return look.all(record, Odrl.permission).stream()
                .flatMap(permission -> look.all(permission, Odrl.assigner).stream())
                .distinct()
                .toList();
    }
}
