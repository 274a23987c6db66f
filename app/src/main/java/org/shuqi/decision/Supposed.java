package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;

/**
 * Facts that are not there, heard as if they were.
 *
 * @param grants permissions, each in the place of the same one that is on file
 * @param papers assessments
 */
record Supposed(List<Grant> grants, List<Evidence> papers) {

    /** Nothing beside the facts. */
    static final Supposed NOTHING = new Supposed(List.of(), List.of());

    Supposed and(Grant grant) {
        return new Supposed(with(grants, grant, grant::isSameAs), papers);
    }

    Supposed and(Evidence paper) {
        return new Supposed(grants, with(papers, paper, other -> other.iri() == paper.iri()));
    }

    private static <T> List<T> with(List<T> some, T another, Predicate<T> replaced) {
        var all = new ArrayList<>(some);
        all.removeIf(replaced);
        all.add(another);
        return all;
    }

    /** Whether one of the grants stands in its place. */
    boolean replaces(Grant grant) {
        for (var supposed : grants) {
            if (supposed.isSameAs(grant)) {
                return true;
            }
        }
        return false;
    }
}
