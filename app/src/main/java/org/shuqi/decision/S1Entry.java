package org.shuqi.decision;

import java.util.Optional;

/** Without a published entry there is nothing to ask about (Order 809 Art 16). */
final class S1Entry implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        var dataset = matter.hearing().dataset();
        return dataset.published().contains(matter.question().at())
                ? Optional.empty()
                : Optional.of(
                        Ruling.of(Outcome.UNKNOWN, 1, Finding.of(Because.NOT_PUBLISHED, dataset.iri(), dataset.iri())));
    }
}
