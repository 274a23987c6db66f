package org.shuqi.review;

import java.util.List;
import java.util.Optional;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Text;

/**
 * One thing that is wrong in the register, with a question that shows it.
 *
 * @param kind what it is
 * @param records IRIs of what is concerned, the agreement or norm first
 * @param organizations IRIs of the organisations concerned
 * @param text the sentence
 * @param witness the question that shows it
 */
public record Finding(FindingKind kind, List<String> records, List<String> organizations, Text text, Witness witness) {

    public Finding {
        records = records.stream().distinct().toList();
        organizations = organizations.stream().distinct().toList();
    }

    /**
     * A whole question and what the engine said to it; whoever asks it again gets the same answer.
     *
     * @param question the question, with instant and revision
     * @param outcome the outcome; empty if the engine refused the question because it names something unknown
     * @param stage the stage that decided; empty if the engine refused
     * @param because the first reason of the answer, or why it was refused
     */
    public record Witness(QuestionForm question, Optional<Outcome> outcome, Optional<String> stage, Text because) {}
}
