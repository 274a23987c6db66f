package org.shuqi.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.decision.fact.Index;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * A small invented registry with every kind of fact that a decision rests on, sound and unsound, and questions about it.
 * Small, so that facts meet; unsound now and then, since what is missing or contradictory must never permit.
 */
final class RandomRegistry {

    static final String BASE = "http://localhost:8080/id/";
    static final String PROFILE = BASE + "profile/national";

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final Node GRAPH = NodeFactory.createURI(BASE + "graph/invented");
    private static final List<String> KINDS = List.of(
            "government-department",
            "government-department",
            "government-department",
            "government-department",
            "government-department",
            "government-department",
            "authorised-organisation",
            "grass-roots-body",
            "authorised-organisation",
            "grass-roots-body",
            "other-state-organ",
            "party-organ",
            "public-utility",
            "enterprise",
            "foreign-body");
    private static final List<String> LEVELS = List.of(
            "general-1",
            "general-1",
            "general-1",
            "general-2",
            "general-2",
            "general-3",
            "general-4",
            "important",
            "core");
    private static final List<String> RANKS = List.of(
            "law", "administrative-regulation", "state-council-decision", "local-regulation", "normative-document");
    private static final List<String> METHODS = List.of("verify", "query", "query", "batch", "file");
    private static final List<String> NEEDS = List.of(
            "agreement",
            "agreement",
            "impact-assessment",
            "risk-assessment",
            "special-approval",
            "special-approval",
            "de-identification",
            "request",
            "clearance");

    private final Random random;
    private final DatasetGraph dataset = DatasetGraphFactory.create();
    private final List<Node> organisations = nodes("organization/o", 9);
    private final List<Node> collections = nodes("organization/c", 2);
    private final List<Node> purposes = codes("purpose", "p", 6);
    private final List<Node> themes = codes("theme", "t", 4);
    private final List<Node> divisions = codes("division", "d", 4);
    private final List<Node> catalogues = nodes("catalog/k", 2);
    private final List<Node> laws = nodes("law/l", 4);
    private final List<Node> datasets = nodes("dataset/s", 4);
    private final List<Node> items = new ArrayList<>();
    private final List<Node> norms = new ArrayList<>();
    private final List<Node> prohibitions = new ArrayList<>();
    private final List<Node[]> given = new ArrayList<>();

    RandomRegistry(long seed) {
        random = new Random(seed);
        CodeLists.into(dataset);
        chain(purposes, Skos.broader, Skos.Concept);
        chain(themes, Skos.broader, Skos.Concept);
        chain(divisions, Skos.broader, Skos.Concept);
        organisations.forEach(this::organisation);
        collections.forEach(collection -> add(collection, Rdf.type, Odrl.PartyCollection));
        maybe(50, () -> add(collections.get(1), Odrl.partOf, collections.get(0)));
        catalogues.forEach(catalogue -> add(catalogue, Rdf.type, Dcat.Catalog));
        maybe(50, () -> add(catalogues.get(0), Dcat.catalog, catalogues.get(1)));
        laws.forEach(this::law);
        datasets.forEach(this::entry);
        profile();
        times(4 + random.nextInt(6), this::norm);
        times(4 + random.nextInt(5), this::agreement);
        times(1 + random.nextInt(3), this::request);
        times(2 + random.nextInt(4), this::assessment);
        maybe(25, this::designation);
        maybe(40, this::approval);
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /** A question that often meets what was granted, and often just misses it. */
    Asked question(Index index) {
        var one = given.isEmpty() || chance(40)
                ? new Node[] {pick(organisations), pick(datasets), pick(purposes)}
                : pick(given);
        var entry = index.dataset(index.id(one[1].getURI())).orElseThrow();
        var asked = entry.items().stream()
                .map(item -> index.iri(item.iri()))
                .filter(item -> chance(60))
                .toList();
        var action = chance(65) ? Action.RECEIVE : chance(70) ? Action.REDISTRIBUTE : Action.TRANSFER_ABROAD;
        return new Asked(
                chance(85) ? one[0].getURI() : pick(organisations).getURI(),
                one[1].getURI(),
                asked.isEmpty()
                        ? entry.items().stream()
                                .map(item -> index.iri(item.iri()))
                                .toList()
                        : asked,
                chance(75) ? one[2].getURI() : pick(purposes).getURI(),
                Method.of(pick(METHODS)).orElseThrow(),
                action,
                action == Action.REDISTRIBUTE ? Optional.of(pick(organisations).getURI()) : Optional.empty(),
                action == Action.TRANSFER_ABROAD ? Optional.of(chance(70) ? "SG" : "KZ") : Optional.empty(),
                chance(92) ? Optional.empty() : Optional.of(pick(organisations).getURI()),
                chance(60) ? Optional.empty() : Optional.of(pick(divisions).getURI()),
                instant().minus(chance(30) ? 1 : 0, ChronoUnit.MILLIS));
    }

    /** Changes something: takes a few statements out, and puts others in. */
    List<Quad> removals(int many) {
        var quads = new ArrayList<Quad>();
        dataset.find(GRAPH, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        var removed = new ArrayList<Quad>();
        times(many, () -> removed.add(pick(quads)));
        return removed.stream().distinct().toList();
    }

    private void organisation(Node organisation) {
        add(organisation, Rdf.type, Org.FormalOrganization);
        maybe(98, () -> add(organisation, Sq.organType, code("organ-type", pick(KINDS))));
        maybe(3, () -> add(organisation, Sq.organType, code("organ-type", pick(KINDS))));
        var number = organisations.indexOf(organisation);
        maybe(70, () -> add(organisation, Org.subOrganizationOf, organisations.get(random.nextInt(number + 1))));
        maybe(10, () -> add(organisation, Org.subOrganizationOf, pick(organisations)));
        maybe(35, () -> add(organisation, Odrl.partOf, pick(collections)));
        maybe(60, () -> add(organisation, Sq.clearance, code("level", pick(LEVELS.subList(5, 9)))));
        maybe(3, () -> add(organisation, Sq.clearance, code("level", pick(LEVELS))));
    }

    private void law(Node law) {
        maybe(95, () -> add(law, Rdf.type, Sq.LegalBasis));
        maybe(95, () -> add(law, Sq.legalRank, code("legal-rank", pick(RANKS))));
        maybe(4, () -> add(law, Sq.legalRank, code("legal-rank", pick(RANKS))));
        period(law, 60, 15);
    }

    private void entry(Node entry) {
        add(entry, Rdf.type, Dcat.Dataset);
        maybe(97, () -> add(entry, Dct.publisher, pick(organisations)));
        maybe(3, () -> add(entry, Dct.publisher, pick(organisations)));
        maybe(98, () -> add(entry, Dct.issued, chance(92) ? date(-30) : time()));
        maybe(2, () -> add(entry, Dct.issued, time()));
        maybe(7, () -> add(entry, Sq.withdrawnAt, time()));
        maybe(10, () -> add(entry, Sq.sourceDepartment, pick(organisations)));
        maybe(70, () -> add(entry, Dcat.theme, pick(themes)));
        maybe(60, () -> add(pick(catalogues), Dcat.dataset, entry));
        maybe(2, () -> add(entry, Sq.stateSecret, bool(chance(80))));
        maybe(40, () -> add(entry, Sq.securityLevel, code("level", pick(LEVELS))));
        offer(entry, 97);
        times(random.nextInt(4), () -> item(entry));
    }

    private void item(Node entry) {
        var item = NodeFactory.createURI(entry.getURI() + "/item/i" + items.size());
        items.add(item);
        add(entry, Sq.dataItem, item);
        add(item, Rdf.type, Sq.DataItem);
        maybe(90, () -> add(item, Sq.securityLevel, code("level", pick(LEVELS))));
        maybe(2, () -> add(item, Sq.securityLevel, code("level", pick(LEVELS))));
        maybe(30, () -> add(item, Sq.personalData, bool(chance(85))));
        maybe(10, () -> add(item, Sq.sensitivePersonalData, bool(chance(85))));
        maybe(10, () -> add(item, Sq.personalDataCategory, pick(themes)));
        maybe(10, () -> add(item, Sq.maskingRule, node("rule", 0)));
        maybe(2, () -> add(item, Sq.workSecret, bool(true)));
        maybe(5, () -> add(item, Sq.sourceDepartment, pick(organisations)));
        maybe(10, () -> offer(item, 50));
    }

    private void offer(Node said, int often) {
        var attribute = pick(List.of(
                "unconditional",
                "unconditional",
                "unconditional",
                "conditional",
                "conditional",
                "conditional",
                "not-shared"));
        maybe(often, () -> add(said, Sq.sharingAttribute, code("sharing-attribute", attribute)));
        maybe(3, () -> add(said, Sq.sharingAttribute, code("sharing-attribute", "conditional")));
        maybe(70, () -> add(said, Sq.sharingScope, party()));
        maybe(70, () -> add(said, Sq.sharingPurpose, pick(purposes)));
        maybe(95, () -> add(said, Sq.sharingMethod, method()));
        times(random.nextInt(4), () -> add(said, Sq.sharingMethod, method()));
        maybe(attribute.equals("not-shared") ? 80 : 5, () -> add(said, Sq.legalBasis, pick(laws)));
    }

    private void profile() {
        var profile = NodeFactory.createURI(PROFILE);
        var parent = NodeFactory.createURI(BASE + "profile/parent");
        for (var each : List.of(profile, parent)) {
            add(each, Rdf.type, Sq.JurisdictionProfile);
            maybe(85, () -> add(each, Sq.defaultClearance, code("level", pick(LEVELS.subList(5, 8)))));
            maybe(20, () -> add(each, Sq.unconditionalNeedsReply, bool(chance(70))));
            maybe(30, () -> add(each, Sq.acceptsLocalNegativeList, bool(chance(70))));
            maybe(10, () -> add(each, Sq.forbidsOnwardProvision, bool(chance(70))));
        }
        maybe(50, () -> add(profile, Sq.extendsProfile, parent));
    }

    private void norm() {
        var norm = node("norm/n", norms.size());
        var type = pick(List.of(
                Sq.Prohibition,
                Sq.NegativeListEntry,
                Sq.Mandate,
                Sq.Mandate,
                Sq.Mandate,
                Sq.ReturnFlow,
                Sq.Requirement,
                Sq.Requirement,
                Sq.Requirement,
                Sq.SuspensionOrder,
                Sq.OnwardConsent,
                Sq.OnwardConsent));
        norms.add(norm);
        add(norm, Rdf.type, type);
        scope(norm, type.equals(Sq.Mandate) || type.equals(Sq.ReturnFlow) ? 60 : 45);
        var forbids = type.equals(Sq.Prohibition) || type.equals(Sq.NegativeListEntry);
        if (forbids) {
            prohibitions.add(norm);
        }
        if (forbids || type.equals(Sq.SuspensionOrder)) {
            maybe(60, () -> add(norm, Sq.purposeScope, pick(purposes)));
        }
        period(norm, 70, 30);
        maybe(85, () -> add(norm, Sq.legalBasis, pick(laws)));
        maybe(15, () -> add(norm, Sq.legalBasis, pick(laws)));
        maybe(20, () -> add(norm, Sq.exceptPurpose, pick(purposes)));
        maybe(15, () -> add(norm, Sq.exceptRecipient, party()));
        // to override what forbids nothing changes no answer
        maybe(15, () -> add(norm, Sq.overrides, pick(prohibitions.isEmpty() ? norms : prohibitions)));
        maybe(95, () -> add(norm, Sq.requires, code("evidence", pick(NEEDS))));
        maybe(90, () -> add(norm, Sq.region, pick(divisions)));
        maybe(90, () -> add(norm, Sq.thirdParty, party()));
        maybe(30, () -> add(norm, Sq.waivedByMandate, bool(true)));
        maybe(type.equals(Sq.SuspensionOrder) ? 20 : 0, () -> add(norm, Sq.liftedAt, time()));
    }

    /** Special approval for everything of one level: rare by chance alone, and the only way to a denial at S8. */
    private void approval() {
        var norm = node("norm/approval", 0);
        add(norm, Rdf.type, Sq.Requirement);
        add(norm, Sq.assetScope, code("level", pick(LEVELS)));
        add(norm, Sq.requires, code("evidence", "special-approval"));
    }

    private void scope(Node norm, int often) {
        maybe(often, () -> add(norm, Sq.providerScope, party()));
        maybe(often + 20, () -> add(norm, Sq.assetScope, asset()));
        maybe(often, () -> add(norm, Sq.recipientScope, party()));
        maybe(20, () -> add(norm, Sq.recipientScope, party()));
        maybe(30, () -> add(norm, Sq.purposeScope, pick(purposes)));
        maybe(20, () -> add(norm, Sq.methodScope, method()));
        maybe(30, () -> add(norm, Sq.includesSubordinates, bool(chance(80))));
    }

    private void agreement() {
        var agreement = node("agreement/a", given.size());
        add(agreement, Rdf.type, chance(85) ? Sq.SharingAgreement : Sq.ProcurementContract);
        maybe(93, () -> add(agreement, Sq.activatedAt, chance(85) ? date(-20) : time()));
        grantPeriod(agreement);
        maybe(12, () -> add(agreement, Sq.terminatedAt, time()));
        maybe(20, () -> suspension(agreement));
        permission(agreement);
        maybe(30, () -> permission(agreement));
    }

    private void request() {
        var request = node("request/r", given.size());
        add(request, Rdf.type, Sq.SharingRequest);
        maybe(95, () -> add(request, Sq.repliedAt, chance(70) ? date(-20) : time()));
        maybe(95, () -> add(request, Sq.consented, bool(chance(90))));
        grantPeriod(request);
        permission(request);
    }

    private void suspension(Node agreement) {
        var suspension = NodeFactory.createURI(agreement.getURI() + "#s");
        add(agreement, Sq.suspension, suspension);
        period(suspension, 85, 85);
    }

    private void grantPeriod(Node source) {
        maybe(97, () -> add(source, Sq.validFrom, chance(70) ? date(-10) : time()));
        maybe(97, () -> add(source, Sq.validUntil, chance(70) ? date(60) : time()));
        maybe(2, () -> add(source, Sq.validUntil, time()));
    }

    private void permission(Node source) {
        var permission = NodeFactory.createURI(source.getURI() + "#p" + given.size());
        var entry = pick(datasets);
        var recipient = pick(organisations);
        var purpose = pick(purposes);
        given.add(new Node[] {recipient, entry, purpose});
        add(source, Odrl.permission, permission);
        var publisher = dataset.find(GRAPH, entry, Dct.publisher, Node.ANY);
        var assigner = publisher.hasNext() && chance(92) ? publisher.next().getObject() : pick(organisations);
        add(permission, Odrl.assigner, assigner);
        add(permission, Odrl.assignee, chance(85) ? recipient : party());
        maybe(25, () -> add(permission, Sq.includesSubordinates, bool(true)));
        maybe(96, () -> add(permission, Odrl.action, chance(90) ? Sq.receive : Odrl.use));
        add(permission, Odrl.target, chance(80) || items.isEmpty() ? entry : chance(80) ? pick(items) : asset());
        maybe(60, () -> constraint(permission, "#u", Odrl.purpose, Odrl.isAnyOf, purpose));
        maybe(50, () -> constraint(permission, "#m", Sq.method, Odrl.isAnyOf, method()));
        maybe(
                15,
                () -> constraint(
                        permission,
                        "#t",
                        Odrl.dateTime,
                        pick(List.of(Odrl.lt, Odrl.lteq, Odrl.gt, Odrl.gteq)),
                        time()));
        maybe(3, () -> constraint(permission, "#x", Odrl.count, Odrl.lteq, purpose));
        maybe(45, () -> add(permission, Sq.onwardRecipient, party()));
        maybe(10, () -> mask(permission));
    }

    private void mask(Node permission) {
        var rule = NodeFactory.createURI(permission.getURI() + "-rule");
        add(permission, Sq.maskingRule, rule);
        maybe(items.isEmpty() ? 0 : 50, () -> add(rule, Sq.maskedItem, pick(items)));
    }

    private void constraint(Node permission, String suffix, Node left, Node operator, Node right) {
        var constraint = NodeFactory.createURI(permission.getURI() + suffix.replace('#', '-'));
        add(permission, Odrl.constraint, constraint);
        add(constraint, Odrl.leftOperand, left);
        add(constraint, Odrl.operator, operator);
        add(constraint, Odrl.rightOperand, right);
    }

    private void assessment() {
        var paper = node("assessment/e", random.nextInt(1000));
        add(paper, Rdf.type, Sq.Assessment);
        add(
                paper,
                Dct.type,
                code(
                        "evidence",
                        pick(List.of(
                                "impact-assessment",
                                "risk-assessment",
                                "special-approval",
                                "security-assessment",
                                "transfer-exemption"))));
        add(paper, Sq.assetScope, chance(70) ? pick(datasets) : asset());
        maybe(30, () -> add(paper, Sq.recipientScope, party()));
        maybe(10, () -> add(paper, Sq.providerScope, party()));
        maybe(95, () -> add(paper, Sq.passed, bool(chance(90))));
        maybe(97, () -> add(paper, Sq.validFrom, chance(80) ? date(-30) : time()));
        maybe(60, () -> add(paper, Sq.validUntil, chance(60) ? date(60) : time()));
        maybe(85, () -> add(paper, Sq.destination, NodeFactory.createLiteralString("SG")));
    }

    private void designation() {
        var designation = node("case/d", 0);
        add(designation, Rdf.type, Sq.SourceDesignation);
        add(designation, Sq.assetScope, chance(60) || items.isEmpty() ? pick(datasets) : pick(items));
        add(designation, Sq.sourceDepartment, pick(organisations));
        period(designation, 60, 30);
    }

    private void period(Node thing, int from, int until) {
        maybe(from, () -> add(thing, Sq.validFrom, chance(70) ? date(-40) : time()));
        maybe(until, () -> add(thing, Sq.validUntil, time()));
        maybe(2, () -> add(thing, Sq.validFrom, time()));
        maybe(1, () -> add(thing, Sq.validUntil, NodeFactory.createLiteralString("soon")));
    }

    private Node party() {
        return chance(65) ? pick(organisations) : chance(50) ? pick(collections) : code("organ-type", pick(KINDS));
    }

    private Node asset() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> pick(datasets);
            case 2 -> items.isEmpty() ? pick(datasets) : pick(items);
            case 3 -> pick(themes);
            case 4 -> pick(catalogues);
            case 5 -> code("asset-class", chance(50) ? "personal-data" : "sensitive-personal-data");
            default -> code("level", pick(LEVELS));
        };
    }

    private Node method() {
        return code("sharing-method", pick(METHODS));
    }

    /** One of a dozen instants, so that ends and questions fall together. */
    private Instant instant() {
        return EPOCH.plus(random.nextInt(12) * 84L, ChronoUnit.HOURS);
    }

    private Node time() {
        if (chance(30)) {
            return date(random.nextInt(40));
        }
        return NodeFactory.createLiteralDT(instant().toString(), XSDDatatype.XSDdateTime);
    }

    private static Node date(int days) {
        var day = EPOCH.plus(days, ChronoUnit.DAYS).toString().substring(0, 10);
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }

    private void chain(List<Node> concepts, Node link, Node type) {
        for (var each = 0; each < concepts.size(); each++) {
            add(concepts.get(each), Rdf.type, type);
            if (each > 0 && chance(70)) {
                add(concepts.get(each), link, concepts.get(random.nextInt(each)));
            }
        }
    }

    private void add(Node subject, Node predicate, Node object) {
        dataset.add(new Quad(GRAPH, subject, predicate, object));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void maybe(int percent, Runnable action) {
        if (chance(percent)) {
            action.run();
        }
    }

    private static void times(int many, Runnable action) {
        for (var each = 0; each < many; each++) {
            action.run();
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Node bool(boolean value) {
        return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
    }

    private static Node code(String scheme, String code) {
        return Sq.code(scheme, code);
    }

    private static Node node(String path, int number) {
        return NodeFactory.createURI(BASE + path + number);
    }

    private static List<Node> nodes(String path, int many) {
        return make(many, number -> node(path, number));
    }

    private static List<Node> codes(String scheme, String letter, int many) {
        return make(many, number -> code(scheme, letter + number));
    }

    private static List<Node> make(int many, IntFunction<Node> maker) {
        return IntStream.range(0, many).mapToObj(maker).toList();
    }
}
