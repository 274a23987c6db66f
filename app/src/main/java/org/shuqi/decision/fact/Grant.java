package org.shuqi.decision.fact;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

    /** The same, in force at another time. */
    public Grant during(Term other) {
        return new Grant(
                iri,
                source,
                agreement,
                usable,
                assigners,
                assignees,
                subordinates,
                targets,
                purposes,
                methods,
                List.of(),
                other,
                onward,
                masked,
                duties,
                name);
    }

    /** The same, with another recipient. */
    public Grant receivedAlsoBy(String party) {
        return new Grant(
                iri,
                source,
                agreement,
                usable,
                assigners,
                and(assignees, List.of(party)),
                subordinates,
                targets,
                purposes,
                methods,
                windows,
                term,
                onward,
                masked,
                duties,
                name);
    }

    /** The same, over more items. */
    public Grant overAlso(List<String> items) {
        return new Grant(
                iri,
                source,
                agreement,
                usable,
                assigners,
                assignees,
                subordinates,
                and(targets, items),
                purposes,
                methods,
                windows,
                term,
                onward,
                masked,
                duties,
                name);
    }

    /** The same, for another purpose. */
    public Grant forAlso(String purpose) {
        var wider = purposes.isEmpty()
                ? List.of(List.of(purpose))
                : purposes.stream()
                        .map(allowed -> and(allowed, List.of(purpose)))
                        .toList();
        return new Grant(
                iri,
                source,
                agreement,
                usable,
                assigners,
                assignees,
                subordinates,
                targets,
                wider,
                methods,
                windows,
                term,
                onward,
                masked,
                duties,
                name);
    }

    /** The same, by another method. */
    public Grant byAlso(String method) {
        var wider = methods.isEmpty()
                ? List.of(List.of(method))
                : methods.stream().map(allowed -> and(allowed, List.of(method))).toList();
        return new Grant(
                iri,
                source,
                agreement,
                usable,
                assigners,
                assignees,
                subordinates,
                targets,
                purposes,
                wider,
                windows,
                term,
                onward,
                masked,
                duties,
                name);
    }

    /** The same, with somebody the data may be passed on to. */
    public Grant onwardAlsoTo(String party) {
        return new Grant(
                iri,
                source,
                agreement,
                usable,
                assigners,
                assignees,
                subordinates,
                targets,
                purposes,
                methods,
                windows,
                term,
                and(onward, List.of(party)),
                masked,
                duties,
                name);
    }

    private static List<String> and(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
