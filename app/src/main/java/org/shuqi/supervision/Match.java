package org.shuqi.supervision;

import java.util.List;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * Something that may meet a demand.
 *
 * @param entry the entry of the other list, or a published dataset that no list names
 * @param kind {@code responsibility}, {@code dataset} or {@code demand}
 * @param name its name
 * @param party who lists or publishes it
 * @param partyName the name of that organisation
 * @param score the sum of the points of the reasons
 * @param reasons why
 * @param matched whether the demand names it already
 */
public record Match(
        Node entry,
        String kind,
        Text name,
        Node party,
        Text partyName,
        int score,
        List<Reason> reasons,
        boolean matched) {

    public Match {
        reasons = List.copyOf(reasons);
    }

    /**
     * One reason.
     *
     * @param code its name
     * @param points what it adds; a hindrance adds nothing
     * @param text in words
     */
    public record Reason(String code, int points, Text text) {}
}
