package org.shuqi.agreement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepForm;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Body;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Breaches of agreements. One is recorded and the agreement suspended in the same change, so that no data flow in between. */
public final class Breaches {

    private static final Set<String> SUSPENDABLE = Set.of("active", "disputed");

    private final Store store;
    private final Records records;
    private final Cases cases;
    private final ZoneId zone;
    private final Clock clock;

    private Breaches(Store store, Records records, Cases cases, ZoneId zone, Clock clock) {
        this.store = store;
        this.records = records;
        this.cases = cases;
        this.zone = zone;
        this.clock = clock;
    }

    /** Over one registry. */
    public static Breaches over(Store store, Records records, Cases cases, ZoneId zone, Clock clock) {
        return new Breaches(store, records, cases, zone, clock);
    }

    /**
     * A breach.
     *
     * @param by IRI or name of who records it: the provider or the authority, if it suspends
     * @param party IRI or name of who broke the agreement
     * @param duty name of the duty within the agreement, if it is about one
     * @param due its due date, if it has one
     * @param at when it happened; now if absent
     * @param note what happened
     * @param rectifyBy until when it is to be put right
     * @param suspend whether sharing stops at once
     * @param role code of the role of who records it
     * @param person who; the caller if absent
     */
    public record Form(
            String by,
            String party,
            Optional<String> duty,
            Optional<LocalDate> due,
            Optional<Instant> at,
            String note,
            Optional<Instant> rectifyBy,
            boolean suspend,
            Optional<String> role,
            Optional<String> person) {}

    /**
     * Records it.
     *
     * @return the breach as it is on record
     * @throws Refusal UNKNOWN if there is no such agreement or duty, UNUSABLE if that is no party of it, and what stands
     *     against the suspension
     */
    public Filed record(String id, Form form, Terms terms) {
        var agreement = records.read(RecordKind.AGREEMENTS, id);
        var party = records.iri(RecordKind.ORGANIZATIONS, form.party());
        checkParty(agreement, party);
        checkDuty(agreement, form);
        if (form.at().filter(clock.instant()::isBefore).isPresent()) {
            throw Refusal.of(Kind.UNUSABLE, "违约时间不能晚于现在；请核对 at", "it cannot have happened after now; check `at`");
        }
        Node iri;
        boolean suspends;
        try (var now = store.read()) {
            var number = now.union()
                            .find(Node.ANY, Sq.underGrant, agreement.iri())
                            .toList()
                            .size()
                    + 1;
            var name = records.id(RecordKind.AGREEMENTS, agreement.iri()).replace('/', '-') + "-" + number;
            iri = records.iri(RecordKind.BREACHES, name);
            suspends = form.suspend() && SUSPENDABLE.contains(cases.status(agreement, now.union()));
        }
        return write(iri, agreement, party, form, terms, suspends);
    }

    private Filed write(Node iri, Filed agreement, Node party, Form form, Terms terms, boolean suspends) {
        if (suspends) {
            var graph =
                    NodeFactory.createURI(records.baseIri() + "graph/breach/" + records.id(RecordKind.BREACHES, iri));
            cases.take(
                    RecordKind.AGREEMENTS,
                    agreement.iri().getURI(),
                    suspension(form),
                    terms,
                    (before, now) -> new Delta(
                            List.of(), fresh(now.union(), iri, quads(graph, iri, agreement, party, form, terms))));
            return records.read(RecordKind.BREACHES, iri.getURI());
        }
        var quads = quads(Quad.defaultGraphIRI, iri, agreement, party, form, terms);
        return records.create(RecordKind.BREACHES, new Body.Rdf(quads), terms).record();
    }

    private static List<Quad> fresh(Graph registry, Node iri, List<Quad> quads) {
        if (registry.contains(iri, Node.ANY, Node.ANY)) {
            throw Refusal.of(Kind.TAKEN, "`%s` 刚刚登记；请再试一次", "`%s` has just been recorded; try again", iri.getURI());
        }
        return quads;
    }

    private static StepForm suspension(Form form) {
        return new StepForm(
                "suspended",
                Optional.of("suspend"),
                Optional.of(form.note()),
                Optional.of(form.by()),
                form.role(),
                form.person(),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode());
    }

    private void checkParty(Filed agreement, Node party) {
        var isOne = new Said(agreement.description(), agreement.iri())
                .each(Odrl.permission)
                .anyMatch(permission -> permission.has(Odrl.assignee, party) || permission.has(Odrl.assigner, party));
        if (!isOne) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不是协议的一方；请核对 party",
                    "`%s` is no party of the agreement; check `party`",
                    party.getURI());
        }
    }

    private void checkDuty(Filed agreement, Form form) {
        form.duty().map(name -> Ledger.duty(agreement.iri(), name)).ifPresent(duty -> {
            if (!agreement.description().contains(Node.ANY, Odrl.duty, duty)) {
                throw Refusal.of(
                        Kind.UNKNOWN,
                        "协议中没有义务 `%s`；请查看 duties",
                        "this agreement has no duty `%s`; see its duties",
                        Said.last(duty));
            }
        });
        if (form.due().isPresent() && form.duty().isEmpty()) {
            throw Refusal.of(Kind.UNUSABLE, "给出 due 时须用 duty 指明义务", "`due` is the date of a duty; name it as `duty`");
        }
    }

    private List<Quad> quads(Node graph, Node iri, Filed agreement, Node party, Form form, Terms terms) {
        var quads = new ArrayList<Quad>();
        var by = records.iri(RecordKind.ORGANIZATIONS, form.by());
        add(quads, graph, iri, Rdf.type, Sq.Breach);
        add(quads, graph, iri, Sq.caseStatus, Sq.code("breach-record-status", "found"));
        add(quads, graph, iri, Sq.underGrant, agreement.iri());
        form.duty().ifPresent(name -> add(quads, graph, iri, Sq.ofDuty, Ledger.duty(agreement.iri(), name)));
        form.due().ifPresent(day -> add(quads, graph, iri, Sq.dueDate, Said.day(day)));
        add(quads, graph, iri, Sq.responsibleParty, party);
        add(quads, graph, iri, Sq.issuedBy, by);
        add(quads, graph, iri, Sq.occurredAt, Said.instant(form.at().orElseGet(clock::instant), zone));
        add(quads, graph, iri, Sq.recordedAt, Said.instant(clock.instant(), zone));
        add(
                quads,
                graph,
                iri,
                Sq.person,
                NodeFactory.createLiteralString(
                        form.person().orElse(terms.caller().person())));
        form.rectifyBy().ifPresent(day -> add(quads, graph, iri, Sq.rectifyBy, Said.instant(day, zone)));
        add(quads, graph, iri, Dct.description, Said.sentence(form.note()));
        return quads;
    }

    private static void add(List<Quad> quads, Node graph, Node subject, Node property, Node object) {
        quads.add(new Quad(graph, subject, property, object));
    }
}
