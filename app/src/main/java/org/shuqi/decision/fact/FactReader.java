package org.shuqi.decision.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Reads what a subject says into facts. The only place where triples become facts. */
final class FactReader {

    /** The types that make a subject worth reading; {@code odrl:partOf} and {@code org:subOrganizationOf} do so too. */
    static final List<Node> TYPES = List.of(
            Org.Organization,
            Org.FormalOrganization,
            Org.OrganizationalUnit,
            Odrl.PartyCollection,
            Skos.Concept,
            Dcat.Catalog,
            Dcat.Dataset,
            Sq.LegalBasis,
            Sq.Prohibition,
            Sq.NegativeListEntry,
            Sq.Mandate,
            Sq.ReturnFlow,
            Sq.Requirement,
            Sq.SuspensionOrder,
            Sq.OnwardConsent,
            Sq.SharingAgreement,
            Sq.ProcurementContract,
            Sq.SharingRequest,
            Sq.Assessment,
            Sq.SourceDesignation,
            Sq.JurisdictionProfile);

    private static final Map<Node, Effect> EFFECTS = Map.of(
            Sq.Prohibition, Effect.PROHIBITION,
            Sq.NegativeListEntry, Effect.PROHIBITION,
            Sq.Mandate, Effect.MANDATE,
            Sq.ReturnFlow, Effect.RETURN_FLOW,
            Sq.Requirement, Effect.REQUIREMENT,
            Sq.SuspensionOrder, Effect.SUSPENSION,
            Sq.OnwardConsent, Effect.ONWARD_CONSENT);

    private final DatasetGraph graph;
    private final ZoneId zone;

    FactReader(DatasetGraph graph, ZoneId zone) {
        this.graph = graph;
        this.zone = zone;
    }

    /** Every fact about the subject; empty if it says nothing that a decision rests on. */
    List<Fact> read(Node subject) {
        var said = describe(subject);
        var facts = new ArrayList<Fact>();
        if (isParty(said)) {
            facts.add(organisation(said));
        }
        if (said.isA(Skos.Concept) || said.says(Skos.broader)) {
            facts.add(concept(said));
        }
        if (said.isA(Dcat.Dataset)) {
            facts.add(new DatasetReader(this).read(said));
        }
        if (said.isA(Dcat.Catalog)) {
            facts.add(new Catalogue(said.iri(), subjects(Dcat.catalog, subject)));
        }
        if (said.isA(Sq.LegalBasis)) {
            facts.add(new Basis(said.iri(), said.iris(Sq.legalRank), said.narrowest(false, false), said.name()));
        }
        said.nodes(Rdf.type).stream()
                .flatMap(type -> Stream.ofNullable(EFFECTS.get(type)))
                .distinct()
                .sorted()
                .forEach(effect -> facts.add(norm(said, effect)));
        facts.addAll(new GrantReader(this).read(said));
        if (said.isA(Sq.Assessment)) {
            facts.add(evidence(said));
        }
        if (said.isA(Sq.SourceDesignation)) {
            facts.add(designation(said));
        }
        if (said.isA(Sq.JurisdictionProfile)) {
            facts.add(profile(said));
        }
        return facts;
    }

    Description describe(Node subject) {
        return new Description(graph, subject, zone);
    }

    /** Who says this of the object, sorted. */
    List<String> subjects(Node predicate, Node object) {
        var subjects = new ArrayList<String>();
        graph.find(Node.ANY, Node.ANY, predicate, object)
                .forEachRemaining(quad -> subjects.add(Description.key(quad.getSubject())));
        return subjects.stream().distinct().sorted().toList();
    }

    private static boolean isOrganisation(Description said) {
        return said.isA(Org.FormalOrganization) || said.isA(Org.Organization) || said.isA(Org.OrganizationalUnit);
    }

    private static boolean isParty(Description said) {
        return isOrganisation(said)
                || said.isA(Odrl.PartyCollection)
                || said.says(Odrl.partOf)
                || said.says(Org.subOrganizationOf);
    }

    private static Organisation organisation(Description said) {
        var codes = Stream.of(Org.identifier, Dct.identifier, Adms.identifier)
                .flatMap(predicate -> said.texts(predicate).stream())
                .distinct()
                .toList();
        return new Organisation(
                said.iri(),
                isOrganisation(said),
                said.iris(Sq.organType),
                said.iris(Org.subOrganizationOf),
                said.iris(Odrl.partOf),
                said.iris(Sq.clearance),
                codes,
                said.name());
    }

    private static Concept concept(Description said) {
        return new Concept(
                said.iri(), said.iris(Skos.inScheme), said.iris(Skos.broader), said.number(Sq.rank), said.name());
    }

    private Norm norm(Description said, Effect effect) {
        return new Norm(
                said.iri(),
                effect,
                scope(said),
                period(said, effect),
                said.iris(Sq.legalBasis),
                said.iris(Sq.exceptPurpose),
                said.iris(Sq.exceptRecipient),
                said.iris(Sq.overrides),
                said.iris(Sq.requires),
                said.iris(Sq.region),
                said.iris(Sq.thirdParty),
                said.isTrue(Sq.waivedByMandate),
                duties(said),
                said.name());
    }

    private static Span period(Description said, Effect effect) {
        return switch (effect) {
            case PROHIBITION, REQUIREMENT -> said.widest();
            case MANDATE, RETURN_FLOW -> said.narrowest(false, false);
            case ONWARD_CONSENT -> said.narrowest(true, false);
            case SUSPENSION ->
                said.instant1(Sq.liftedAt)
                        .map(lifted -> said.widest().and(new Span(Instant.MIN, lifted)))
                        .orElse(said.widest());
        };
    }

    static Scope scope(Description said) {
        return new Scope(
                said.iris(Sq.providerScope),
                said.iris(Sq.assetScope),
                said.iris(Sq.recipientScope),
                said.iris(Sq.purposeScope),
                said.iris(Sq.methodScope),
                said.isTrue(Sq.includesSubordinates));
    }

    List<Duty> duties(Description said) {
        return said.nodes(Odrl.duty).stream()
                .filter(node -> node.isURI() || node.isBlank())
                .map(this::describe)
                .map(duty -> new Duty(
                        duty.iri(),
                        duty.iris(Odrl.action).stream().findFirst().orElse(""),
                        duty.says(Skos.prefLabel) || duty.says(Dct.title),
                        duty.name()))
                .sorted(Comparator.comparing(Duty::iri))
                .toList();
    }

    private static Evidence evidence(Description said) {
        var destinations = Stream.concat(
                        said.texts(Sq.destination).stream(),
                        said.iris(Sq.destination).stream().map(Description::segment))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .toList();
        return new Evidence(
                said.iri(),
                said.iris(Dct.type),
                scope(said),
                said.isTrue(Sq.passed),
                said.narrowest(true, false),
                destinations);
    }

    private static Designation designation(Description said) {
        return new Designation(
                said.iri(), said.iris(Sq.assetScope), said.iris(Sq.sourceDepartment), said.narrowest(false, false));
    }

    private Profile profile(Description said) {
        return new Profile(
                said.iri(),
                said.iris(Sq.extendsProfile),
                said.iris(Sq.defaultClearance),
                said.says(Sq.unconditionalNeedsReply)
                        ? Optional.of(said.mayBe(Sq.unconditionalNeedsReply))
                        : Optional.empty(),
                said.truth(Sq.acceptsLocalNegativeList),
                said.says(Sq.forbidsOnwardProvision)
                        ? Optional.of(said.mayBe(Sq.forbidsOnwardProvision))
                        : Optional.empty(),
                deadlines(said));
    }

    private Map<String, Profile.Limit> deadlines(Description said) {
        var limits = new HashMap<String, Profile.Limit>();
        for (var node : said.nodes(Sq.deadline)) {
            var deadline = describe(node);
            var days = deadline.number(Sq.workingDays);
            if (days.isPresent()) {
                deadline.iris(Sq.clock)
                        .forEach(clock ->
                                limits.put(Description.segment(clock), limit(days, deadline.number(Sq.extensionDays))));
            }
        }
        return Map.copyOf(limits);
    }

    private static Profile.Limit limit(OptionalInt days, OptionalInt more) {
        return new Profile.Limit(days.getAsInt(), more.orElse(0));
    }
}
