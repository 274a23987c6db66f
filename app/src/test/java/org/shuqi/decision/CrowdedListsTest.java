package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * Many entries that nearly all are alike, and few norms, so that one that speaks of somebody or something by name stands out
 * from a sort: lists answered sort by sort hold what lists answered tuple by tuple hold, also after changes of norms.
 */
class CrowdedListsTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final String BASE = "http://localhost:8080/id/";
    private static final Node GRAPH = NodeFactory.createURI(BASE + "graph/crowd");
    private static final ZoneId ZONE = ZoneOffset.ofHours(8);
    private static final IndexDerivation DERIVATION = new IndexDerivation(ZONE);

    private final DatasetGraph facts = DatasetGraphFactory.create();
    private final List<Node> organisations = nodes("organization/o", 8);
    private final List<Node> collections = nodes("organization/c", 2);
    private final List<Node> entries = nodes("dataset/s", 24);
    private final List<Node> purposes = nodes("purpose/p", 3);
    private final List<Node> themes = nodes("theme/t", 2);
    private Random random = new Random(SEED);

    @Test
    void whoAndWhatIsNamedStandsOutFromItsSort() {
        System.out.println("seed of crowds: " + SEED);
        var rows = 0;
        for (var each = 0; each < 100; each++) {
            random = new Random(SEED + each);
            begin();
            var index = DERIVATION.build(facts, 1);
            rows += compare(index, SEED + each);
            for (var step = 0; step < 4; step++) {
                index = changed(index);
                rows += chance(75) ? compare(index, SEED + each) : 0;
            }
        }
        assertThat(rows).as("rows seen").isGreaterThan(5_000);
    }

    private Index changed(Index index) {
        var added = norm(10 + random.nextInt(90));
        var norms = facts.stream(GRAPH, Node.ANY, Sq.recipientScope, Node.ANY).toList();
        var removed = norms.isEmpty() || random.nextBoolean()
                ? List.<Quad>of()
                : List.of(norms.get(random.nextInt(norms.size())));
        var fresh = added.stream().filter(quad -> !facts.contains(quad)).toList();
        removed.forEach(facts::delete);
        fresh.forEach(facts::add);
        return DERIVATION.next(index, facts, index.revision() + 1, new Delta(removed, fresh));
    }

    private int compare(Index index, long seed) {
        var edition = Engine.edition(index, BASE, ZONE, Optional.empty());
        var clock = Clock.fixed(Instant.parse("2026-06-01T04:00:00Z"), ZONE);
        var sorted = new SortedLists(revision -> edition, clock);
        if (chance(50)) {
            sorted.prepare(); // else a list does it, or nobody before the next change
        }
        var tuples = new EveryTuple(revision -> edition, clock, true);
        var rows = 0;
        for (var recipient : organisations) {
            var form = form(recipient.getURI(), "");
            rows += same(sorted.datasets(form), tuples.datasets(form), seed, form);
        }
        for (var each = 0; each < 6; each++) {
            var form = form("", pick(entries).getURI());
            rows += same(sorted.recipients(form), tuples.recipients(form), seed, form);
        }
        return rows;
    }

    private static int same(Rows<Lists.Entry> found, Rows<Lists.Entry> expected, long seed, ListForm form) {
        var all = expected.all().toList();
        assertThat(found.all().toList()).as("seed %d, %s", seed, form).isEqualTo(all);
        assertThat(found.total()).isEqualTo(all.size());
        return all.size();
    }

    private ListForm form(String recipient, String entry) {
        return new ListForm(
                new QuestionForm(
                        recipient,
                        entry,
                        List.of(),
                        chance(25)
                                ? Optional.empty()
                                : Optional.of(pick(purposes).getURI()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty()),
                random.nextInt(3) == 0,
                ListForm.Filter.NONE);
    }

    private void begin() {
        facts.clear();
        CodeLists.into(facts);
        add(NodeFactory.createURI(BASE + "profile/national"), Rdf.type, Sq.JurisdictionProfile);
        add(NodeFactory.createURI(BASE + "profile/national"), Sq.defaultClearance, Sq.code("level", "general-3"));
        for (var concept : List.of(purposes, themes)) {
            concept.forEach(one -> add(one, Rdf.type, Skos.Concept));
            add(concept.get(1), Skos.broader, concept.get(0));
        }
        purposes.forEach(one -> add(
                one, Skos.inScheme, NodeFactory.createURI(Sq.scheme("purpose").getURI())));
        add(node("law/l"), Rdf.type, Sq.LegalBasis);
        add(node("law/l"), Sq.legalRank, Sq.code("legal-rank", "law"));
        organisations.forEach(this::organisation);
        collections.forEach(collection -> add(collection, Rdf.type, Odrl.PartyCollection));
        entries.forEach(this::entry);
        IntStream.range(0, 1 + random.nextInt(5)).forEach(each -> norm(each).forEach(facts::add));
        IntStream.range(0, random.nextInt(3)).forEach(this::paper);
    }

    private void organisation(Node organisation) {
        add(organisation, Rdf.type, Org.FormalOrganization);
        add(organisation, Sq.organType, Sq.code("organ-type", "government-department"));
        var number = organisations.indexOf(organisation);
        if (number > 0 && chance(70)) {
            add(organisation, Org.subOrganizationOf, organisations.get(random.nextInt(number)));
        }
        if (chance(15)) {
            add(organisation, Odrl.partOf, pick(collections));
        }
    }

    private void entry(Node entry) {
        add(entry, Rdf.type, Dcat.Dataset);
        add(entry, Dct.issued, NodeFactory.createLiteralDT("2026-01-01", XSDDatatype.XSDdate));
        add(entry, Sq.sharingAttribute, Sq.code("sharing-attribute", chance(85) ? "unconditional" : "conditional"));
        add(entry, Sq.sharingMethod, Sq.code("sharing-method", "query"));
        add(entry, Sq.securityLevel, Sq.code("level", chance(90) ? "general-1" : "important"));
        var nobody = chance(5);
        add(entry, nobody ? Sq.sourceDepartment : Dct.publisher, pick(organisations));
        if (chance(50)) {
            add(entry, Dcat.theme, pick(themes));
        }
        if (chance(30)) {
            add(entry, Sq.dataItem, item(entry));
            add(item(entry), Rdf.type, Sq.DataItem);
        }
    }

    private static Node item(Node entry) {
        return NodeFactory.createURI(entry.getURI() + "/item/i");
    }

    private List<Quad> norm(int number) {
        var norm = node("norm/n" + number);
        var type = pick(List.of(
                Sq.Prohibition, Sq.Prohibition, Sq.Mandate, Sq.Requirement, Sq.SuspensionOrder, Sq.SuspensionOrder));
        var said = new ArrayList<Quad>();
        said.add(quad(norm, Rdf.type, type));
        said.add(quad(norm, Sq.legalBasis, node("law/l")));
        said.add(quad(norm, Sq.requires, Sq.code("evidence", "impact-assessment")));
        maybe(said, 60, norm, Sq.assetScope, chance(70) ? named() : pick(themes));
        maybe(said, 50, norm, Sq.recipientScope, party());
        maybe(said, 50, norm, Sq.providerScope, party());
        maybe(said, 30, norm, Sq.purposeScope, pick(purposes));
        maybe(said, 20, norm, Sq.exceptPurpose, pick(purposes));
        maybe(said, 30, norm, Sq.exceptRecipient, party());
        maybe(said, 40, norm, Sq.includesSubordinates, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        return said;
    }

    private Node named() {
        var entry = pick(entries);
        return facts.contains(GRAPH, entry, Sq.dataItem, Node.ANY) ? item(entry) : entry;
    }

    private void paper(int number) {
        var paper = node("assessment/e" + number);
        add(paper, Rdf.type, Sq.Assessment);
        add(paper, Dct.type, Sq.code("evidence", "impact-assessment"));
        add(paper, Sq.assetScope, chance(70) ? named() : pick(themes));
        add(paper, Sq.passed, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        add(paper, Sq.validFrom, NodeFactory.createLiteralDT("2026-01-01", XSDDatatype.XSDdate));
        if (chance(50)) {
            add(paper, Sq.recipientScope, party());
        }
    }

    private Node party() {
        return chance(80)
                ? pick(organisations)
                : chance(70) ? pick(collections) : Sq.code("organ-type", "government-department");
    }

    private void maybe(List<Quad> said, int percent, Node subject, Node predicate, Node object) {
        if (chance(percent)) {
            said.add(quad(subject, predicate, object));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void add(Node subject, Node predicate, Node object) {
        facts.add(quad(subject, predicate, object));
    }

    private static Quad quad(Node subject, Node predicate, Node object) {
        return new Quad(GRAPH, subject, predicate, object);
    }

    private static List<Node> nodes(String start, int many) {
        return IntStream.range(0, many).mapToObj(each -> node(start + each)).toList();
    }

    private static Node node(String name) {
        return NodeFactory.createURI(BASE + name);
    }
}
