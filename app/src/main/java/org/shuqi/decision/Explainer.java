package org.shuqi.decision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Index;

/** Puts a verdict into words: reasons, duties, how long it lasts, what to do. */
final class Explainer {

    private final Index index;
    private final Jurisdiction jurisdiction;

    Explainer(Index index, Jurisdiction jurisdiction) {
        this.index = index;
        this.jurisdiction = jurisdiction;
    }

    Answer answer(Question question) {
        var verdict = Rule.decide(index, jurisdiction, question);
        var whole = verdict.whole();
        return new Answer(
                whole.outcome(),
                "S" + whole.stage(),
                verdict.rulings().stream().map(this::item).toList(),
                reasons(verdict),
                new Duties(index).of(verdict),
                verdict.grants(),
                Horizon.of(verdict),
                index.revision(),
                Nearest.of(verdict),
                new Route(verdict).steps());
    }

    private Answer.ItemAnswer item(Verdict.OnItem one) {
        return new Answer.ItemAnswer(index.iri(one.item().iri()), one.outcome(), "S" + one.stage());
    }

    /** The reasons of the least favourable rulings first. */
    private List<Answer.Reason> reasons(Verdict verdict) {
        return verdict.rulings().stream()
                .map(Verdict.OnItem::ruling)
                .sorted(Comparator.comparing(Ruling::outcome).reversed().thenComparingInt(Ruling::stage))
                .flatMap(ruling -> ruling.findings().stream())
                .map(this::reason)
                .distinct()
                .toList();
    }

    private Answer.Reason reason(Finding finding) {
        var names = new Names(index);
        var because = finding.because();
        return new Answer.Reason(
                because.stage(),
                finding.rule(),
                because.text(finding.about().stream().map(names::of).toList()),
                Stream.concat(finding.bases().stream(), because.laws().stream())
                        .distinct()
                        .toList());
    }
}
