package org.shuqi.decision.fact;

import java.time.Instant;
import java.util.List;
import org.shuqi.problem.Text;
import org.shuqi.time.Span;

/**
 * One permission of an agreement or of a consented request.
 *
 * @param iri of the permission
 * @param source of the agreement or request
 * @param agreement whether the source is an agreement
 * @param usable whether it says whom, what and how, in words the registry understands
 * @param assigners who gives
 * @param assignees who receives
 * @param subordinates whether organisations below an assignee receive too
 * @param targets what is given: items, datasets, or what they belong to
 * @param purposes for each purpose constraint, the purposes it allows
 * @param methods for each method constraint, the methods it allows
 * @param windows for each time constraint, the time it allows
 * @param term when the agreement or request is in force
 * @param onward whom data may be passed on to
 * @param masked the items that leave masked; contains the permission itself if all do
 * @param duties what it obliges the recipient to
 * @param name number or title of the source, in both languages
 */
public record Grant(
        String iri,
        String source,
        boolean agreement,
        boolean usable,
        List<String> assigners,
        List<String> assignees,
        boolean subordinates,
        List<String> targets,
        List<List<String>> purposes,
        List<List<String>> methods,
        List<Span> windows,
        Term term,
        List<String> onward,
        List<String> masked,
        List<Duty> duties,
        Text name)
        implements Fact {

    /** Whether it is in force. */
    public boolean holdsAt(Instant at) {
        return term.contains(at) && windows.stream().allMatch(window -> window.contains(at));
    }
}
