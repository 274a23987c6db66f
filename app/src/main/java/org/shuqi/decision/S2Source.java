package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Terms;

/** Data come from their publisher or their designated source (Order 809 Art 19). */
final class S2Source implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        return isSource(matter)
                ? Optional.empty()
                : Optional.of(new Ruling(Outcome.NEGOTIATE, 2, matter, S2Source::findings));
    }

    private static boolean isSource(Matter matter) {
        if (matter.provider().isEmpty()) {
            return false;
        }
        var provider = matter.provider().get().iri();
        return provider == publisher(matter) || provider == matter.source();
    }

    /** The publisher, if there is one only. */
    static int publisher(Matter matter) {
        return matter.hearing().dataset().publishers().only();
    }

    private static List<Finding> findings(Matter matter) {
        var dataset = matter.entryIri();
        var designated = matter.source();
        var source = designated == Terms.NONE ? publisher(matter) : designated;
        if (source == Terms.NONE || matter.provider().isEmpty()) {
            return List.of(Finding.of(Because.NO_CLEAR_SOURCE, dataset, dataset));
        }
        var provider = matter.iri(matter.provider().get().iri());
        return List.of(Finding.of(Because.NOT_THE_SOURCE, dataset, provider, dataset, matter.iri(source)));
    }
}
