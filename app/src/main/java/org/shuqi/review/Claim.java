package org.shuqi.review;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.shuqi.time.Span;

/**
 * What one permission of an agreement or request says it grants; or one prohibition, what it says it forbids.
 *
 * @param source the agreement or request
 * @param agreement whether it is an agreement
 * @param rule the permission or prohibition
 * @param understood whether it is one to receive, in words that the engine understands
 * @param assigners who gives
 * @param assignees who receives
 * @param subordinates whether those below them receive too
 * @param targets what is given
 * @param purposes for each constraint on purpose, the purposes it names
 * @param methods for each constraint on method, the methods it names
 * @param windows for each constraint on time, the time it allows
 * @param onward whom the data may be passed on to
 * @param masked whether some rule masks the data
 * @param term when the agreement is in force
 */
record Claim(
        Node source,
        boolean agreement,
        Node rule,
        boolean understood,
        List<String> assigners,
        List<String> assignees,
        boolean subordinates,
        List<Node> targets,
        List<Set<String>> purposes,
        List<Set<String>> methods,
        List<Span> windows,
        List<String> onward,
        boolean masked,
        Term term) {

    /** IRI of the agreement or request. */
    String sourceIri() {
        return source.getURI();
    }

    /** When it holds: in force, and inside each time constraint. */
    List<Span> holds() {
        var held = term.inForce();
        for (var window : windows) {
            held = Term.both(held, List.of(window));
        }
        return held;
    }
}
