package org.shuqi.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.Difference;
import org.shuqi.problem.Text;

/**
 * What another version changes.
 *
 * @param one IRI of the agreement that is compared
 * @param other IRI of the one it is compared with
 * @param clauses what is agreed otherwise, clause by clause
 * @param answers the answers that would be other ones if the other were in force in the place of the one
 * @param at the instant that these are asked about
 * @param revision the revision that was compared
 */
public record Comparison(
        String one, String other, List<Clause> clauses, List<Difference> answers, Instant at, long revision) {

    public Comparison {
        clauses = List.copyOf(clauses);
        answers = List.copyOf(answers);
    }

    /** Whether something came, went, or is another. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One difference.
     *
     * @param part the permission, prohibition or obligation it is in, by its name within the agreement; none for the whole
     * @param clause name of the property, or of what a constraint is about
     * @param label what people call it
     * @param change what happened
     * @param before values that the one has and the other has not
     * @param after values that the other has and the one has not
     * @param text the difference in a sentence
     */
    public record Clause(
            Optional<String> part,
            String clause,
            Text label,
            Change change,
            List<Value> before,
            List<Value> after,
            Text text) {
        public Clause {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * A value.
     *
     * @param value IRI or text
     * @param label what people call it
     */
    public record Value(String value, Text label) {}
}
