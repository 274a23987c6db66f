package org.shuqi.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.decision.fact.Item;
import org.shuqi.graph.Derived;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;

/** Answers from an index of the facts that the store keeps in step with every commit. */
public final class Engine implements Decisions {

    /** The profile that comes with the registry. */
    private static final String SHIPPED_PROFILE = "https://w3id.org/shuqi/profile/national";

    private final Store store;
    private final Derived<Index> index;
    private final String baseIri;
    private final ZoneId zone;
    private final Optional<String> profile;
    private final Clock clock;

    private Engine(
            Store store, Derived<Index> index, String baseIri, ZoneId zone, Optional<String> profile, Clock clock) {
        this.store = store;
        this.index = index;
        this.baseIri = baseIri;
        this.zone = zone;
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * Reads the store and follows its commits.
     *
     * @param baseIri start of every instance IRI
     * @param zone where a plain date begins
     * @param profile IRI of the jurisdiction profile; empty for {@code {base}profile/national}, else the shipped one
     * @param clock what "now" is
     */
    public static Decisions over(Store store, String baseIri, ZoneId zone, Optional<String> profile, Clock clock) {
        return new Engine(store, store.derive(new IndexDerivation(zone)), baseIri, zone, profile, clock);
    }

    /** Answers one question from a graph that does not change; reads the whole graph first. */
    public static Answer answer(
            DatasetGraph graph, QuestionForm form, String baseIri, ZoneId zone, Optional<String> profile, Clock clock) {
        return answer(new IndexDerivation(zone).build(graph, 0), form, baseIri, zone, profile, clock);
    }

    static Answer answer(
            Index index, QuestionForm form, String baseIri, ZoneId zone, Optional<String> profile, Clock clock) {
        var question = new Lookup(index, baseIri, zone).question(form, clock.instant());
        return new Explainer(index, jurisdiction(index, baseIri, profile)).answer(question);
    }

    static Jurisdiction jurisdiction(Index index, String baseIri, Optional<String> profile) {
        var own = baseIri + "profile/national";
        return Jurisdiction.of(index, profile.orElseGet(() -> index.profile(own).isPresent() ? own : SHIPPED_PROFILE));
    }

    @Override
    public Answer answer(QuestionForm form) {
        if (form.knownAt().isEmpty()) {
            return answer(index.current(), form, baseIri, zone, profile, clock);
        }
        try (var snapshot = store.readAt(form.knownAt().getAsLong())) {
            return answer(snapshot.derived(index), form, baseIri, zone, profile, clock);
        }
    }

    @Override
    public Iterator<Permission> permissions(Snapshot snapshot, Permission.Pattern pattern, Instant at) {
        var known = snapshot.derived(index);
        return new Permissions(known, jurisdiction(known, baseIri, profile), at)
                .matching(pattern)
                .iterator();
    }

    @Override
    public Optional<Outcome> outcome(Snapshot snapshot, String dataset, String recipient, String purpose, Instant at) {
        var known = snapshot.derived(index);
        return new Permissions(known, jurisdiction(known, baseIri, profile), at)
                .verdict(dataset, recipient, purpose)
                .map(Verdict::outcome);
    }

    @Override
    public Lists lists() {
        return new EveryTuple(this::edition, clock);
    }

    private Edition edition(OptionalLong knownAt) {
        if (knownAt.isEmpty()) {
            return edition(index.current(), baseIri, zone, profile);
        }
        try (var snapshot = store.readAt(knownAt.getAsLong())) {
            return edition(snapshot.derived(index), baseIri, zone, profile);
        }
    }

    static Edition edition(Index index, String baseIri, ZoneId zone, Optional<String> profile) {
        return new Edition(index, jurisdiction(index, baseIri, profile), new Lookup(index, baseIri, zone), baseIri);
    }

    /** The question that the doors without parameters ask: by query, for all items, to keep. */
    static Question plain(Index index, String dataset, String recipient, String purpose, Instant at) {
        List<String> items = index.dataset(dataset).orElseThrow().items().stream()
                .map(Item::iri)
                .toList();
        return new Question(
                recipient,
                dataset,
                items,
                purpose,
                Method.QUERY,
                Action.RECEIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at);
    }
}
