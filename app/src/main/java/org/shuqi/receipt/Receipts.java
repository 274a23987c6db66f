package org.shuqi.receipt;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.decision.Answer;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.QuestionForm;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.SigningKeys;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Signing;
import org.shuqi.vocabulary.Sq;

/** Keeps decisions, and asks kept ones again. */
public final class Receipts {

    private final Store store;
    private final Changes changes;
    private final Records records;
    private final Decisions decisions;
    private final ZoneId zone;
    private final Clock clock;
    private final Optional<SigningKeys> keys;

    private Receipts(
            Store store,
            Changes changes,
            Records records,
            Decisions decisions,
            ZoneId zone,
            Clock clock,
            Optional<SigningKeys> keys) {
        this.store = store;
        this.changes = changes;
        this.records = records;
        this.decisions = decisions;
        this.zone = zone;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * Over one registry.
     *
     * @param zone where a plain date begins
     * @param clock what "now" is
     */
    public static Receipts over(
            Store store, Changes changes, Records records, Decisions decisions, ZoneId zone, Clock clock) {
        return new Receipts(store, changes, records, decisions, zone, clock, Optional.empty());
    }

    /** The same, which signs what it keeps. */
    public Receipts signedWith(SigningKeys signing) {
        return new Receipts(store, changes, records, decisions, zone, clock, Optional.of(signing));
    }

    /**
     * Answers the question and writes question and answer down, in a named graph of their own. That makes a new revision;
     * the receipt names the one that answered.
     *
     * @param reason why, for the log
     * @throws Refusal what the engine refuses, and FORBIDDEN if the caller may not write
     */
    public Kept keep(QuestionForm form, Caller caller, String reason) {
        var dated = QuestionText.dated(form, zone, clock);
        var answer = decisions.answer(dated);
        var id = UUID.randomUUID().toString();
        var base = records.baseIri();
        var kind = RecordKind.RECEIPTS.segment();
        var receipt = NodeFactory.createURI(base + kind + "/" + id);
        var graph = NodeFactory.createURI(base + "graph/" + kind + "/" + id);
        var quads = quads(graph, receipt, dated, answer, caller);
        var written =
                changes.apply(new Change(reason, OptionalLong.empty(), now -> new Delta(List.of(), quads)), caller);
        return new Kept(read(id), answer, written);
    }

    /**
     * One receipt.
     *
     * @param id its IRI or the last part of it
     * @throws Refusal UNKNOWN if there is none
     */
    public Filed read(String id) {
        return records.read(RecordKind.RECEIPTS, id);
    }

    /**
     * Asks the kept question again, of the kept revision, and holds both answers against each other.
     *
     * @throws Refusal UNKNOWN if there is no such receipt; INVALID if it is not one that this service has written
     */
    public Replayed replay(String id) {
        var filed = read(id);
        var question = QuestionText.read(text(filed, Sq.question));
        var revision = revision(filed);
        var answer = decisions.answer(QuestionText.fixed(question, revision));
        var kept = text(filed, Sq.answer);
        var outcome = only(filed, Sq.outcome);
        return new Replayed(
                filed.iri().getURI(),
                revision,
                new Replayed.Result(
                        outcome.isURI() ? outcome.getURI().replaceFirst(".*/", "") : outcome.getLiteralLexicalForm(),
                        text(filed, Sq.stage),
                        text(filed, Sq.answerHash),
                        text(filed, Sq.logHash)),
                new Replayed.Result(
                        answer.outcome().code(),
                        answer.stage(),
                        Canonical.hash(Canonical.of(answer)),
                        store.seal(revision)),
                Canonical.hash(kept).equals(text(filed, Sq.answerHash)),
                signature(filed, kept),
                answer);
    }

    private List<Quad> quads(Node graph, Node receipt, QuestionForm dated, Answer answer, Caller caller) {
        var kept = Canonical.of(answer);
        var quads = new ArrayList<Quad>();
        quads.add(new Quad(graph, receipt, Rdf.type, Sq.DecisionReceipt));
        quads.add(new Quad(
                graph, receipt, Sq.outcome, Sq.code("outcome", answer.outcome().code())));
        // so that whoever reads a grant finds what was decided by it
        answer.grants()
                .forEach(grant -> quads.add(new Quad(graph, receipt, Sq.underGrant, NodeFactory.createURI(grant))));
        quads.add(said(graph, receipt, Sq.question, QuestionText.of(QuestionText.fixed(dated, answer.revision()))));
        quads.add(said(graph, receipt, Sq.answer, kept));
        quads.add(said(graph, receipt, Sq.answerHash, Canonical.hash(kept)));
        quads.add(said(graph, receipt, Sq.stage, answer.stage()));
        quads.add(said(graph, receipt, Sq.logHash, store.seal(answer.revision())));
        quads.add(said(graph, receipt, Sq.askedBy, caller.id()));
        quads.add(typed(graph, receipt, Sq.revision, Long.toString(answer.revision()), XSDDatatype.XSDinteger));
        quads.add(typed(graph, receipt, Sq.askedAt, dated.at().orElseThrow(), XSDDatatype.XSDdateTime));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        quads.add(typed(graph, receipt, Dct.created, now, XSDDatatype.XSDdateTime));
        keys.ifPresent(signing -> quads.add(said(
                graph,
                receipt,
                Signing.signedNote,
                signing.sign(new ReceiptNote(
                                        receipt.getURI(),
                                        caller.id(),
                                        dated.at().orElseThrow(),
                                        Long.toString(answer.revision()),
                                        store.seal(answer.revision()),
                                        QuestionText.of(QuestionText.fixed(dated, answer.revision())),
                                        answer.outcome().code(),
                                        kept)
                                .text())
                        .spell())));
        return quads;
    }

    private Replayed.Signature signature(Filed filed, String kept) {
        var note = filed.description()
                .find(filed.iri(), Signing.signedNote, Node.ANY)
                .toList();
        if (note.isEmpty() || keys.isEmpty()) {
            return note.isEmpty() ? Replayed.Signature.NONE : Replayed.Signature.UNKNOWN;
        }
        var outcome = only(filed, Sq.outcome);
        var signed = new ReceiptNote(
                filed.iri().getURI(),
                text(filed, Sq.askedBy),
                text(filed, Sq.askedAt),
                text(filed, Sq.revision),
                text(filed, Sq.logHash),
                text(filed, Sq.question),
                outcome.isURI() ? outcome.getURI().replaceFirst(".*/", "") : outcome.getLiteralLexicalForm(),
                kept);
        var holds = note.get(0).getObject().isLiteral()
                && signed.isSigned(
                        note.get(0).getObject().getLiteralLexicalForm(),
                        keys.get().verifiers());
        return holds ? Replayed.Signature.VALID : Replayed.Signature.BROKEN;
    }

    private static Quad said(Node graph, Node receipt, Node property, String text) {
        return new Quad(graph, receipt, property, NodeFactory.createLiteralString(text));
    }

    private static Quad typed(Node graph, Node receipt, Node property, String text, XSDDatatype type) {
        return new Quad(graph, receipt, property, NodeFactory.createLiteralDT(text, type));
    }

    private static long revision(Filed filed) {
        var text = text(filed, Sq.revision);
        if (!text.matches("\\d{1,18}")) {
            throw incomplete(filed, Sq.revision);
        }
        return Long.parseLong(text);
    }

    private static String text(Filed filed, Node property) {
        var value = only(filed, property);
        if (!value.isLiteral()) {
            throw incomplete(filed, property);
        }
        return value.getLiteralLexicalForm();
    }

    private static Node only(Filed filed, Node property) {
        var values = filed.description().find(filed.iri(), property, Node.ANY).toList();
        if (values.size() != 1) {
            throw incomplete(filed, property);
        }
        return values.get(0).getObject();
    }

    private static Refusal incomplete(Filed filed, Node property) {
        return Refusal.of(
                Kind.INVALID,
                "回执 `%s` 没有唯一的 `%s`；它不是本服务写入的",
                "the receipt `%s` has no single `%s`; this service did not write it",
                filed.iri().getURI(),
                property.getLocalName());
    }
}
