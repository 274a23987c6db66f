package org.shuqi.review;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.shuqi.decision.Answer;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;

/** Puts questions to the engine, all at the revision under review. */
final class Court {

    private final Decisions decisions;
    private final long revision;
    private long asked;

    Court(Decisions decisions, long revision) {
        this.decisions = decisions;
        this.revision = revision;
    }

    /** How many questions were put. */
    long asked() {
        return asked;
    }

    /**
     * What the engine said.
     *
     * @param question the question
     * @param answer the answer; empty if an identifier is unknown
     * @param problem what is unknown
     */
    record Heard(QuestionForm question, Optional<Answer> answer, Optional<Problem> problem) {

        boolean permits() {
            return outcome().filter(Outcome.PERMIT::equals).isPresent();
        }

        Optional<Outcome> outcome() {
            return answer.map(Answer::outcome);
        }

        Optional<String> stage() {
            return answer.map(Answer::stage);
        }

        boolean isAt(String stage) {
            return stage().filter(stage::equals).isPresent();
        }

        /** The items that may flow. */
        Set<String> permitted() {
            var items = new HashSet<String>();
            answer.ifPresent(given -> given.items().stream()
                    .filter(item -> item.outcome() == Outcome.PERMIT)
                    .forEach(item -> items.add(item.item())));
            return items;
        }

        boolean reliesOn(String source) {
            return answer.filter(given -> given.grants().contains(source)).isPresent();
        }

        /** Whether one of the reasons rests on the rule. */
        boolean cites(String rule) {
            return answer.filter(given -> given.reasons().stream()
                            .anyMatch(reason -> reason.rule().equals(rule)))
                    .isPresent();
        }

        /** Whether one of the reasons was given by the stage, letter and all. */
        boolean isBecauseOf(String stage) {
            return answer.filter(given -> given.reasons().stream()
                            .anyMatch(reason -> reason.stage().equals(stage)))
                    .isPresent();
        }

        Text because() {
            return answer.flatMap(given -> given.reasons().stream().findFirst())
                    .map(Answer.Reason::text)
                    .or(() -> problem.map(Problem::detail))
                    .orElseGet(() -> new Text("", ""));
        }

        Optional<Instant> until() {
            return answer.flatMap(Answer::validUntil);
        }

        Finding.Witness witness() {
            return new Finding.Witness(question, outcome(), stage(), because());
        }
    }

    /** One question about receiving. */
    Heard ask(Strand strand, String recipient, List<String> items, String purpose, String method, Instant at) {
        return ask(new QuestionForm(
                recipient,
                strand.dataset(),
                items,
                Optional.of(purpose),
                Optional.of(method),
                Optional.of("receive"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(strand.provider()),
                Optional.empty(),
                Optional.of(at.toString()),
                OptionalLong.of(revision)));
    }

    /** Any question; the instant has to be there, the revision is put in. */
    Heard ask(QuestionForm form) {
        asked++;
        var question = form.asOf(form.at(), OptionalLong.of(revision));
        try {
            return new Heard(question, Optional.of(decisions.answer(question)), Optional.empty());
        } catch (Refusal refusal) {
            if (refusal.problem().kind() != Kind.UNKNOWN) {
                throw refusal;
            }
            return new Heard(question, Optional.empty(), Optional.of(refusal.problem()));
        }
    }
}
