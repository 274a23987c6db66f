package org.shuqi.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Body;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Sq;

/** What is kept proves what was decided: it gives the same answer for ever, or says that something is not as it was. */
class ReceiptsTest {

    private static final Caller WHO = new Caller("auditor", Set.of(Role.OPERATOR));

    @TempDir
    Path data;

    private Registry registry;
    private Receipts receipts;

    @BeforeEach
    void start() {
        open(Clock.fixed(Instant.parse("2026-06-01T04:00:00Z"), ZoneOffset.UTC));
        var quads = new ArrayList<Quad>();
        WorkedExample.dataset().find().forEachRemaining(quads::add);
        write(List.of(), quads);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void everyWorkedQuestionReplaysTheSameAfterTheRegisterHasChangedAndTheServiceWasRestarted() {
        var ids = WorkedExample.lines()
                .map(line ->
                        receipts.keep(line.form(), WHO, "audit").record().iri().getURI())
                .toList();
        var before = ids.stream().map(receipts::replay).toList();
        assertThat(before).hasSize(47).allSatisfy(each -> assertThat(each.same())
                .as(each.form().toString())
                .isTrue());

        endAndForgetAllAgreements();
        registry.close();
        open(Clock.fixed(Instant.parse("2036-06-01T04:00:00Z"), ZoneOffset.UTC));

        assertThat(ids.stream().map(receipts::replay)).isEqualTo(before);
        // the register did change: what was permitted under an agreement is not any more
        var now = WorkedExample.questions().stream()
                .filter(line -> line.outcome().equals("permit"))
                .filter(line -> registry.decisions().answer(line.form()).outcome() != Outcome.PERMIT);
        assertThat(now).isNotEmpty();
    }

    @Test
    void theReceiptNamesTheRevisionThatAnsweredAndItsOwnIsAnother() {
        var before = registry.store().revision();

        var kept = receipts.keep(permitted(), WHO, "audit");

        assertThat(kept.answer().revision()).isEqualTo(before);
        assertThat(kept.written().revision()).isEqualTo(before + 1);
        assertThat(value(kept, Sq.revision)).isEqualTo(Long.toString(before));
        assertThat(value(kept, Sq.askedBy)).isEqualTo("auditor");
        assertThat(value(kept, Sq.logHash))
                .isEqualTo(registry.store().history(before, 1).get(0).previous());
        assertThat(kept.record().graph().getURI())
                .isEqualTo(kept.record().iri().getURI().replace("/id/", "/id/graph/"));
        assertThat(registry.store().history(before, 1).get(0).reason()).isEqualTo("audit");
    }

    @Test
    void aQuestionWithoutInstantIsFixedAtTheInstantItWasAsked() {
        var kept = receipts.keep(at(permitted(), Optional.empty()), WHO, "audit");
        var dated = receipts.keep(at(permitted(), Optional.of("2026-06-01")), WHO, "audit");

        assertThat(value(kept, Sq.question)).contains("\"at\":\"2026-06-01T04:00:00Z\"");
        // a plain date begins where the registry is
        assertThat(value(dated, Sq.question)).contains("\"at\":\"2026-05-31T16:00:00Z\"");
        registry.close();
        open(Clock.fixed(Instant.parse("2050-01-01T00:00:00Z"), ZoneOffset.UTC));
        assertThat(receipts.replay(kept.record().iri().getURI()).same()).isTrue();
        assertThat(registry.decisions()
                        .answer(at(permitted(), Optional.empty()))
                        .outcome())
                .isNotEqualTo(Outcome.PERMIT);
    }

    @Test
    void aForgedHashIsFoundOut() {
        var kept = receipts.keep(permitted(), WHO, "audit");
        var forged = "0".repeat(64);
        replace(kept, Sq.answerHash, NodeFactory.createLiteralString(forged));

        var replayed = receipts.replay(kept.record().iri().getURI());

        assertThat(replayed.same()).isFalse();
        assertThat(replayed.recorded().answerHash()).isEqualTo(forged);
        assertThat(replayed.replayed().answerHash()).isEqualTo(value(kept, Sq.answerHash));
        assertThat(replayed.answerIntact()).isFalse();
    }

    @Test
    void aForgedAnswerThatFitsItsHashIsFoundOut() {
        var kept = receipts.keep(permitted(), WHO, "audit");
        var forged = value(kept, Sq.answer).replace("permit", "deny");
        replace(kept, Sq.answer, NodeFactory.createLiteralString(forged));
        replace(kept, Sq.answerHash, NodeFactory.createLiteralString(Canonical.hash(forged)));

        var replayed = receipts.replay(kept.record().iri().getURI());

        assertThat(replayed.answerIntact()).isTrue();
        assertThat(replayed.same()).isFalse();
    }

    @Test
    void aReceiptOfAnotherLogIsFoundOut() {
        var kept = receipts.keep(permitted(), WHO, "audit");
        replace(kept, Sq.logHash, NodeFactory.createLiteralString("f".repeat(64)));

        assertThat(receipts.replay(kept.record().iri().getURI()).same()).isFalse();
    }

    @Test
    void nobodyWritesChangesOrDeletesAReceiptAsARecord() {
        var kept = receipts.keep(permitted(), WHO, "audit");
        var id = registry.records().id(RecordKind.RECEIPTS, kept.record().iri());
        var terms = new Terms("no", OptionalLong.empty(), false, true, WHO);
        var body = new Body.Json(kept.record().json());
        var records = registry.records();

        refused(Kind.UNUSABLE, () -> records.create(RecordKind.RECEIPTS, body, terms));
        refused(Kind.UNUSABLE, () -> records.put(RecordKind.RECEIPTS, id, body, terms));
        refused(Kind.UNUSABLE, () -> records.patch(RecordKind.RECEIPTS, id, JsonTree.object(), terms));
        refused(Kind.IN_USE, () -> records.delete(RecordKind.RECEIPTS, id, terms));
        assertThat(receipts.read(id)
                        .description()
                        .isIsomorphicWith(kept.record().description()))
                .isTrue();
    }

    @Test
    void aSignedReceiptIsOneThatTheRegistryWroteAndAChangedOneIsNot() {
        var keys = registry.checkpoints(Optional.empty()).keys();
        var signed = receipts.signedWith(keys);
        var kept = signed.keep(permitted(), WHO, "audit");
        var id = kept.record().iri().getURI();
        assertThat(signed.replay(id).signature()).isEqualTo(Replayed.Signature.VALID);
        assertThat(signed.replay(id).same()).isTrue();

        var asked = kept.record()
                .description()
                .find(kept.record().iri(), Sq.askedBy, Node.ANY)
                .next();
        write(
                List.of(new Quad(kept.record().graph(), asked)),
                List.of(new Quad(
                        kept.record().graph(),
                        asked.getSubject(),
                        asked.getPredicate(),
                        NodeFactory.createLiteralString("somebody else"))));

        assertThat(signed.replay(id).signature()).isEqualTo(Replayed.Signature.BROKEN);
        assertThat(signed.replay(id).same()).isFalse();
        assertThat(receipts.replay(receipts.keep(permitted(), WHO, "audit")
                                .record()
                                .iri()
                                .getURI())
                        .signature())
                .isEqualTo(Replayed.Signature.NONE);
    }

    @Test
    void whoMayNotWriteKeepsNothing() {
        var before = registry.store().revision();

        refused(Kind.FORBIDDEN, () -> receipts.keep(permitted(), new Caller("guest", Set.of()), "audit"));
        refused(Kind.UNKNOWN, () -> receipts.keep(recipient("nobody"), WHO, "audit"));
        refused(Kind.UNUSABLE, () -> receipts.keep(at(permitted(), Optional.of("soon")), WHO, "audit"));
        assertThat(registry.store().revision()).isEqualTo(before);
    }

    @Test
    void aHandWrittenReceiptIsRefusedByTheShapeOrAtItsReplay() {
        var kept = receipts.keep(permitted(), WHO, "audit");

        // a second hash beside the first does not pass the gate
        refused(
                Kind.INVALID,
                () -> write(
                        List.of(),
                        List.of(new Quad(
                                kept.record().graph(),
                                kept.record().iri(),
                                Sq.answerHash,
                                NodeFactory.createLiteralString("1".repeat(64))))));
        replace(kept, Sq.question, NodeFactory.createLiteralString("whatever"));
        refused(Kind.INVALID, () -> receipts.replay(kept.record().iri().getURI()));
    }

    private static void refused(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().kind())
                .isEqualTo(kind));
    }

    private void endAndForgetAllAgreements() {
        var gone = new ArrayList<Quad>();
        try (var now = registry.store().read()) {
            now.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                if (quad.getGraph().getURI().contains("/agreement")
                        || quad.getGraph().getURI().contains("/request")) {
                    gone.add(quad);
                }
            });
        }
        assertThat(gone).isNotEmpty();
        write(gone, List.of());
    }

    private void replace(Kept kept, Node property, Node value) {
        var iri = kept.record().iri();
        try (var now = registry.store().read()) {
            var old = now.dataset()
                    .find(kept.record().graph(), iri, property, Node.ANY)
                    .next();
            write(List.of(old), List.of(new Quad(kept.record().graph(), iri, property, value)));
        }
    }

    private void write(List<Quad> removed, List<Quad> added) {
        registry.changes().apply(new Change("test", OptionalLong.empty(), now -> new Delta(removed, added)), WHO);
    }

    private static String value(Kept kept, Node property) {
        return kept.record()
                .description()
                .find(kept.record().iri(), property, Node.ANY)
                .next()
                .getObject()
                .getLiteralLexicalForm();
    }

    /** Both items stand in an agreement that is in force on that day. */
    private static QuestionForm permitted() {
        return WorkedExample.lines()
                .filter(line -> line.id().equals("09"))
                .findFirst()
                .orElseThrow()
                .form();
    }

    private static QuestionForm recipient(String recipient) {
        var form = permitted();
        return new QuestionForm(
                recipient,
                form.dataset(),
                form.items(),
                form.purpose(),
                form.method(),
                form.action(),
                form.thirdParty(),
                form.destination(),
                form.provider(),
                form.region(),
                form.at(),
                form.knownAt());
    }

    private static QuestionForm at(QuestionForm form, Optional<String> at) {
        return new QuestionForm(
                form.recipient(),
                form.dataset(),
                form.items(),
                form.purpose(),
                form.method(),
                form.action(),
                form.thirdParty(),
                form.destination(),
                form.provider(),
                form.region(),
                at,
                form.knownAt());
    }

    private void open(Clock clock) {
        registry =
                Registry.open(Settings.of(data).withBaseIri(WorkedExample.BASE).withClock(clock));
        receipts = Receipts.over(
                registry.store(),
                registry.changes(),
                registry.records(),
                registry.decisions(),
                registry.settings().zone(),
                clock);
    }
}
