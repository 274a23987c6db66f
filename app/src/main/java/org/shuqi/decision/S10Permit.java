package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Norm;

/** What passed every stage may be shared. */
final class S10Permit implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        return Optional.of(new Ruling(Outcome.PERMIT, 10, matter, S10Permit::findings));
    }

    static List<Grant> grants(Matter matter) {
        return Stream.of(S7Attribute.reliedOn(matter), S8Requirements.reliedOn(matter), S9Action.reliedOn(matter))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    static List<Norm> norms(Matter matter) {
        return Stream.of(matter.mandates(), S8Requirements.applying(matter), matter.inForce(Effect.ONWARD_CONSENT))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<Finding> findings(Matter matter) {
        return Stream.of(
                        List.of(Finding.of(Because.PERMITTED, matter.entryIri())),
                        S6Mandate.findings(matter),
                        S7Attribute.findings(matter))
                .flatMap(List::stream)
                .toList();
    }
}
