package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Norm;

/** A prohibition stops the matter unless a mandate goes before it; without a sufficient basis it only calls for talks. */
final class S4Prohibition implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        var standing = matter.inForce(Effect.PROHIBITION).stream()
                .filter(norm -> !isOutranked(norm, matter))
                .toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        var strong = standing.stream().filter(norm -> forbids(norm, matter)).toList();
        return Optional.of(
                strong.isEmpty()
                        ? Ruling.of(Outcome.NEGOTIATE, 4, findings(Because.WEAKLY_PROHIBITED, standing))
                        : Ruling.of(Outcome.DENY, 4, findings(Because.PROHIBITED, strong)));
    }

    private static boolean forbids(Norm norm, Matter matter) {
        return matter.isSufficient(norm.bases())
                || (matter.jurisdiction().acceptsLocalNegativeList()
                        && norm.bases().stream().anyMatch(matter::isInForce));
    }

    private static boolean isOutranked(Norm prohibition, Matter matter) {
        var rank = highest(prohibition.bases(), matter);
        return matter.mandates().stream()
                .anyMatch(mandate -> mandate.overrides().contains(prohibition.iri())
                        || (rank.isPresent() && rankInForce(mandate, matter) > rank.getAsInt()));
    }

    /** The highest rank among the bases; empty if one of them has no clear rank, for then it might be the highest. */
    private static OptionalInt highest(List<String> bases, Matter matter) {
        return bases.stream().anyMatch(basis -> matter.rank(basis).isEmpty())
                ? OptionalInt.empty()
                : bases.stream()
                        .mapToInt(basis -> matter.rank(basis).orElseThrow())
                        .max();
    }

    private static int rankInForce(Norm mandate, Matter matter) {
        return mandate.bases().stream()
                .filter(matter::isInForce)
                .mapToInt(basis -> matter.rank(basis).orElse(Integer.MIN_VALUE))
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    private static List<Finding> findings(Because because, List<Norm> norms) {
        return norms.stream()
                .map(norm -> new Finding(because, norm.iri(), List.of(norm.iri()), norm.bases()))
                .toList();
    }
}
