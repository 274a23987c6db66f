package org.shuqi.decision;

import java.util.List;
import java.util.Optional;

/** State and work secrets are no government data (Order 809 Art 3). */
final class S0Secrecy implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        return matter.traits().secret()
                ? Optional.of(new Ruling(Outcome.OUT_OF_SCOPE, 0, matter, S0Secrecy::findings))
                : Optional.empty();
    }

    private static List<Finding> findings(Matter matter) {
        return List.of(Finding.of(Because.SECRET, matter.itemIri(), matter.itemIri()));
    }
}
