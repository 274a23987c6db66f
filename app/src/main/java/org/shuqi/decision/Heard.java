package org.shuqi.decision;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Decisions as whoever asks may have them: about what concerns them, with reasons cut to what they may read. The outcome is
 * always the engine's own; a question that may not be asked is refused, in lists its row is left out.
 */
final class Heard implements Decisions {

    private final Engine engine;
    private final Asker.Askers askers;
    private final Tally tally;

    Heard(Engine engine, Asker.Askers askers, Tally tally) {
        this.engine = engine;
        this.askers = askers;
        this.tally = tally;
    }

    @Override
    public Answer answer(QuestionForm form) {
        return told(form, () -> {
            var asker = askers.asking(form.knownAt());
            if (asker.isUnbound()) {
                return engine.answer(form);
            }
            var admitted = admission(form.knownAt(), asker).single(form);
            return new Cutting(asker).answer(engine.answer(admitted), admitted.dataset());
        });
    }

    private Answer told(QuestionForm form, Supplier<Answer> deciding) {
        try {
            var answer = deciding.get();
            tally.decided(answer.outcome());
            if (answer.outcome() != Outcome.PERMIT && engine.isClassified(form)) {
                tally.withheld(form, answer.outcome().code());
            }
            return answer;
        } catch (Refusal refusal) {
            throw toldOf(refusal, form);
        }
    }

    @Override
    public Brief brief(QuestionForm form) {
        try {
            return heard(form);
        } catch (Refusal refusal) {
            throw toldOf(refusal, form);
        }
    }

    @Override
    public Optional<Brief> attempt(QuestionForm form) {
        try {
            return Optional.of(heard(form));
        } catch (Refusal told) {
            return Optional.empty();
        }
    }

    private Brief heard(QuestionForm form) {
        var asker = askers.asking(form.knownAt());
        var brief = engine.brief(
                asker.isUnbound() ? form : admission(form.knownAt(), asker).single(form));
        tally.decided(brief.outcome());
        if (brief.isWithheld()) {
            tally.withheld(form, brief.outcome().code());
        }
        return brief;
    }

    /** Who may not ask about classified data tried to, whatever the answer pretends. */
    private Refusal toldOf(Refusal refusal, QuestionForm form) {
        var kind = refusal.problem().kind();
        if (kind == Kind.FORBIDDEN || kind == Kind.UNKNOWN) {
            // not looked up before the answer is on its way: the time would tell what is hidden from what is not there
            tally.refused(form, () -> engine.isClassified(form));
        } else {
            tally.refused();
        }
        return refusal;
    }

    @Override
    public Iterator<Permission> permissions(Snapshot snapshot, Permission.Pattern pattern, Instant at) {
        tally.listed();
        var known = OptionalLong.of(snapshot.revision());
        var asker = askers.asking(known);
        var rows = engine.permissions(snapshot, pattern, at);
        if (asker.isUnbound()) {
            return rows;
        }
        var admission = new Admission(engine.edition(snapshot), asker);
        var cutting = new Cutting(asker);
        return Iter.map(
                Iter.filter(
                        rows,
                        row -> pattern.dataset().isPresent()
                                ? admission.admits(row.dataset(), row.recipient())
                                : admission.shows(row.dataset(), row.recipient())),
                cutting::permission);
    }

    @Override
    public Optional<Outcome> outcome(Snapshot snapshot, String dataset, String recipient, String purpose, Instant at) {
        var asker = askers.asking(OptionalLong.of(snapshot.revision()));
        return asker.isUnbound() || new Admission(engine.edition(snapshot), asker).admits(dataset, recipient)
                ? engine.outcome(snapshot, dataset, recipient, purpose, at)
                : Optional.empty();
    }

    @Override
    public List<Difference> differences(Snapshot snapshot, Delta supposed, List<String> agreements, Instant at) {
        var asker = askers.asking(OptionalLong.of(snapshot.revision()));
        var differences = engine.differences(snapshot, supposed, agreements, at);
        if (asker.isUnbound()) {
            return differences;
        }
        var admission = new Admission(engine.edition(snapshot), asker);
        return differences.stream()
                .filter(each -> admission.shows(each.dataset(), each.recipient()))
                .toList();
    }

    @Override
    public Impact impact(Snapshot snapshot, Delta supposed, Set<String> edited, Instant at, LongConsumer progress) {
        var asker = askers.asking(OptionalLong.of(snapshot.revision()));
        var impact = engine.impact(snapshot, supposed, edited, at, progress);
        if (asker.isUnbound()) {
            return impact;
        }
        var admission = new Admission(engine.edition(snapshot), asker);
        return new Impact(
                impact.possible(),
                impact.asked(),
                impact.turns(),
                impact.first().stream()
                        .filter(each -> admission.shows(each.dataset(), each.recipient()))
                        .toList());
    }

    @Override
    public Lists lists() {
        return new HeardLists(engine.lists(), askers, this::admission, tally);
    }

    @Override
    public Decisions heardBy(Asker.Askers others, Tally counting) {
        return engine.heardBy(others, counting);
    }

    private Admission admission(OptionalLong knownAt, Asker asker) {
        return new Admission(engine.edition(knownAt), asker);
    }
}
