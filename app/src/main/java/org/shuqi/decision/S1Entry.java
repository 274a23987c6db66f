package org.shuqi.decision;

import java.util.List;
import java.util.Optional;

/** Without a published entry there is nothing to ask about (Order 809 Art 16). */
final class S1Entry implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        return matter.hearing().dataset().published().contains(matter.question().at())
                ? Optional.empty()
                : Optional.of(new Ruling(Outcome.UNKNOWN, 1, matter, S1Entry::findings));
    }

    private static List<Finding> findings(Matter matter) {
        return List.of(Finding.of(Because.NOT_PUBLISHED, matter.entryIri(), matter.entryIri()));
    }
}
