package org.shuqi.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.casework.StepForm;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.proposal.Proposal.Change;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.standard.Places;
import org.shuqi.vocabulary.Sq;

/** Working copies: what they change, what they would do, and who else changes the same. */
class ProposalsTest {

    private static final Caller OPERATOR = Caller.operator();
    private static final Node CONDITIONAL = Sq.code("sharing-attribute", "conditional");
    private static final Node LEVEL = Sq.code("level", "general-4");
    private static final Node ENTRY = NodeFactory.createURI(Places.SHAPES + "S-CAT9");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T01:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private Registry registry;
    private Proposals proposals;
    private Rehearsing rehearsing;

    @BeforeEach
    void open() {
        registry = Registry.open(Settings.of(data).withClock(CLOCK));
        var quads = new ArrayList<Quad>();
        WorkedExample.dataset().find().forEachRemaining(quads::add);
        registry.changes()
                .apply(
                        new org.shuqi.change.Change(
                                "worked example", OptionalLong.empty(), now -> new Delta(java.util.List.of(), quads)),
                        OPERATOR);
        proposals = new Proposals(registry.store(), registry.records(), registry.standard());
        rehearsing = new Rehearsing(registry.store(), registry.standard(), registry.decisions(), CLOCK);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aWorkingCopyShowsStatementByStatementWhatItChanges() {
        var id = draft();
        edit(id, CONDITIONAL, "有条件共享\"@zh", "依条件共享\"@zh");

        var diff = proposals.read(id).edits().get(0);

        assertThat(diff.lines())
                .containsExactlyInAnyOrder(
                        new Proposal.Line(Change.REMOVED, "skos:prefLabel \"有条件共享\"@zh"),
                        new Proposal.Line(Change.ADDED, "skos:prefLabel \"依条件共享\"@zh"));
        assertThat(diff.label()).isEqualTo(new Text("依条件共享", "conditional"));
        assertThat(diff.stale()).isFalse();
    }

    @Test
    void anEditThatIsTakenBackToWhatHoldsIsNoEdit() {
        var id = draft();
        edit(id, CONDITIONAL, "有条件共享\"@zh", "依条件共享\"@zh");
        edit(id, CONDITIONAL, "依条件共享\"@zh", "有条件共享\"@zh");

        assertThat(proposals.read(id).edits()).isEmpty();
    }

    @Test
    void anotherNameForACodeChangesNoAnswerAndNoRecord() {
        var id = draft();
        edit(id, CONDITIONAL, "有条件共享\"@zh", "依条件共享\"@zh");

        var rehearsal = rehearse(id);

        assertThat(rehearsal.answers().changed()).isZero();
        assertThat(rehearsal.failing()).isZero();
        assertThat(rehearsal.isPublishable()).isTrue();
        assertThat(rehearsal.uses().get(0).statements()).isPositive();
    }

    @Test
    void aShapeThatAsksForMoreNamesTheRecordsThatLackIt() {
        var id = draft();
        var more =
                "sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:message \"条目须写明许可；请填写\"@zh , \"an entry states its licence; give one\"@en ] ;\n";
        var before = proposals.text(Optional.of(id), ENTRY);
        proposals.put(id, ENTRY, before.replaceFirst("(?=sh:targetClass)", more), OptionalLong.empty(), OPERATOR);

        var rehearsal = rehearse(id);

        assertThat(rehearsal.looked()).isPositive();
        assertThat(rehearsal.failing()).isEqualTo(rehearsal.looked());
        assertThat(rehearsal.findings())
                .allSatisfy(finding -> assertThat(finding.message().en()).contains("states its licence"));
        assertThat(rehearsal.isPublishable()).isFalse();
    }

    @Test
    void aHigherRankOfALevelChangesAnswersAndTheyAreCounted() {
        var id = draft();
        var level = Sq.code("level", "general-1");
        var text = proposals.text(Optional.of(id), level);
        proposals.put(id, level, text.replaceAll("sq:rank\\s+\\d+", "sq:rank 99"), OptionalLong.empty(), OPERATOR);

        var answers = rehearse(id).answers();

        assertThat(answers.complete()).isTrue();
        assertThat(answers.changed()).isPositive();
        assertThat(answers.first()).allSatisfy(each -> assertThat(each.before()).isNotEqualTo(each.after()));
    }

    @Test
    void aRenamedCodeLeavesTheOldOneWithItsHeir() {
        var id = draft();
        proposals.rename(id, LEVEL, Sq.code("level", "general-iv"), OptionalLong.empty(), OPERATOR);

        take(id, "submitted", "wang");
        take(id, "published", "li");

        try (var now = registry.store().read()) {
            assertThat(now.union()
                            .contains(LEVEL, org.shuqi.vocabulary.Dct.isReplacedBy, Sq.code("level", "general-iv")))
                    .isTrue();
            assertThat(now.union().contains(Sq.code("level", "general-iv"), Sq.rank, Node.ANY))
                    .isTrue();
        }
        assertThat(proposals.read(id).version())
                .contains(registry.standard().current().number());
    }

    @Test
    void twoWorkingCopiesOfOneTermKnowOfEachOtherAndTheSecondIsRenewed() {
        var one = draft();
        var other = draft();
        edit(one, CONDITIONAL, "有条件共享\"@zh", "依条件共享\"@zh");
        edit(other, CONDITIONAL, "\"conditional\"@en", "\"on conditions\"@en");
        assertThat(proposals.read(other).edits().get(0).rivals()).containsExactly(one);

        take(one, "submitted", "wang");
        take(one, "published", "li");

        var left = proposals.read(other).edits().get(0);
        assertThat(left.stale()).isTrue();
        assertThat(left.rivals()).isEmpty();
        proposals.renew(other, CONDITIONAL, OptionalLong.empty(), OPERATOR);
        var renewed = proposals.read(other).edits().get(0);
        assertThat(renewed.stale()).isFalse();
        assertThat(renewed.label()).isEqualTo(new Text("依条件共享", "on conditions"));
    }

    @Test
    void whatIsUnderReviewIsNotEdited() {
        var id = draft();
        edit(id, CONDITIONAL, "有条件共享\"@zh", "依条件共享\"@zh");
        take(id, "submitted", "wang");

        assertThatThrownBy(() -> proposals.drop(id, CONDITIONAL, OptionalLong.empty(), OPERATOR))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRehearsalIsFoundAgainByWhoComesLaterAndForgottenWithTheNextEdit() throws Exception {
        var id = draft();
        edit(id, CONDITIONAL, "有条件共享\"@zh", "依条件共享\"@zh");
        try (var rehearsals = Rehearsals.in(data.resolve("rehearsals"), rehearsing, proposals)) {
            rehearsals.begin(id);
            await(rehearsals, id);
        }
        try (var later = Rehearsals.in(data.resolve("rehearsals"), rehearsing, proposals)) {
            assertThat(later.of(id)).hasValueSatisfying(state -> assertThat(state.result())
                    .hasValueSatisfying(
                            result -> assertThat(result.isPublishable()).isTrue()));
            edit(id, CONDITIONAL, "\"conditional\"@en", "\"on conditions\"@en");
            assertThat(later.of(id)).isEmpty();
        }
    }

    private static void await(Rehearsals rehearsals, String id) throws InterruptedException {
        var until = Instant.now().plusSeconds(60);
        while (rehearsals.of(id).filter(Rehearsals.State::isOver).isEmpty()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(20);
        }
    }

    private Rehearsal rehearse(String id) {
        return rehearsing.of(proposals.edits(id), (stage, done, total) -> {});
    }

    private String draft() {
        return proposals.open(new Text("提案", "proposal"), "police", OPERATOR);
    }

    private void edit(String id, Node term, String from, String to) {
        var text = proposals.text(Optional.of(id), term);
        assertThat(text).contains(from);
        proposals.put(id, term, text.replace(from, to), OptionalLong.empty(), OPERATOR);
    }

    private void take(String id, String to, String person) {
        registry.cases()
                .take(
                        RecordKind.PROPOSALS,
                        id,
                        new StepForm(
                                to,
                                Optional.empty(),
                                Optional.of("说明"),
                                Optional.empty(),
                                Optional.of("standards-editor"),
                                Optional.of(person),
                                Optional.empty(),
                                JsonTree.object()),
                        new Terms("step", OptionalLong.empty(), false, true, OPERATOR));
    }
}
