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
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
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

    /** The types that make a subject worth reading. */
    static final Set<Node> TYPES = Set.of(
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

    /** The links that make a subject worth reading, whatever it is. */
    static final Set<Node> LINKS = Set.of(Odrl.partOf, Org.subOrganizationOf, Skos.broader);

    private static final Map<Node, Effect> EFFECTS = Map.of(
            Sq.Prohibition, Effect.PROHIBITION,
            Sq.NegativeListEntry, Effect.PROHIBITION,
            Sq.Mandate, Effect.MANDATE,
            Sq.ReturnFlow, Effect.RETURN_FLOW,
            Sq.Requirement, Effect.REQUIREMENT,
            Sq.SuspensionOrder, Effect.SUSPENSION,
            Sq.OnwardConsent, Effect.ONWARD_CONSENT);

    private final Statements statements;
    private final Terms terms;
    private final ZoneId zone;
    private final Interner interner = new Interner();

    FactReader(Statements statements, Terms terms, ZoneId zone) {
        this.statements = statements;
        this.terms = terms;
        this.zone = zone;
    }

    Interner interner() {
        return interner;
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
            var within = subjects(Dcat.catalog, subject);
            if (!within.isEmpty()) {
                facts.add(new Catalogue(said.id(), within));
            }
        }
        if (said.isA(Sq.LegalBasis)) {
            facts.add(new Basis(said.id(), said.ids(Sq.legalRank), said.narrowest(false, false), said.name()));
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
        return new Description(statements, subject, terms, zone);
    }

    /** Who says this of the object. */
    Ids subjects(Node predicate, Node object) {
        return Ids.of(statements
                .subjects(predicate, object)
                .mapToInt(subject -> terms.add(Description.key(subject)))
                .toArray());
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
                said.id(),
                isOrganisation(said),
                said.ids(Sq.organType),
                said.ids(Org.subOrganizationOf),
                said.ids(Odrl.partOf),
                said.ids(Sq.clearance),
                codes,
                said.name());
    }

    private static Concept concept(Description said) {
        return new Concept(
                said.id(), said.ids(Skos.inScheme), said.ids(Skos.broader), said.number(Sq.rank), said.name());
    }

    private Norm norm(Description said, Effect effect) {
        return new Norm(
                said.id(),
                effect,
                scope(said),
                period(said, effect),
                said.ids(Sq.legalBasis),
                said.ids(Sq.exceptPurpose),
                said.ids(Sq.exceptRecipient),
                said.ids(Sq.overrides),
                said.ids(Sq.requires),
                said.ids(Sq.region),
                said.ids(Sq.thirdParty),
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

    private static Scope scope(Description said) {
        return new Scope(
                said.ids(Sq.providerScope),
                said.ids(Sq.assetScope),
                said.ids(Sq.recipientScope),
                said.ids(Sq.purposeScope),
                said.ids(Sq.methodScope),
                said.isTrue(Sq.includesSubordinates));
    }

    List<Duty> duties(Description said) {
        return said.nodes(Odrl.duty).stream()
                .filter(node -> node.isURI() || node.isBlank())
                .map(this::describe)
                .sorted(Comparator.comparing(Description::iri))
                .map(duty -> new Duty(
                        duty.id(),
                        duty.resources(Odrl.action)
                                .sorted()
                                .findFirst()
                                .map(terms::add)
                                .orElse(Terms.NONE),
                        duty.says(Skos.prefLabel) || duty.says(Dct.title),
                        duty.name()))
                .toList();
    }

    private static Evidence evidence(Description said) {
        var destinations = Stream.concat(
                        said.texts(Sq.destination).stream(),
                        said.resources(Sq.destination).map(Description::segment))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .sorted()
                .toList();
        return new Evidence(
                said.id(),
                said.ids(Dct.type),
                scope(said),
                said.isTrue(Sq.passed),
                said.narrowest(true, false),
                destinations);
    }

    private static Designation designation(Description said) {
        return new Designation(
                said.id(), said.ids(Sq.assetScope), said.ids(Sq.sourceDepartment), said.narrowest(false, false));
    }

    private Profile profile(Description said) {
        return new Profile(
                said.id(),
                said.ids(Sq.extendsProfile),
                said.ids(Sq.defaultClearance),
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
                deadline.resources(Sq.clock)
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
