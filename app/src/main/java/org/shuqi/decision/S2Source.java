package org.shuqi.decision;

import java.util.Optional;

/** Data come from their publisher or their designated source (Order 809 Art 19). */
final class S2Source implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        var provider = matter.provider().map(Party::iri);
        var publisher = publisher(matter);
        var isSource = provider.isPresent() && (provider.equals(publisher) || provider.equals(matter.source()));
        return isSource ? Optional.empty() : Optional.of(Ruling.of(Outcome.NEGOTIATE, 2, finding(matter)));
    }

    static Optional<String> publisher(Matter matter) {
        return Hearing.only(matter.hearing().dataset().publishers());
    }

    private static Finding finding(Matter matter) {
        var dataset = matter.hearing().dataset().iri();
        var source = matter.source().or(() -> publisher(matter));
        if (source.isEmpty() || matter.provider().isEmpty()) {
            return Finding.of(Because.NO_CLEAR_SOURCE, dataset, dataset);
        }
        var provider = matter.provider().get().iri();
        return Finding.of(Because.NOT_THE_SOURCE, dataset, provider, dataset, source.get());
    }
}
