package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Effect;

/** What passed every stage may be shared. */
final class S10Permit implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        var grants = Stream.of(S7Attribute.reliedOn(matter), S8Requirements.reliedOn(matter), S9Action.reliedOn(matter))
                .flatMap(List::stream)
                .distinct()
                .toList();
        var norms = Stream.of(matter.mandates(), S8Requirements.applying(matter), matter.inForce(Effect.ONWARD_CONSENT))
                .flatMap(List::stream)
                .distinct()
                .toList();
        var entry = matter.hearing().dataset().iri();
        var findings = Stream.of(
                        List.of(Finding.of(Because.PERMITTED, entry)),
                        S6Mandate.findings(matter),
                        S7Attribute.findings(matter))
                .flatMap(List::stream)
                .toList();
        return Optional.of(new Ruling(Outcome.PERMIT, 10, findings, grants, norms));
    }
}
