package org.shuqi.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Body;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.record.Written;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** What is owed under agreements, and the records that it was done. */
public final class Duties {

    private static final String HASH = "[0-9a-f]{64}";

    private final Store store;
    private final Records records;
    private final ZoneId zone;
    private final Clock clock;

    private Duties(Store store, Records records, ZoneId zone, Clock clock) {
        this.store = store;
        this.records = records;
        this.zone = zone;
        this.clock = clock;
    }

    /** Over one registry; days begin in the zone. */
    public static Duties over(Store store, Records records, ZoneId zone, Clock clock) {
        return new Duties(store, records, zone, clock);
    }

    /**
     * What was done.
     *
     * @param by IRI or name of who did it
     * @param due for which due date; may be left out if only one is to be done
     * @param at when; now if absent
     * @param what in words
     * @param hash SHA-256 of the evidence, in hexadecimal
     * @param document where the evidence is kept
     * @param person who says so; the caller if absent
     */
    public record Form(
            String by,
            Optional<LocalDate> due,
            Optional<Instant> at,
            String what,
            Optional<String> hash,
            Optional<String> document,
            Optional<String> person) {}

    /**
     * What falls due under the agreement up to now, and what is still owed under the versions before it.
     *
     * @param at as things stand then; now if absent
     * @throws Refusal UNKNOWN if there is no such agreement
     */
    public List<DutyInstance> list(String id, Optional<Instant> at) {
        var agreement = records.read(RecordKind.AGREEMENTS, id).iri();
        try (var now = store.read()) {
            return new Ledger(now.union(), zone, at.orElseGet(clock::instant)).whole(agreement);
        }
    }

    /**
     * Records that a duty was done.
     *
     * @param name of the duty within the agreement
     * @throws Refusal UNKNOWN if there is no such duty, UNUSABLE if that party owes nothing at that date, TAKEN if it was
     *     done already
     */
    public Written fulfil(String id, String name, Form form, Terms terms) {
        check(form);
        var agreement = records.read(RecordKind.AGREEMENTS, id).iri();
        var party = records.iri(RecordKind.ORGANIZATIONS, form.by());
        var duty = Ledger.duty(agreement, name);
        List<Quad> quads;
        try (var now = store.read()) {
            var owed = owed(now.union(), agreement, duty, party, form.due());
            var tries = now.union().find(Node.ANY, Sq.ofDuty, duty).toList().size();
            quads = quads(owed, agreement, party, form, terms, tries);
        }
        return records.create(RecordKind.FULFILMENTS, new Body.Rdf(quads), terms);
    }

    /** The one instance that is meant. */
    DutyInstance owed(Graph registry, Node agreement, Node duty, Node party, Optional<LocalDate> due) {
        var all = new Ledger(registry, zone, clock.instant())
                .of(agreement).stream()
                        .filter(instance -> instance.iri().equals(duty.toString()))
                        .toList();
        if (all.isEmpty()) {
            throw Refusal.of(
                    Kind.UNKNOWN,
                    "协议中没有正在履行的义务 `%s`；请查看 duties",
                    "no duty `%s` is owed under this agreement; see its duties",
                    Said.last(duty));
        }
        var own = all.stream()
                .filter(instance -> instance.party().equals(party.toString()))
                .filter(instance -> due.isEmpty() || instance.due().equals(due))
                .toList();
        if (own.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 没有这一天到期的该项义务；现有：%s",
                    "`%s` owes no such thing at that date; there are: %s",
                    party,
                    options(all));
        }
        var open = own.stream().filter(DutyInstance::isOwed).toList();
        if (open.isEmpty()) {
            throw Refusal.of(
                    Kind.TAKEN,
                    "该项义务已经履行：%s",
                    "this was done already: %s",
                    own.get(0).fulfilments());
        }
        if (open.size() > 1) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "有多个到期日没有履行，请用 due 指明：%s",
                    "more than one is to be done; name its date as `due`: %s",
                    options(open));
        }
        return open.get(0);
    }

    private static String options(List<DutyInstance> instances) {
        return String.join(
                ", ",
                instances.stream()
                        .map(instance -> Said.last(NodeFactory.createURI(instance.party()))
                                + instance.due().map(day -> " " + day).orElse(""))
                        .distinct()
                        .limit(10)
                        .toList());
    }

    private void check(Form form) {
        if (form.hash().filter(hash -> !hash.matches(HASH)).isPresent()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`hash` 须是 64 位小写十六进制的 SHA-256",
                    "`hash` has to be a SHA-256 in 64 small hexadecimal digits");
        }
        if (form.at().filter(clock.instant()::isBefore).isPresent()) {
            throw Refusal.of(Kind.UNUSABLE, "履行时间不能晚于现在；请核对 at", "it cannot have been done after now; check `at`");
        }
    }

    private List<Quad> quads(DutyInstance owed, Node agreement, Node party, Form form, Terms terms, int tries) {
        var parts = new ArrayList<String>(
                List.of(records.id(RecordKind.AGREEMENTS, agreement).replace('/', '-'), owed.duty()));
        parts.add(Said.last(party));
        owed.due().ifPresent(day -> parts.add(day.toString()));
        parts.add(Integer.toString(tries + 1));
        var iri = records.iri(RecordKind.FULFILMENTS, String.join("-", parts));
        var quads = new ArrayList<Quad>();
        add(quads, iri, Rdf.type, Sq.DutyFulfilment);
        add(quads, iri, Sq.caseStatus, Sq.code("fulfilment-status", "recorded"));
        add(quads, iri, Sq.underGrant, agreement);
        add(quads, iri, Sq.ofDuty, NodeFactory.createURI(owed.iri()));
        owed.due().ifPresent(day -> add(quads, iri, Sq.dueDate, Said.day(day)));
        add(quads, iri, Sq.fulfilledBy, party);
        add(quads, iri, Sq.fulfilledAt, Said.instant(form.at().orElseGet(clock::instant), zone));
        add(quads, iri, Sq.recordedAt, Said.instant(clock.instant(), zone));
        add(
                quads,
                iri,
                Sq.person,
                NodeFactory.createLiteralString(
                        form.person().orElse(terms.caller().person())));
        add(quads, iri, Dct.description, Said.sentence(form.what()));
        form.hash().ifPresent(hash -> add(quads, iri, Sq.fileHash, NodeFactory.createLiteralString(hash)));
        form.document().ifPresent(place -> add(quads, iri, Dct.source, NodeFactory.createURI(place)));
        return quads;
    }

    private static void add(List<Quad> quads, Node subject, Node property, Node object) {
        quads.add(new Quad(Quad.defaultGraphIRI, subject, property, object));
    }
}
