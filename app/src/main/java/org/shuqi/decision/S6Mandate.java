package org.shuqi.decision;

import java.util.Comparator;
import java.util.List;
import org.shuqi.decision.fact.Effect;

/** What the law obliges the provider to share needs no offer and no grant; only requirements may still stand in the way. */
final class S6Mandate {

    private S6Mandate() {}

    static boolean carries(Matter matter) {
        return !matter.mandates().isEmpty();
    }

    static List<Finding> findings(Matter matter) {
        return matter.mandates().stream()
                .sorted(Comparator.comparing(norm -> matter.iri(norm.iri())))
                .map(norm -> matter.finding(
                        norm.effect() == Effect.RETURN_FLOW ? Because.RETURNED : Because.MANDATED,
                        norm,
                        matter.iri(norm.iri())))
                .toList();
    }
}
