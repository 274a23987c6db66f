package org.shuqi.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derived;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Refusal;

/** Answers from an index of the facts that the store keeps in step with every commit. */
public final class Engine implements Decisions {

    /** The profile that comes with the registry. */
    private static final String SHIPPED_PROFILE = "https://w3id.org/shuqi/profile/national";

    private final Store store;
    private final Derived<Index> index;
    private final Derived<Objections.Marks> objections;
    private final Latest latest;
    private final Clock clock;

    private Engine(
            Store store, Derived<Index> index, Derived<Objections.Marks> objections, Latest latest, Clock clock) {
        this.store = store;
        this.index = index;
        this.objections = objections;
        this.latest = latest;
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
        return new Engine(
                store,
                store.derive(new IndexDerivation(zone)),
                store.derive(new Objections(zone)),
                new Latest(baseIri, zone, profile),
                clock);
    }

    /** Answers one question from a graph that does not change; reads the whole graph first. */
    public static Answer answer(
            DatasetGraph graph, QuestionForm form, String baseIri, ZoneId zone, Optional<String> profile, Clock clock) {
        var edition = edition(new IndexDerivation(zone).build(graph, 0), baseIri, zone, profile);
        return edition.answer(form, clock.instant(), new Objections(zone).build(graph, 0));
    }

    static Answer answer(
            Index index, QuestionForm form, String baseIri, ZoneId zone, Optional<String> profile, Clock clock) {
        return edition(index, baseIri, zone, profile).answer(form, clock.instant(), Objections.Marks.NONE);
    }

    static Jurisdiction jurisdiction(Index index, String baseIri, Optional<String> profile) {
        var own = baseIri + "profile/national";
        return Jurisdiction.of(
                index, profile.orElseGet(() -> index.profile(index.id(own)).isPresent() ? own : SHIPPED_PROFILE));
    }

    /** The edition of an index, made once for as long as the same index is asked. */
    private static final class Latest {

        private final String baseIri;
        private final ZoneId zone;
        private final Optional<String> profile;
        private volatile Edition last;

        Latest(String baseIri, ZoneId zone, Optional<String> profile) {
            this.baseIri = baseIri;
            this.zone = zone;
            this.profile = profile;
            this.last = edition(Index.empty(), baseIri, zone, profile);
        }

        Edition of(Index index) {
            var edition = last;
            if (edition.index() != index) {
                edition = edition(index, baseIri, zone, profile);
                last = edition;
            }
            return edition;
        }
    }

    @Override
    public Answer answer(QuestionForm form) {
        if (form.knownAt().isPresent()) {
            try (var snapshot = store.readAt(form.knownAt().getAsLong())) {
                return edition(snapshot.derived(index)).answer(form, clock.instant(), snapshot.derived(objections));
            }
        }
        while (true) {
            var marks = objections.current();
            var edition = edition(index.current());
            // a commit publishes both at once: marks that stay the same meanwhile are those of the index
            if (marks == objections.current()) {
                return edition.answer(form, clock.instant(), marks);
            }
        }
    }

    @Override
    public Brief brief(QuestionForm form) {
        var edition = edition(form.knownAt());
        var question = edition.lookup().question(form, clock.instant());
        var whole = Rule.whole(edition.index(), edition.jurisdiction(), question);
        return new Brief(
                whole.outcome(),
                "S" + whole.stage(),
                edition.index().revision(),
                whole.outcome() != Outcome.PERMIT && edition.isClassified(question));
    }

    @Override
    public Optional<Brief> attempt(QuestionForm form) {
        try {
            return Optional.of(brief(form));
        } catch (Refusal told) {
            return Optional.empty();
        }
    }

    /** Whether the question is about classified data; of data that the registry does not have, it is not. */
    boolean isClassified(QuestionForm form) {
        try {
            var edition = edition(form.knownAt());
            return edition.isClassified(edition.lookup().question(form, clock.instant()));
        } catch (Refusal noSuchQuestion) {
            return false;
        }
    }

    @Override
    public Iterator<Permission> permissions(Snapshot snapshot, Permission.Pattern pattern, Instant at) {
        return permissions(snapshot.derived(index), at).matching(pattern).iterator();
    }

    @Override
    public Optional<Outcome> outcome(Snapshot snapshot, String dataset, String recipient, String purpose, Instant at) {
        var known = snapshot.derived(index);
        return permissions(known, at).outcome(known.id(dataset), known.id(recipient), known.id(purpose));
    }

    /** Looks at the whole revision, whatever part of it the snapshot shows. */
    @Override
    public List<Difference> differences(Snapshot snapshot, Delta supposed, List<String> agreements, Instant at) {
        try (var whole = store.readAt(snapshot.revision())) {
            var before = edition(whole.derived(index));
            return new Differences(before, supposing(before, whole, supposed)).of(agreements, at);
        }
    }

    private Edition supposing(Edition before, Snapshot whole, Delta supposed) {
        var then = new IndexDerivation(latest.zone)
                .next(before.index(), whole.supposing(supposed), before.index().revision(), supposed);
        return edition(then, latest.baseIri, latest.zone, latest.profile);
    }

    /** Looks at the whole revision, whatever part of it the snapshot shows. */
    @Override
    public Impact impact(Snapshot snapshot, Delta supposed, Set<String> edited, Instant at, LongConsumer progress) {
        try (var whole = store.readAt(snapshot.revision())) {
            var before = edition(whole.derived(index));
            return new Foresight(before, supposing(before, whole, supposed), edited, Foresight.MOST).ask(at, progress);
        }
    }

    @Override
    public Decisions heardBy(Asker.Askers askers, Tally tally) {
        return new Heard(this, askers, tally);
    }

    /** The edition of a snapshot, whatever part of it that shows. */
    Edition edition(Snapshot snapshot) {
        return edition(snapshot.derived(index));
    }

    @Override
    public Lists lists() {
        return new SortedLists(this::edition, clock);
    }

    Edition edition(OptionalLong knownAt) {
        if (knownAt.isEmpty()) {
            return edition(index.current());
        }
        try (var snapshot = store.readAt(knownAt.getAsLong())) {
            return edition(snapshot.derived(index));
        }
    }

    private Edition edition(Index known) {
        return latest.of(known);
    }

    static Edition edition(Index index, String baseIri, ZoneId zone, Optional<String> profile) {
        return new Edition(index, jurisdiction(index, baseIri, profile), new Lookup(index, baseIri, zone), baseIri);
    }

    private Permissions permissions(Index known, Instant at) {
        return new Permissions(known, edition(known).jurisdiction(), at);
    }
}
