package org.shuqi.decision;

import java.util.Optional;

/** State and work secrets are no government data (Order 809 Art 3). */
final class S0Secrecy implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        var item = matter.item();
        return item.secret()
                ? Optional.of(Ruling.of(Outcome.OUT_OF_SCOPE, 0, Finding.of(Because.SECRET, item.iri(), item.iri())))
                : Optional.empty();
    }
}
