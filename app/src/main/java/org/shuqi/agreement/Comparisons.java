package org.shuqi.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Sq;

/** Says what another version changes, in its clauses and in the answers. */
public final class Comparisons {

    private final Store store;
    private final Records records;
    private final Decisions decisions;
    private final ZoneId zone;
    private final Clock clock;

    private Comparisons(Store store, Records records, Decisions decisions, ZoneId zone, Clock clock) {
        this.store = store;
        this.records = records;
        this.decisions = decisions;
        this.zone = zone;
        this.clock = clock;
    }

    /** Over one registry. */
    public static Comparisons over(Store store, Records records, Decisions decisions, ZoneId zone, Clock clock) {
        return new Comparisons(store, records, decisions, zone, clock);
    }

    /**
     * Compares an agreement with another.
     *
     * @param with IRI or name of the other; the next version if absent
     * @param at instant to ask about; absent: the first at which the other can be in force
     * @throws Refusal UNKNOWN if there is no such agreement, LIMIT if they reach too far
     */
    public Comparison compare(String id, Optional<String> with, Optional<Instant> at) {
        var one = records.read(RecordKind.AGREEMENTS, id);
        try (var now = store.read()) {
            var other = records.read(RecordKind.AGREEMENTS, with.orElseGet(() -> next(one, now)));
            if (other.iri().equals(one.iri())) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "不能与自己比较；请另指定 with",
                        "an agreement is not compared with itself; name another as `with`");
            }
            var asked = at.orElseGet(() -> first(other));
            var clauses = new Clauses(now.union(), one, other).differ();
            var agreements = List.of(one.iri().getURI(), other.iri().getURI());
            var answers = decisions.differences(now, instead(one, other, asked), agreements, asked);
            return new Comparison(one.iri().getURI(), other.iri().getURI(), clauses, answers, asked, now.revision());
        }
    }

    private static String next(Filed one, Snapshot now) {
        return Chain.after(now.union(), one.iri()).stream()
                .map(Node::getURI)
                .max(String::compareTo)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "协议没有下一版本；请用 with 指定与哪一份比较",
                        "this agreement has no next version; say with `with` what to compare it to"));
    }

    /** Now, or the start of its term if that is to come. */
    private Instant first(Filed agreement) {
        var now = clock.instant();
        return new Said(agreement.description(), agreement.iri())
                .instant(Sq.validFrom, zone)
                .filter(now::isBefore)
                .orElse(now);
    }

    /** The change that puts the other in force in the place of the one. */
    private Delta instead(Filed one, Filed other, Instant at) {
        var removed = new ArrayList<Quad>();
        var added = new ArrayList<Quad>();
        var now = clock.instant();
        var active = new Said(other.description(), other.iri());
        var activated = at.isBefore(now) ? at : now;
        if (active.instant(Sq.activatedAt, zone)
                .filter(since -> !since.isAfter(at))
                .isEmpty()) {
            withdraw(other, Sq.activatedAt, removed);
            added.add(new Quad(other.graph(), other.iri(), Sq.activatedAt, Said.instant(activated, zone)));
        }
        withdraw(other, Sq.terminatedAt, removed);
        var start =
                active.instant(Sq.validFrom, zone).filter(activated::isBefore).orElse(activated);
        var end = new Said(one.description(), one.iri()).instant(Sq.terminatedAt, zone);
        if (end.filter(already -> !already.isAfter(start)).isEmpty()) {
            withdraw(one, Sq.terminatedAt, removed);
            added.add(new Quad(one.graph(), one.iri(), Sq.terminatedAt, Said.instant(start, zone)));
        }
        return new Delta(removed, added);
    }

    private static void withdraw(Filed agreement, Node property, List<Quad> removed) {
        agreement
                .description()
                .find(agreement.iri(), property, Node.ANY)
                .forEachRemaining(triple -> removed.add(new Quad(agreement.graph(), triple)));
    }
}
