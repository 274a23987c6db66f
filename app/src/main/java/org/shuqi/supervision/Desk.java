package org.shuqi.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Rdf;

/** Where supervision looks from: the registry at a revision and an instant, and the words that name both. */
record Desk(Store store, Records records, TimeLimits limits, ZoneId zone, Clock clock) {

    /**
     * One look at the registry.
     *
     * @param registry the union of its graphs
     * @param revision the revision
     * @param at the instant
     * @param zone where a plain date begins
     * @param asking the queries, asked of both
     * @param names what things are called
     */
    record Look(Graph registry, long revision, Instant at, ZoneId zone, Asking asking, Names names) {}

    <R> Supervision.Found<R> look(Optional<String> at, OptionalLong knownAt, Function<Look, List<R>> use) {
        var instant = at.map(this::instant).orElseGet(clock::instant);
        return look(instant, knownAt, use);
    }

    <R> Supervision.Found<R> look(Instant at, OptionalLong knownAt, Function<Look, List<R>> use) {
        try (var now = knownAt.isPresent() ? store.readAt(knownAt.getAsLong()) : store.read()) {
            return new Supervision.Found<>(use.apply(look(now, at)), now.revision(), at);
        }
    }

    private Look look(Snapshot now, Instant at) {
        var asking = new Asking(now.union(), () -> LimitsGraph.of(limits.at(now, at)), at, zone);
        return new Look(now.union(), now.revision(), at, zone, asking, new Names(now.union()));
    }

    /**
     * The organisation of that name.
     *
     * @throws Refusal UNUSABLE if there is none
     */
    Node organization(String name) {
        var iri = records.iri(RecordKind.ORGANIZATIONS, name);
        try (var now = store.read()) {
            if (!now.union().contains(iri, Rdf.type, Node.ANY)) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "没有单位 `%s`；请核对统一社会信用代码或者 IRI",
                        "there is no organisation `%s`; check its code or IRI",
                        name);
            }
        }
        return iri;
    }

    /**
     * The instant that a word names; an offset written `+08:00` may arrive as ` 08:00` from an address.
     *
     * @throws Refusal UNUSABLE if it names none
     */
    Instant instant(String word) {
        return Instants.parse(word.strip().replace(' ', '+'), zone)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "时间 `%s` 无法识别；请写成 2026-06-01T12:00:00+08:00 或者 2026-06-01",
                        "the time `%s` cannot be read; write 2026-06-01T12:00:00+08:00 or 2026-06-01",
                        word));
    }
}
