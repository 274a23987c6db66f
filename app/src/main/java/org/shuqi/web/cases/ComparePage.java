package org.shuqi.web.cases;

import java.util.List;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;

/**
 * What another version changes.
 *
 * @param one the agreement
 * @param other what it is compared with
 * @param clauses what is agreed otherwise
 * @param answers the answers that would be others
 * @param more how many more answers there are
 * @param at the instant that these are asked about
 */
public record ComparePage(Crumb one, Crumb other, List<Clause> clauses, List<Answer> answers, int more, String at) {

    public ComparePage {
        clauses = List.copyOf(clauses);
        answers = List.copyOf(answers);
    }

    /** A difference: the part it is in, what it is about, and the values that only one side has. */
    public record Clause(String part, Said label, Badge change, List<Said> before, List<Said> after) {
        public Clause {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** A question whose answer is another. */
    public record Answer(
            Crumb dataset,
            List<Said> items,
            Crumb recipient,
            Said purpose,
            Said method,
            List<Crumb> third,
            Badge before,
            Badge after) {
        public Answer {
            items = List.copyOf(items);
            third = List.copyOf(third);
        }
    }
}
