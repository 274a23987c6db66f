package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shuqi.decision.fact.Concept;
import org.shuqi.decision.fact.Index;

/** Follows links upwards; a circle is walked once. */
final class Walk {

    private Walk() {}

    /** The start and everything above it, nearest first. */
    static List<String> up(List<String> start, Function<String, List<String>> above) {
        var reached = new ArrayList<String>(start);
        for (var next = 0; next < reached.size(); next++) {
            for (var higher : above.apply(reached.get(next))) {
                if (!reached.contains(higher)) {
                    reached.add(higher);
                }
            }
        }
        return reached;
    }

    /** The concepts and all that are broader. */
    static List<String> broader(Index index, List<String> concepts) {
        return up(concepts, iri -> index.concept(iri).map(Concept::broader).orElse(List.of()));
    }
}
