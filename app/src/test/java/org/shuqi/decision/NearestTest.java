package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.shuqi.Release;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** What is proposed as nearest permit leads to a permit, and nothing in it could be left out. */
class NearestTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final IndexDerivation DERIVATION = new IndexDerivation(ZoneId.of("Asia/Shanghai"));
    private static final Node GRAPH = NodeFactory.createURI(WorkedExample.BASE + "graph/filed");

    @Test
    void noProposalCanDoWithLess() {
        System.out.println("seed of invented registries: " + SEED);
        var index = new IndexDerivation(ZoneOffset.ofHours(8));
        var proposals = 0;
        for (var each = 0; each < 60; each++) {
            var registry = new RandomRegistry(SEED + each);
            var facts = index.build(registry.dataset(), 1);
            var jurisdiction = EngineMeetsReferenceTest.jurisdiction(facts);
            for (var number = 0; number < 10; number++) {
                var question = registry.question(facts).in(facts);
                var verdict = Rule.decide(facts, jurisdiction, question);
                if (verdict.outcome() == Outcome.PERMIT) {
                    continue;
                }
                for (var set : Nearest.moves(verdict)) {
                    proposals++;
                    assertThat(MovesMade.permit(verdict, set)).isTrue();
                    assertThat(properSubsets(set))
                            .as("seed %d, %s, %s", SEED + each, question, set)
                            .noneMatch(fewer -> MovesMade.permit(verdict, fewer));
                }
            }
        }
        assertThat(proposals).isGreaterThan(100);
    }

    private static List<List<Move>> properSubsets(List<Move> moves) {
        var subsets = new ArrayList<List<Move>>();
        for (var bits = 0; bits < (1 << moves.size()) - 1; bits++) {
            var chosen = bits;
            subsets.add(moves.stream()
                    .filter(move -> (chosen >> moves.indexOf(move) & 1) == 1)
                    .toList());
        }
        return subsets;
    }

    /** Files in the records themselves what the answer proposes, reads them again, and asks again. */
    @Test
    void filingWhatIsProposedLeadsToAPermit() {
        var tried = new HashSet<String>();
        var before = DERIVATION.build(Release.into(WorkedExample.dataset()), 1);
        var jurisdiction = Engine.jurisdiction(before, WorkedExample.BASE, Optional.empty());
        var lookup = new Lookup(before, WorkedExample.BASE, ZoneId.of("Asia/Shanghai"));
        for (var line : WorkedExample.questions()) {
            var question = lookup.question(line.form(), Instant.now());
            var answer = new Explainer(before, jurisdiction).answer(question);
            for (var set : answer.nearest()) {
                var kinds = set.changes().stream().map(Answer.Step::kind).collect(Collectors.toSet());
                if (Set.of("file-request", "sign-agreement", "file-assessment").containsAll(kinds)) {
                    var records = Release.into(WorkedExample.dataset());
                    set.changes().forEach(step -> file(records, step, Asked.of(before, question)));

                    var after = decided(DERIVATION.build(records, 2), Asked.of(before, question));

                    assertThat(after.outcome()).as(line + ": " + set).isEqualTo(Outcome.PERMIT);
                    tried.addAll(kinds);
                }
            }
        }
        assertThat(tried).containsExactlyInAnyOrder("file-request", "sign-agreement", "file-assessment");
    }

    private static Verdict decided(Index index, Asked question) {
        return Rule.decide(index, Engine.jurisdiction(index, WorkedExample.BASE, Optional.empty()), question.in(index));
    }

    private static void file(DatasetGraph records, Answer.Step step, Asked question) {
        var record = NodeFactory.createURI(
                WorkedExample.BASE + "filed/" + records.stream().count());
        add(records, record, Sq.validFrom, time("2000-01-01T00:00:00Z"));
        add(records, record, Sq.validUntil, time("2100-01-01T00:00:00Z"));
        if (step.kind().equals("file-assessment")) {
            add(records, record, Rdf.type, Sq.Assessment);
            add(records, record, Dct.type, iri(step.subject().get(0)));
            step.subject().stream().skip(1).forEach(item -> add(records, record, Sq.assetScope, iri(item)));
            add(records, record, Sq.passed, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
            question.destination()
                    .ifPresent(code -> add(records, record, Sq.destination, NodeFactory.createLiteralString(code)));
        } else {
            grant(records, record, step, question);
        }
    }

    private static void grant(DatasetGraph records, Node record, Answer.Step step, Asked question) {
        if (step.kind().equals("file-request")) {
            add(records, record, Rdf.type, Sq.SharingRequest);
            add(records, record, Sq.repliedAt, time("2000-01-01T00:00:00Z"));
            add(records, record, Sq.consented, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        } else {
            add(records, record, Rdf.type, Sq.SharingAgreement);
            add(records, record, Sq.activatedAt, time("2000-01-01T00:00:00Z"));
        }
        var permission = iri(record.getURI() + "#p");
        add(records, record, Odrl.permission, permission);
        add(records, permission, Odrl.action, Sq.receive);
        add(records, permission, Odrl.assigner, iri(step.with().orElseThrow()));
        add(records, permission, Odrl.assignee, iri(step.subject().get(0)));
        question.thirdParty().ifPresent(third -> add(records, permission, Sq.onwardRecipient, iri(third)));
        step.subject().stream().skip(1).forEach(item -> add(records, permission, Odrl.target, iri(item)));
        constraint(records, permission, "-purpose", Odrl.purpose, iri(question.purpose()));
        constraint(
                records, permission, "-method", Sq.method, iri(question.method().iri()));
    }

    private static void constraint(DatasetGraph records, Node permission, String suffix, Node left, Node right) {
        var constraint = iri(permission.getURI() + suffix);
        add(records, permission, Odrl.constraint, constraint);
        add(records, constraint, Odrl.leftOperand, left);
        add(records, constraint, Odrl.operator, Odrl.isAnyOf);
        add(records, constraint, Odrl.rightOperand, right);
    }

    private static void add(DatasetGraph records, Node subject, Node predicate, Node object) {
        records.add(new Quad(GRAPH, subject, predicate, object));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node time(String instant) {
        return NodeFactory.createLiteralDT(instant, XSDDatatype.XSDdateTime);
    }
}
